import { cp, mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** The build of DuckDB-WASM with WebAssembly exceptions, which browsers have had since 2022. */
const files = ["duckdb-eh.wasm", "duckdb-browser-eh.worker.js"];

/** The folder of the installed DuckDB-WASM. */
export function engineFolder(): string {
  return dirname(createRequire(import.meta.url).resolve("@duckdb/duckdb-wasm/dist/duckdb-eh.wasm"));
}

/** Copies DuckDB-WASM to `engine/` of the site, if one of its pages has a query to run. */
export async function copyEngine(dist: string, pages: readonly string[]): Promise<void> {
  const texts = await Promise.all(pages.map((page) => readFile(join(dist, page), "utf8")));
  if (!texts.some((text) => text.includes('<p class="run"'))) return;
  const from = engineFolder();
  await mkdir(join(dist, "engine"), { recursive: true });
  for (const file of files) await cp(join(from, file), join(dist, "engine", file));
}
