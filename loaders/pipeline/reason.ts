import { posix } from "node:path";
import type { Cause } from "./freshness.ts";

/** How many files of one kind a reason names before it counts the rest. */
const NAMED = 2;

/**
 * Why a step runs, in one line without its name: `topics.yml changed`, `code changed (loaders/a/b.ts)`, or
 * `fresh` where there is no cause. An input goes by its file name where that is clear.
 */
export function describeCauses(causes: readonly Cause[]): string {
  if (causes.length === 0) return "fresh";
  const parts: string[] = [];
  if (causes.some(({ kind }) => kind === "forced")) parts.push("forced");
  const inputs = causes.filter((cause) => cause.kind === "input");
  const names = inputs.map(({ path }) => posix.basename(path));
  for (const change of ["changed", "added", "removed"] as const) {
    const shown = inputs
      .map(({ path }, index) =>
        names.indexOf(names[index]!) === names.lastIndexOf(names[index]!) ? names[index]! : path,
      )
      .filter((_, index) => inputs[index]!.change === change);
    if (shown.length > 0) parts.push(`${listed(shown)} ${change}`);
  }
  const parameters = causes.filter((cause) => cause.kind === "parameter").map(({ path }) => path);
  if (parameters.length > 0) parts.push(`parameter changed (${listed(parameters)})`);
  const code = causes.filter((cause) => cause.kind === "code").map(({ path }) => path);
  if (code.length > 0) parts.push(`code changed (${listed(code)})`);
  const packages = causes.filter((cause) => cause.kind === "package").map(describePackage);
  if (packages.length > 0) parts.push(`package changed (${listed(packages)})`);
  for (const cause of causes) {
    if (cause.kind === "renamed") parts.push(`step renamed (was ${cause.from})`);
  }
  parts.push(...describeOutputs(causes));
  return parts.join(", ");
}

function describeOutputs(causes: readonly Cause[]): string[] {
  const words = {
    "never run": "never run",
    "cut off": "the last run was cut off",
    "output missing": "output missing",
    "output edited": "output was edited",
    "sidecar missing": "provenance missing",
    "sidecar unreadable": "provenance unreadable",
  };
  const kinds = [...new Set(causes.map(({ kind }) => kind))];
  return kinds.flatMap((kind) => (kind in words ? [words[kind as keyof typeof words]] : []));
}

function describePackage({ name, from, to }: Extract<Cause, { kind: "package" }>): string {
  if (from === undefined) return `${name} added`;
  return to === undefined ? `${name} removed` : `${name} ${from} to ${to}`;
}

function listed(names: readonly string[]): string {
  const rest = names.length - NAMED;
  return rest > 1 ? `${names.slice(0, NAMED).join(", ")} and ${rest} more` : names.join(", ");
}
