import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { disclose } from "../disclosure/disclose.ts";
import { identifier, literal } from "../parquet/sql-text.ts";
import { resultCsv } from "./csv.ts";
import type { Cell, PublishedResult, QueryHeader, ResultRow } from "./published-result.ts";

/** What `statistics` writes beside each result. */
interface ResultFile {
  readonly header: QueryHeader;
  readonly sql: string;
  readonly tables: readonly string[];
}

export interface PublishOptions {
  /** Result files `….parquet`, each with its `….parquet`'s description `….json` beside it. */
  readonly files: readonly { readonly query: string; readonly parquet: string; readonly json: string }[];
  readonly threshold: number;
  /** Folder to fill: `QUERY.json`, `QUERY.csv`, `QUERY.parquet` and `QUERY.sql`. */
  readonly output: string;
  readonly progress?: (done: number, total: number, unit: string) => void;
}

/**
 * Publishes results: applies the disclosure threshold, a second wall behind the tables' own, and writes each as JSON
 * (for pages and claims), CSV, Parquet and SQL (to take away). Returns rows read, rows published with figures and rows withheld.
 */
export async function publishResults(
  options: PublishOptions,
): Promise<{ rowsIn: number; rowsOut: number; setAside: Record<string, number> }> {
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  const connection = await instance.connect();
  let rowsIn = 0;
  let withheld = 0;
  try {
    for (const [done, file] of options.files.entries()) {
      const description = JSON.parse(await readFile(file.json, "utf8")) as ResultFile;
      const reader = await connection.runAndReadAll(`select * from read_parquet(${literal(file.parquet)})`);
      const rows = reader
        .getRowObjectsJson()
        .map((row) => plainRow(row as Record<string, unknown>, description.header));
      const disclosed = disclose(rows, description.header, options.threshold);
      const base = join(options.output, file.query);
      await mkdir(dirname(base), { recursive: true });
      const types = reader
        .columnNames()
        .map((name, index) => ({ name, type: String(reader.columnType(index)) }));
      const csv = resultCsv({ header: description.header, rows: disclosed.rows });
      await writeFile(`${base}.csv`, csv);
      await writeParquet(connection, disclosed.rows, types, `${base}.parquet`);
      const result: PublishedResult = {
        query: file.query,
        header: description.header,
        sql: description.sql,
        tables: description.tables,
        rows: disclosed.rows,
        sha256: createHash("sha256")
          .update(await readFile(`${base}.parquet`))
          .digest("hex"),
        withheld: disclosed.withheld,
        threshold: options.threshold,
      };
      await writeFile(`${base}.sql`, `${description.sql};\n`);
      await writeFile(`${base}.json`, `${JSON.stringify(result)}\n`);
      rowsIn += rows.length;
      withheld += disclosed.withheld;
      options.progress?.(done + 1, options.files.length, "results");
    }
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
  return {
    rowsIn,
    rowsOut: rowsIn - withheld,
    setAside: withheld === 0 ? {} : { "below-threshold": withheld },
  };
}

/** DuckDB's JSON form writes 64-bit integers as text; columns with a unit that is a number become numbers. */
function plainRow(row: Record<string, unknown>, header: QueryHeader): ResultRow {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]): [string, Cell] => {
      if (value === null || value === undefined) return [name, null];
      if (typeof value === "number" || typeof value === "boolean") return [name, value];
      const unit = header.columns[name]?.[0];
      const text = String(value);
      const numeric = unit !== "id" && unit !== "text" && unit !== "date" && text.trim() !== "";
      return [name, numeric && Number.isFinite(Number(text)) ? Number(text) : text];
    }),
  );
}

async function writeParquet(
  connection: Awaited<ReturnType<DuckDBInstance["connect"]>>,
  rows: readonly ResultRow[],
  columns: readonly { name: string; type: string }[],
  file: string,
): Promise<void> {
  const definition = columns.map(({ name, type }) => `${identifier(name)} ${type}`).join(", ");
  await connection.run(`create or replace temp table published (${definition})`);
  for (const row of rows) {
    const values = columns.map(({ name, type }) => typed(row[name] ?? null, type)).join(", ");
    await connection.run(`insert into published values (${values})`);
  }
  await connection.run(`copy published to ${literal(file)} (format parquet, compression snappy)`);
}

function typed(value: Cell, type: string): string {
  if (value === null) return "null";
  return `${literal(String(value))}::${type}`;
}
