import { join } from "node:path";
import type { ModuleCode } from "./code-graph.ts";
import type { ContentHash, ContentHasher } from "./hash.ts";
import { resolveRead, stepReads, type Unmatched } from "./inputs.ts";
import { canonicalParams, parameterChanges } from "./parameters.ts";
import { type Provenance, readSidecar, type Sidecar, sidecarPath } from "./sidecar.ts";
import { type Output, type StepDefinition, stepOutputs } from "./step.ts";

export type Change = "changed" | "added" | "removed";

/** Why a step must run. */
export type Cause =
  | { kind: "forced" | "never run" | "cut off" }
  | { kind: "input"; change: Change; path: string }
  | { kind: "code"; change: Change; path: string }
  | { kind: "parameter"; path: string }
  | { kind: "package"; name: string; from: string | undefined; to: string | undefined }
  | { kind: "output missing" | "output edited" | "sidecar missing" | "sidecar unreadable"; path: string }
  | { kind: "renamed"; from: string };

/** An output with what is recorded of it and what is there now. */
export interface OutputState {
  output: Output;
  sidecar: Sidecar | undefined;
  present: ContentHash | undefined;
}

/** A step held against what its sidecars record. It is fresh if there are no causes. */
export interface Assessment {
  /** Role to files, relative to root. */
  files: Record<string, string[]>;
  unmatched: Unmatched[];
  now: Provenance;
  /** What the step was last run with; undefined if it never was. */
  recorded: Sidecar | undefined;
  outputs: OutputState[];
  causes: Cause[];
}

export interface AssessmentContext {
  root: string;
  hasher: ContentHasher;
  /** Entry module to its code, from `codeGraph`. */
  code: ReadonlyMap<string, ModuleCode>;
  forced: boolean;
  /** A killed run left this step's work behind. */
  cutOff: boolean;
}

/** Compares a step's inputs, params, code and outputs, all by content, with the sidecars of its outputs. */
export async function assess(definition: StepDefinition, context: AssessmentContext): Promise<Assessment> {
  const { root, hasher } = context;
  const files: Record<string, string[]> = {};
  const unmatched: Unmatched[] = [];
  const inputs: Provenance["inputs"] = {};
  for (const read of stepReads(definition, root)) {
    const resolved = resolveRead(read, root);
    files[read.role] = resolved.files;
    inputs[read.role] = await hashAll(resolved.files, context);
    unmatched.push(...resolved.unmatched);
  }
  const now: Provenance = {
    inputs,
    params: canonicalParams(definition.params, `${definition.name}: params`),
    code: await codeOf(definition, context),
  };
  const outputs: OutputState[] = [];
  const broken: Cause[] = [];
  for (const output of stepOutputs(definition)) {
    const sidecar = readSidecar(output, root);
    if (sidecar === "unreadable") broken.push({ kind: "sidecar unreadable", path: sidecarPath(output) });
    outputs.push({
      output,
      sidecar: sidecar === "unreadable" ? undefined : sidecar,
      present: await hasher.output(join(root, output.path), output.directory),
    });
  }
  const recorded = outputs.find(({ sidecar }) => sidecar)?.sidecar;
  const causes = recorded
    ? [
        ...inputCauses(recorded.inputs, now.inputs),
        ...parameterChanges(recorded.params, now.params).map(({ path }) => ({
          kind: "parameter" as const,
          path,
        })),
        ...codeCauses(recorded.code, now.code),
        ...(recorded.step === definition.name ? [] : [{ kind: "renamed" as const, from: recorded.step }]),
        ...broken,
        ...outputCauses(outputs, recorded, context.cutOff),
      ]
    : broken.length > 0
      ? broken
      : [{ kind: context.cutOff ? ("cut off" as const) : ("never run" as const) }];
  if (context.forced) causes.unshift({ kind: "forced" });
  return { files, unmatched, now, recorded, outputs, causes };
}

function inputCauses(from: Provenance["inputs"], to: Provenance["inputs"]): Cause[] {
  const roles = [...new Set([...Object.keys(from), ...Object.keys(to)])];
  const causes = roles.flatMap((role) => fileChanges("input", from[role] ?? {}, to[role] ?? {}));
  // A file that two roles read, or that moved from one to another, is told once.
  return [...new Map(causes.map((cause) => ["path" in cause && cause.path, cause])).values()];
}

function codeCauses(from: Provenance["code"], to: Provenance["code"]): Cause[] {
  const names = [...new Set([...Object.keys(from.packages), ...Object.keys(to.packages)])].sort();
  return [
    ...fileChanges("code", from.files, to.files),
    ...names
      .filter((name) => from.packages[name] !== to.packages[name])
      .map((name) => ({
        kind: "package" as const,
        name,
        from: from.packages[name],
        to: to.packages[name],
      })),
  ];
}

function fileChanges(
  kind: "input" | "code",
  from: Record<string, string>,
  to: Record<string, string>,
): Cause[] {
  return [...new Set([...Object.keys(from), ...Object.keys(to)])]
    .sort()
    .filter((path) => from[path] !== to[path])
    .map((path) => ({
      kind,
      path,
      change: from[path] === undefined ? "added" : to[path] === undefined ? "removed" : "changed",
    }));
}

function outputCauses(outputs: readonly OutputState[], recorded: Sidecar, cutOff: boolean): Cause[] {
  const provenance = provenanceText(recorded);
  const causes = outputs.flatMap(({ output, sidecar, present }): Cause[] => {
    if (!present) return [{ kind: "output missing", path: output.path }];
    if (!sidecar) return [{ kind: "sidecar missing", path: sidecarPath(output) }];
    if (present.sha256 !== sidecar.sha256) return [{ kind: "output edited", path: output.path }];
    // Sidecars of one step differ only if it was killed between writing the first and the last.
    return provenanceText(sidecar) === provenance ? [] : [{ kind: "cut off" }];
  });
  return cutOff && causes.length > 0 ? [{ kind: "cut off" }] : causes;
}

function provenanceText({ step, inputs, params, code }: Sidecar): string {
  return JSON.stringify([step, inputs, params, code]);
}

async function codeOf(definition: StepDefinition, context: AssessmentContext): Promise<Provenance["code"]> {
  const modules = definition.code.map((entry) => context.code.get(entry)!);
  const files = [...new Set(modules.flatMap((module) => module.files))].sort();
  const packages = new Map(modules.flatMap((module) => Object.entries(module.packages)));
  return { files: await hashAll(files, context), packages: Object.fromEntries([...packages].sort()) };
}

async function hashAll(
  files: readonly string[],
  { root, hasher }: AssessmentContext,
): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {};
  for (const file of files) {
    const hash = await hasher.file(join(root, file));
    if (!hash) throw new Error(`found ${file}, but it went away before it was read: run again`);
    hashes[file] = hash.sha256;
  }
  return hashes;
}
