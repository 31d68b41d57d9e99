import { statSync } from "node:fs";
import { join } from "node:path";
import { glob } from "../pipeline/glob.ts";
import type { Capture } from "./capture.ts";

export interface HeldCapture {
  readonly capture: Capture;
  readonly files: number;
  readonly bytes: number;
}

/** What is held of each capture: how many files, how many bytes. `home` is the study's home, absolute. */
export function heldCaptures(home: string, captures: readonly Capture[]): HeldCapture[] {
  return captures.map((capture) => {
    const files = capture.files.flatMap((pattern) => glob(pattern, home));
    const bytes = files.reduce((total, file) => total + statSync(join(home, file)).size, 0);
    return { capture, files: files.length, bytes };
  });
}
