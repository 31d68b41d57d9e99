import { readFileSync, writeFileSync } from "node:fs";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { literal } from "../parquet/sql-text.ts";
import { type Query, readQuery } from "./header.ts";
import type { QueryHeader } from "./header-schema.ts";
import { QueryError } from "./query-error.ts";
import { checkResult, type ResultColumn } from "./result.ts";
import { checkStatement } from "./statement.ts";
import { loadTables } from "./tables.ts";

/** What stands beside a result's Parquet: everything about the query but its rows. */
export interface ResultDescription {
  readonly query: string;
  readonly header: QueryHeader;
  readonly sql: string;
  readonly rows: number;
  readonly columns: readonly ResultColumn[];
}

export interface QueryRun {
  /** The query's path below the pages folder, without `.sql`. */
  readonly id: string;
  /** The `.sql` file. */
  readonly file: string;
  /** Table name to its Parquet file; only these can be asked. */
  readonly tables: Readonly<Record<string, string>>;
  /** The file of SQL macros. */
  readonly macros: string;
  /** Parquet file to write. */
  readonly output: string;
  /** JSON file to write: the ResultDescription. */
  readonly description: string;
}

/**
 * Runs one query in a DuckDB of its own and writes its result and description. The query sees the tables
 * and macros and nothing else: no file, no network, no setting. The same inputs give the same bytes.
 * Returns the rows read and written. Throws a QueryError where the query, or its result, is not as its header
 * says.
 */
export async function runQuery(run: QueryRun): Promise<{ rowsIn: number; rowsOut: number }> {
  const query = readQuery(readFileSync(run.file, "utf8"), run.file);
  // One thread: sums of floating-point numbers depend on the order of the terms.
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  const connection = await instance.connect();
  try {
    await connection.run("set TimeZone = 'UTC'");
    await connection.run(readFileSync(run.macros, "utf8"));
    await checkStatement(connection, query);
    const rowsIn = await loadTables(connection, run.tables);
    await lock(connection, run.output);
    await execute(connection, query);
    const columns = await checkResult(connection, query);
    await connection.run(
      `copy result to ${literal(run.output)} (format parquet, compression snappy, use_tmp_file false)`,
    );
    const rowsOut = Number(
      (await connection.runAndReadAll("select count(*) from result")).getRowsJson()[0]![0],
    );
    const description: ResultDescription = {
      query: run.id,
      header: query.header,
      sql: query.sql,
      rows: rowsOut,
      columns,
    };
    writeFileSync(run.description, `${JSON.stringify(description, null, 2)}\n`);
    return { rowsIn, rowsOut };
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

async function lock(connection: DuckDBConnection, output: string): Promise<void> {
  await connection.run(`set allowed_paths = [${literal(output)}]`);
  await connection.run("set enable_external_access = false");
  await connection.run("set lock_configuration = true");
}

async function execute(connection: DuckDBConnection, query: Query): Promise<void> {
  try {
    await connection.run(`create table result as ${query.sql}`);
  } catch (error) {
    // DuckDB counts lines from the statement's first, which `create table` shares with the query's.
    const message = (error as Error).message.trim();
    const line = query.sqlLine + Number(/^LINE (\d+):/m.exec(message)?.[1] ?? 1) - 1;
    const said = message.replace(/\n+LINE \d+:[\s\S]*$/, "").replace(/\s*\n\s*/g, " ");
    throw new QueryError(query.file, [{ line, text: `DuckDB: ${said}` }]);
  }
}
