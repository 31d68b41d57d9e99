import {
  DATE,
  DOUBLE,
  type DuckDBAppender,
  DuckDBDateValue,
  DuckDBInstance,
  INTEGER,
  VARCHAR,
} from "@duckdb/node-api";
import { literal } from "../parquet/sql-text.ts";
import type { Study } from "../study/types.ts";
import type { Column, Table } from "../tables.ts";
import { garwood } from "./garwood.ts";
import { type StudyValue, studyTables } from "./study-tables.ts";

/** The exact Poisson limits by count: `rate` queries join it, so that they run in plain DuckDB too. */
export const garwoodTable: Table = {
  name: "garwood",
  writtenBy: "statistics",
  row: "a count of events",
  columns: [
    { name: "count", type: "INTEGER", nullable: false, unit: "events", meaning: "the count, from 0" },
    {
      name: "lower",
      type: "DOUBLE",
      nullable: false,
      unit: "events",
      meaning: "lower 95 % limit of the mean",
    },
    {
      name: "upper",
      type: "DOUBLE",
      nullable: false,
      unit: "events",
      meaning: "upper 95 % limit of the mean",
    },
  ],
};

/** Writes every study table to its file. `files`: table name to Parquet file. Returns the rows written. */
export async function writeStudyTables(
  study: Study,
  files: Readonly<Record<string, string>>,
): Promise<number> {
  let rows = 0;
  for (const table of studyTables) {
    const values = table.rows(study);
    await writeTable(table, values, files[table.name]!);
    rows += values.length;
  }
  return rows;
}

/**
 * Writes the Poisson limits of 0 to at least `count`. The table ends at a power of two, so that it stays the
 * same while a corpus grows a little. Returns the rows written.
 */
export async function writeGarwood(count: number, file: string): Promise<number> {
  const rows = Math.max(1024, 2 ** Math.ceil(Math.log2(count + 1)));
  const values: StudyValue[][] = [];
  for (let events = 0; events < rows; events++) {
    const { lower, upper } = garwood(events);
    values.push([events, lower, upper]);
  }
  await writeTable(garwoodTable, values, file);
  return rows;
}

async function writeTable(table: Table, rows: readonly StudyValue[][], file: string): Promise<void> {
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  const connection = await instance.connect();
  try {
    await connection.run(
      `create table ${table.name} (${table.columns.map(({ name, type }) => `"${name}" ${type}`).join(", ")})`,
    );
    const appender = await connection.createAppender(table.name);
    for (const row of rows) {
      table.columns.forEach((column, at) => {
        append(appender, column, row[at] ?? null);
      });
      appender.endRow();
    }
    appender.closeSync();
    await connection.run(`copy ${table.name} to ${literal(file)} (format parquet, compression snappy)`);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

function append(appender: DuckDBAppender, column: Column, value: StudyValue): void {
  if (value === null) {
    appender.appendNull();
    return;
  }
  switch (column.type) {
    case "VARCHAR":
      appender.appendValue(String(value), VARCHAR);
      break;
    case "INTEGER":
      appender.appendValue(Number(value), INTEGER);
      break;
    case "DOUBLE":
      appender.appendValue(Number(value), DOUBLE);
      break;
    case "DATE":
      appender.appendValue(new DuckDBDateValue(Date.parse(String(value)) / 86_400_000), DATE);
      break;
    default:
      throw new Error(
        `table ${column.name}: found type ${column.type}, expected VARCHAR, INTEGER, DOUBLE or DATE`,
      );
  }
}
