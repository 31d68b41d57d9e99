import { mayReach } from "./check.ts";
import { isExcepted, stepReads } from "./inputs.ts";
import { sidecarPath } from "./sidecar.ts";
import { type StepDefinition, stepOutputs } from "./step.ts";

/**
 * For each step the places in the list of the steps that must be done before it: those before it whose outputs, or
 * their sidecars, its reads name or may match. A list that `checkSteps` lets pass needs no other order.
 */
export function stepDependencies(steps: readonly StepDefinition[], root: string): ReadonlySet<number>[] {
  const outputs = steps.map(stepOutputs);
  return steps.map((definition, index) => {
    const reads = stepReads(definition, root);
    const earlier = [...outputs.slice(0, index).entries()];
    const needed = earlier.filter(([, written]) =>
      written.some((output) =>
        reads.some(
          (read) =>
            read.patterns.some(
              (pattern) =>
                mayReach(pattern, output) ||
                mayReach(pattern, { ...output, path: sidecarPath(output), directory: false }),
            ) &&
            (output.directory || !isExcepted(read, output.path)),
        ),
      ),
    );
    return new Set(needed.map(([place]) => place));
  });
}
