import { existsSync, lstatSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { sidecarPath } from "./sidecar.ts";
import type { Output } from "./step.ts";

/**
 * Every output is made in a folder of its own beside the place where it will stand (`.posts.parquet.tmp/`), so
 * that whatever a writer leaves behind goes with the folder, and moved by renaming. The folder is the last thing
 * to go: where one is found, a run was killed.
 */
function workFolder(output: Output, root: string): string {
  return join(root, dirname(output.path), `.${basename(output.path)}.tmp`);
}

/** Where an output is made. */
export function workPlace(output: Output, root: string): string {
  return join(workFolder(output, root), basename(output.path));
}

/** Makes the place that a step writes an output to, and says where it is. A directory is there and empty. */
export function openWork(output: Output, root: string): string {
  const folder = workFolder(output, root);
  rmSync(folder, { recursive: true, force: true });
  const place = workPlace(output, root);
  mkdirSync(output.directory ? place : folder, { recursive: true });
  return place;
}

/**
 * Moves a finished output to its place. A directory can't be replaced in one move: the old one is moved aside
 * first, and a crash between the two leaves it missing, which the next run sees and mends. Nothing is forced to the
 * disk: what a power cut takes no longer has the hash of the sidecar, and is made again.
 */
export function settleOutput(output: Output, root: string): void {
  const folder = workFolder(output, root);
  const place = workPlace(output, root);
  const target = join(root, output.path);
  const present = lstatSync(target, { throwIfNoEntry: false });
  if (present && (output.directory || present.isDirectory())) renameSync(target, join(folder, ".old"));
  renameSync(place, target);
}

/** Writes an output's sidecar: the last word of a step, after all its outputs are in place. */
export function settleSidecar(output: Output, root: string, text: string): void {
  const place = join(workFolder(output, root), ".sidecar");
  writeFileSync(place, text);
  const target = join(root, sidecarPath(output));
  renameSync(place, target);
}

/** Removes an output's work folder with all that is left in it. */
export function closeWork(output: Output, root: string): void {
  rmSync(workFolder(output, root), { recursive: true, force: true });
}

/** Whether a killed run left a work folder for this output. */
export function workWasCutOff(output: Output, root: string): boolean {
  return existsSync(workFolder(output, root));
}
