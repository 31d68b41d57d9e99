import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { definitions } from "../../study/definition.ts";
import type { Layout } from "../../study/layout.ts";
import { loadStudy } from "../../study/load.ts";
import type { ValidationResult } from "../../study/validation-result.ts";
import { exitCodes, type Terminal } from "../command.ts";

/** Names questions that were never validated, and those whose words have changed since. */
export async function check(layout: Layout, terminal: Terminal): Promise<number> {
  const study = await loadStudy(join(layout.root, layout.home));
  let stale = 0;
  for (const [question, definition] of definitions(study)) {
    const file = posix.join(layout.home, "validation", `${question}.json`);
    if (!existsSync(join(layout.root, file))) {
      terminal.print(`validate: ${question}: not validated`);
      continue;
    }
    const kept = JSON.parse(await readFile(join(layout.root, file), "utf8")) as ValidationResult;
    if (kept.definition === definition) continue;
    stale += 1;
    terminal.warn(
      `validate: ${question}: found results for definition ${kept.definition} in ${file}, expected ${definition}: ` +
        "its words have changed since; draw and code a new sample",
    );
  }
  return stale === 0 ? exitCodes.done : exitCodes.fault;
}
