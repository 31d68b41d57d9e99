import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { makeTable } from "../../loaders/statistics/make-table.ts";
import { runQuery } from "../../loaders/statistics/run.ts";

const macros = "loaders/statistics/macros.sql";

export type Row = Record<string, unknown>;

/**
 * Makes counted tables of `src/tables` from private tables (name to file), with a threshold that withholds nothing
 * unless another is given. Returns name to Parquet file.
 */
export async function count(
  tables: Readonly<Record<string, string>>,
  names: readonly string[],
  threshold = 1,
): Promise<Record<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), "tyndau-count-"));
  const made: Record<string, string> = {};
  for (const name of names) {
    const output = join(folder, `${name}.parquet`);
    const description = join(folder, `${name}.json`);
    await makeTable({ name, file: `src/tables/${name}.sql`, tables, macros, threshold, output, description });
    made[name] = output;
  }
  return made;
}

/** The rows of a query of `src`, run on tables (name to file) as the pipeline runs it. */
export async function ask(id: string, tables: Readonly<Record<string, string>>): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "tyndau-ask-"));
  const output = join(folder, "result.parquet");
  const description = join(folder, "result.json");
  await runQuery({ id, file: `src/${id}.sql`, tables, macros, output, description });
  return rowsOf(output);
}

/** The rows of a Parquet file; whole numbers as numbers. */
export async function rowsOf(file: string): Promise<Row[]> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    const read = (await connection.runAndReadAll(`from '${file}'`)).getRowObjectsJson() as Row[];
    return read.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [
          name,
          typeof value === "string" && /^-?\d+$/.test(value) ? Number(value) : value,
        ]),
      ),
    );
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** The rows with these values. */
export function where(rows: readonly Row[], values: Row): Row[] {
  return rows.filter((row) => Object.entries(values).every(([name, value]) => row[name] === value));
}
