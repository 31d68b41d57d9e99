import { sha256 } from "./hash.ts";
import { type Provenance, readSidecar } from "./sidecar.ts";
import { type StepDefinition, type StepReport, stepOutputs } from "./step.ts";

/** What is recorded of one step, for a page that lists how everything was made. */
export interface StepProvenance {
  name: string;
  provenance: Provenance;
  report: Required<StepReport>;
  /** A directory's path ends with `/`; paths are relative to root. */
  outputs: { role: string; path: string; sha256: string; bytes: number }[];
  /** SHA-256 over the lines `sha256  path` of all modules: one hash for the step's code. */
  codeSha256: string;
  /** SHA-256 of the params' canonical JSON. */
  paramsSha256: string;
}

/**
 * Reads the sidecars of all steps, in the order of the steps. A step that has no readable sidecar for each of its
 * outputs is left out: it has not run to its end.
 */
export function readSidecars(steps: readonly StepDefinition[], root: string): StepProvenance[] {
  return steps.flatMap((step) => {
    const recorded = stepOutputs(step).flatMap((output) => {
      const sidecar = readSidecar(output, root);
      return sidecar && sidecar !== "unreadable" ? [{ output, sidecar }] : [];
    });
    const first = recorded[0]?.sidecar;
    if (!first || recorded.length < stepOutputs(step).length) return [];
    const { inputs, params, code, rowsIn, rowsOut, setAside } = first;
    const modules = Object.entries(code.files).map(([path, hash]) => `${hash}  ${path}\n`);
    return [
      {
        name: step.name,
        provenance: { inputs, params, code },
        report: { rowsIn, rowsOut, setAside },
        outputs: recorded.map(({ output, sidecar }) => ({
          role: output.role,
          path: output.directory ? `${output.path}/` : output.path,
          sha256: sidecar.sha256,
          bytes: sidecar.bytes,
        })),
        codeSha256: sha256(modules.join("")),
        paramsSha256: sha256(JSON.stringify(params)),
      },
    ];
  });
}
