import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ContentHash } from "./hash.ts";
import type { Output, StepReport } from "./step.ts";

/** What a step's result depends on; equal provenance gives equal bytes. Paths are relative to root. */
export interface Provenance {
  /** Role to path to SHA-256. */
  inputs: Record<string, Record<string, string>>;
  params: unknown;
  /** Modules to SHA-256, npm packages to version. */
  code: { files: Record<string, string>; packages: Record<string, string> };
}

/** The provenance of one output, kept beside it as `<output>.json`. No clock time, host or absolute path. */
export interface Sidecar extends Provenance, ContentHash {
  format: 1;
  step: string;
  rowsIn: number;
  rowsOut: number;
  setAside: Record<string, number>;
}

/** Path of an output's sidecar: `posts.parquet.json`; for the directory `results/`, `results.json`. */
export function sidecarPath(output: Output): string {
  return `${output.path}.json`;
}

/** The sidecar's text: keys in a fixed order, so that equal provenance gives equal bytes. */
export function sidecarText(
  step: string,
  hash: ContentHash,
  report: StepReport,
  provenance: Provenance,
): string {
  const setAside = Object.entries(report.setAside ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  const sidecar: Sidecar = {
    format: 1,
    step,
    ...hash,
    rowsIn: report.rowsIn,
    rowsOut: report.rowsOut,
    setAside: Object.fromEntries(setAside),
    ...provenance,
  };
  return `${JSON.stringify(sidecar, null, 2)}\n`;
}

/** Reads an output's sidecar: undefined where there is none, `"unreadable"` where it is not a sidecar. */
export function readSidecar(output: Output, root: string): Sidecar | "unreadable" | undefined {
  let text: string;
  try {
    text = readFileSync(join(root, sidecarPath(output)), "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
  try {
    const found = JSON.parse(text) as Partial<Sidecar> | null;
    const whole = found?.format === 1 && found.step && found.sha256 && found.inputs && found.code?.files;
    return whole && found.code?.packages ? (found as Sidecar) : "unreadable";
  } catch {
    return "unreadable";
  }
}
