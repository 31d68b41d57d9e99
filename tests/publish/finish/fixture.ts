import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A small folder as Framework 1.13.4 builds it, shortened by hand. */
export const fixture = join(import.meta.dirname, "captures/framework-1.13.4");

export function readFixture(path: string): string {
  return readFileSync(join(fixture, `${path}.html`), "utf8");
}
