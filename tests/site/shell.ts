import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import type { Cell, PublishedResult, ResultRow } from "../../loaders/publish/published-result.ts";

/** A DuckDB as its shell has it in the folder `data/tables` of a built site: `load.sql` is all it is given. */
export async function openShell(tables: string): Promise<DuckDBConnection> {
  const connection = await (await DuckDBInstance.create(":memory:", { threads: "1" })).connect();
  const folder = resolve(tables).replaceAll("'", "''");
  await connection.run(`set allowed_directories = ['${folder}']`);
  await connection.run("set enable_external_access = false");
  // DuckDB's lock compares paths as written, so the script's own folder stands in for the shell's.
  const script = readFileSync(join(tables, "load.sql"), "utf8");
  await connection.run(script.replaceAll("read_parquet('", `read_parquet('${folder}/`));
  return connection;
}

/** Every result that a study published, below its `data/results`. */
export function publishedResults(results: string): PublishedResult[] {
  return readdirSync(results, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(results, name), "utf8")) as PublishedResult);
}

/** Rows of DuckDB's JSON form, where 64-bit numbers are text, as published results have them. */
export function asPublished(rows: readonly object[], result: PublishedResult): ResultRow[] {
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]): [string, Cell] => {
        const unit = result.header.columns[name]?.[0];
        const text = unit === "id" || unit === "text" || unit === "date";
        return [name, text || value === null ? value : Number(value)];
      }),
    ),
  );
}
