import { join, resolve } from "node:path";
import { workWasCutOff } from "./atomic.ts";
import { findStep, writerOf } from "./check.ts";
import { codeGraph } from "./code-graph.ts";
import { type Assessment, assess } from "./freshness.ts";
import { ContentHasher } from "./hash.ts";
import { parameterChanges } from "./parameters.ts";
import { describeCauses } from "./reason.ts";
import { sidecarPath } from "./sidecar.ts";
import { type StepDefinition, stepOutputs } from "./step.ts";

const LONGEST = 400;

/**
 * Everything about why a step is or is not fresh, as text: each input with its hash then and now, each module of
 * its code that changed, packages, params, outputs. Looks at the files as they are: what an earlier step would
 * change by running is not foreseen, but each input says which step writes it. Runs nothing, needs no lock.
 * Throws `StepListError` for an unknown name.
 */
export async function explainStep(
  steps: readonly StepDefinition[],
  name: string,
  options: { root: string; force?: readonly string[] },
): Promise<string> {
  const step = findStep(steps, name);
  const root = resolve(options.root);
  const assessment = await assess(step, {
    root,
    hasher: new ContentHasher(),
    code: await codeGraph(step.code, root),
    forced: options.force?.includes(name) ?? false,
    cutOff: stepOutputs(step).some((output) => workWasCutOff(output, root)),
  });
  const sections: [string, string[]][] = [
    ["inputs", inputLines(assessment, steps)],
    ["params", paramLines(assessment)],
    ["code", codeLines(assessment)],
    ["packages", packageLines(assessment)],
    ["outputs", outputLines(assessment)],
  ];
  return [
    `${name}: ${describeCauses(assessment.causes)}`,
    ...sections.flatMap(([title, lines]) => ["", title, ...lines.map((line) => `  ${line}`)]),
    "",
  ].join("\n");
}

function inputLines({ recorded, now, unmatched }: Assessment, steps: readonly StepDefinition[]): string[] {
  const roles = [...new Set([...Object.keys(recorded?.inputs ?? {}), ...Object.keys(now.inputs)])];
  const lines = roles.flatMap((role) => {
    const [then, present] = [recorded?.inputs[role] ?? {}, now.inputs[role] ?? {}];
    return union(then, present).map((path) => {
      return `${role}: ${path}${origin(steps, path)}: ${compare(then[path], present[path], recorded)}`;
    });
  });
  const missing = unmatched.map(
    ({ role, pattern }) => `${role}: ${pattern}${origin(steps, pattern)}: no file`,
  );
  return lines.length + missing.length > 0 ? [...lines, ...missing] : ["none"];
}

function origin(steps: readonly StepDefinition[], pattern: string): string {
  const writer = writerOf(steps, pattern);
  return writer ? `, written by ${writer}` : "";
}

function paramLines({ recorded, now }: Assessment): string[] {
  if (!recorded) return [value(now.params)];
  const changes = parameterChanges(recorded.params, now.params).map(
    ({ path, from, to }) => `${path}: ${value(from)} -> ${value(to)}`,
  );
  return changes.length > 0 ? changes : [`same: ${value(now.params)}`];
}

function codeLines({ recorded, now }: Assessment): string[] {
  const [then, present] = [recorded?.code.files ?? {}, now.code.files];
  if (!recorded) return Object.entries(present).map(([path, hash]) => `${path}: ${short(hash)}`);
  const paths = union(then, present);
  const changed = paths.filter((path) => then[path] !== present[path]);
  const same = paths.length - changed.length;
  return [
    ...changed.map((path) => `${path}: ${compare(then[path], present[path], recorded)}`),
    `${same} of ${paths.length} modules same`,
  ];
}

function packageLines({ recorded, now }: Assessment): string[] {
  const [then, present] = [recorded?.code.packages ?? {}, now.code.packages];
  const lines = union(then, present).map((name) => {
    if (!recorded || then[name] === present[name])
      return `${name}@${present[name]}${recorded ? ": same" : ""}`;
    return `${name}: ${then[name] ?? "none"} -> ${present[name] ?? "none"}`;
  });
  return lines.length > 0 ? lines : ["none"];
}

function outputLines({ outputs }: Assessment): string[] {
  return outputs.flatMap(({ output, sidecar, present }) => {
    const path = output.directory ? `${output.path}/` : output.path;
    if (!present) return [`${output.role}: ${path}: missing`];
    if (!sidecar) return [`${output.role}: ${path}: ${short(present.sha256)}, no ${sidecarPath(output)}`];
    const rows = `${sidecar.rowsIn} rows in, ${sidecar.rowsOut} out`;
    const state = compare(sidecar.sha256, present.sha256, sidecar).replace("changed", "edited");
    const [then, now] = [sidecar.files ?? {}, present.files ?? {}];
    const edited = union(then, now).filter((file) => then[file] !== now[file]);
    return [
      `${output.role}: ${path}: ${state}; ${present.bytes} bytes, ${rows}`,
      ...edited.map((file) => `  ${join(output.path, file)}: ${compare(then[file], now[file], sidecar)}`),
    ];
  });
}

function compare(then: string | undefined, now: string | undefined, recorded: unknown): string {
  if (!recorded) return short(now!);
  if (then === now) return `same ${short(now!)}`;
  if (then === undefined) return `added ${short(now!)}`;
  return now === undefined ? `removed ${short(then)}` : `changed ${short(then)} -> ${short(now)}`;
}

function union(a: object, b: object): string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
}

function short(hash: string): string {
  return hash.slice(0, 12);
}

/** JSON in a line; the middle of a long one is left out, the sidecar has it whole. */
function value(json: unknown): string {
  const text = json === undefined ? "none" : JSON.stringify(json);
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST / 2)} … ${text.slice(-LONGEST / 4)}`;
}
