import {
  DATE,
  DOUBLE,
  type DuckDBAppender,
  type DuckDBConnection,
  DuckDBDateValue,
  DuckDBInstance,
  INTEGER,
  VARCHAR,
} from "@duckdb/node-api";
import { literal } from "../parquet/sql-text.ts";
import type { Study } from "../study/study.ts";
import type { Column, Table } from "../tables.ts";
import { garwood } from "./garwood.ts";
import { noStudyFiles, type StudyFiles } from "./study-files.ts";
import { type StudyValue, studyTables } from "./study-tables.ts";

/** The largest count whose limits stand in the table; `macros.sql` says it too. */
const largestTabled = 1000;

/** The exact Poisson limits by count, for the macros `garwood_lower` and `garwood_upper`. */
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

/**
 * Writes every study table to its file. `files`: table name to Parquet file; `made`: what some tables need beside the
 * definition. Returns the rows written.
 */
export async function writeStudyTables(
  study: Study,
  files: Readonly<Record<string, string>>,
  made: StudyFiles = noStudyFiles,
): Promise<number> {
  return inDatabase(async (connection) => {
    let rows = 0;
    for (const table of studyTables) {
      const values = table.rows(study, made);
      await writeTable(connection, table, values, files[table.name]!);
      rows += values.length;
    }
    return rows;
  });
}

/** Writes the Poisson limits of 0 to 1,000; above, the macros use an expansion. Returns the rows written. */
export async function writeGarwood(file: string): Promise<number> {
  const values: StudyValue[][] = [];
  for (let events = 0; events <= largestTabled; events++) {
    const { lower, upper } = garwood(events);
    values.push([events, lower, upper]);
  }
  await inDatabase((connection) => writeTable(connection, garwoodTable, values, file));
  return values.length;
}

async function writeTable(
  connection: DuckDBConnection,
  table: Table,
  rows: readonly StudyValue[][],
  file: string,
): Promise<void> {
  await fillTable(connection, table.name, table.columns, rows);
  await connection.run(`copy ${table.name} to ${literal(file)} (format parquet, compression snappy)`);
}

async function inDatabase<T>(use: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  const connection = await instance.connect();
  try {
    return await use(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** Creates the table in the connection's database and appends the rows, whose values stand in the columns' order. */
export async function fillTable(
  connection: DuckDBConnection,
  name: string,
  columns: readonly Pick<Column, "name" | "type">[],
  rows: readonly (readonly StudyValue[])[],
): Promise<void> {
  await connection.run(
    `create table ${name} (${columns.map((column) => `"${column.name}" ${column.type}`).join(", ")})`,
  );
  const appender = await connection.createAppender(name);
  for (const row of rows) {
    columns.forEach((column, at) => {
      append(appender, column, row[at] ?? null);
    });
    appender.endRow();
  }
  appender.closeSync();
}

function append(appender: DuckDBAppender, column: Pick<Column, "name" | "type">, value: StudyValue): void {
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
