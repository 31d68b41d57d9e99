import { mayReach } from "./check.ts";
import { isExcepted, type Read, stepReads } from "./inputs.ts";
import { sidecarPath } from "./sidecar.ts";
import { type Output, type StepDefinition, stepOutputs } from "./step.ts";

/**
 * For each step the places in the list of the steps that must be done before it: those before it whose outputs, or
 * their sidecars, its reads name or may match. A list that `checkSteps` lets pass needs no other order.
 */
export function stepDependencies(steps: readonly StepDefinition[], root: string): ReadonlySet<number>[] {
  const outputs = steps.map(stepOutputs);
  return steps.map((definition, index) => {
    const reads = stepReads(definition, root);
    const places = Array.from({ length: index }, (_, place) => place);
    const needs = (output: Output) => reads.some((read) => mayRead(read, output));
    return new Set(places.filter((place) => outputs[place]!.some(needs)));
  });
}

function mayRead(read: Read, output: Output): boolean {
  const sidecar = { ...output, path: sidecarPath(output), directory: false };
  return [output, sidecar].some(
    (file) =>
      (file.directory || !isExcepted(read, file.path)) &&
      read.patterns.some((pattern) =>
        isGlob(pattern) ? mayReach(pattern, file) : isAtOrBelow(pattern, file.path),
      ),
  );
}

function isGlob(pattern: string): boolean {
  return /[*{]/.test(pattern);
}

function isAtOrBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}
