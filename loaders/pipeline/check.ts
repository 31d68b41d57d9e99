import { literalFolders, matchesGlob } from "./glob.ts";
import { isExcepted, type Read, resolveRead, stepReads, unmatchedMessage } from "./inputs.ts";
import { sidecarPath } from "./sidecar.ts";
import { type Output, type StepDefinition, stepOutputs } from "./step.ts";

/** The list of steps can't be run as it is declared; the message holds every mistake, one a line. */
export class StepListError extends Error {
  override name = "StepListError";
}

interface Written {
  step: string;
  index: number;
  output: Output;
}

/**
 * Checks a list of steps before any of them runs: names unique, forced names known, no output written twice or
 * inside another, no step reading what it or a later step writes, and a file for every read that no step writes.
 * Throws {@link StepListError} with all mistakes.
 */
export function checkSteps(steps: readonly StepDefinition[], root: string, force: readonly string[]): void {
  const all = writtenBy(steps);
  const mistakes = [
    ...nameMistakes(steps, force),
    ...outputMistakes(all),
    ...steps.flatMap((step, index) => readMistakes(step, index, all, root)),
  ];
  if (mistakes.length > 0) throw new StepListError(mistakes.join("\n"));
}

/** The step of that name. Throws {@link StepListError}, listing the known names, where there is none. */
export function findStep(steps: readonly StepDefinition[], name: string): StepDefinition {
  const found = steps.find((step) => step.name === name);
  if (!found) throw new StepListError(unknownName(steps, name));
  return found;
}

/** The name of the step that writes a file, or that may write one that matches a pattern. */
export function writerOf(steps: readonly StepDefinition[], pattern: string): string | undefined {
  return writtenBy(steps).find(({ output }) => mayReach(pattern, output))?.step;
}

function nameMistakes(steps: readonly StepDefinition[], force: readonly string[]): string[] {
  const names = steps.map(({ name }) => name);
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  return [
    ...twice.map((name) => `found two steps named ${name}, expected one: rename one of them`),
    ...force.filter((name) => !names.includes(name)).map((name) => unknownName(steps, name)),
  ];
}

function unknownName(steps: readonly StepDefinition[], name: string): string {
  return `found no step "${name}", expected one of: ${steps.map((step) => step.name).join(", ")}`;
}

function outputMistakes(all: readonly Written[]): string[] {
  return all.flatMap((second, index) =>
    all.slice(0, index).flatMap((first) => {
      const who = `${first.step} and ${second.step}`;
      const [a, b] = [first.output.path, second.output.path];
      if (a === b) return [`found two outputs at ${a} (${who}), expected one: give each its own path`];
      if (sidecarPath(first.output) === b || sidecarPath(second.output) === a) {
        return [`found ${a} and ${b} (${who}): one is where the other's sidecar stands; rename one of them`];
      }
      if (isBelow(b, first.output) || isBelow(a, second.output)) {
        return [`found ${a} and ${b} (${who}): one lies inside the other; give each its own directory`];
      }
      return [];
    }),
  );
}

function readMistakes(
  definition: StepDefinition,
  index: number,
  all: readonly Written[],
  root: string,
): string[] {
  return stepReads(definition, root).flatMap((read) => {
    const { files, unmatched } = resolveRead(read, root);
    const mistakes = new Map<string, string>();
    for (const later of all.filter((written) => written.index >= index)) {
      const pattern = read.patterns.find((candidate) => mustReach(candidate, later.output, read));
      const file = files.find((candidate) => isBelow(candidate, later.output));
      if (!pattern && !file) continue;
      const whose =
        later.index === index ? "the step itself writes" : `${later.step} writes, which stands later`;
      const exception = later.output.directory ? `!${later.output.path}/` : `!${later.output.path}`;
      mistakes.set(
        later.output.path,
        `step ${definition.name}, role ${read.role}: found ${file ?? pattern}, which ${whose}; ` +
          `expected only files of earlier steps: change the order, or add "${exception}" to the role`,
      );
    }
    const missing = unmatched.filter(({ pattern }) => !all.some(({ output }) => mayReach(pattern, output)));
    return [
      ...mistakes.values(),
      ...missing.map((pattern) => `step ${definition.name}, ${unmatchedMessage(pattern, root)}`),
    ];
  });
}

/** Whether a pattern reads from an output whatever files are there. */
function mustReach(pattern: string, output: Output, read: Read): boolean {
  if (!output.directory) return matchesGlob(pattern, output.path) && !isExcepted(read, output.path);
  return literalFolders(pattern).some((folder) => isBelow(`${folder}/`, output));
}

/** Whether a pattern may match something in an output once that is written. */
export function mayReach(pattern: string, output: Output): boolean {
  if (!output.directory) return matchesGlob(pattern, output.path);
  return literalFolders(pattern).some(
    (folder) => isBelow(`${folder}/`, output) || `${output.path}/`.startsWith(folder && `${folder}/`),
  );
}

function isBelow(path: string, output: Output): boolean {
  return output.directory ? path.startsWith(`${output.path}/`) : path === output.path;
}

function writtenBy(steps: readonly StepDefinition[]): Written[] {
  return steps.flatMap((step, index) =>
    stepOutputs(step).map((output) => ({ step: step.name, index, output })),
  );
}
