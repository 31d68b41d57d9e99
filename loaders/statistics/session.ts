import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { literal } from "../parquet/sql-text.ts";
import type { Statement } from "./header.ts";
import { namedMacros } from "./named-macros.ts";
import { QueryError } from "./query-error.ts";
import { checkStatement } from "./statement.ts";
import { loadTables } from "./tables.ts";

/** What a statement may hold in memory; beyond it DuckDB puts aside on the disk what it can. */
const memoryLimit = "1GB";

export interface SessionOptions {
  /** Table name to its Parquet file; only these can be asked. */
  readonly tables: Readonly<Record<string, string>>;
  /** The file of SQL macros. */
  readonly macros: string;
  /** The one file that can be written. */
  readonly output: string;
}

/**
 * Runs a statement in a DuckDB of its own, as table `into`, and hands the connection to `use`. The statement sees the
 * tables and macros and nothing else: no file, no network, no setting. The same inputs give the same rows.
 * `use` gets the number of rows read. Throws a QueryError where the statement can't be run.
 */
export async function withStatement<T>(
  statement: Statement<unknown>,
  options: SessionOptions,
  into: string,
  use: (connection: DuckDBConnection, rowsIn: number) => Promise<T>,
): Promise<T> {
  // One thread: sums of floating-point numbers depend on the order of the terms.
  const instance = await DuckDBInstance.create(":memory:", {
    threads: "1",
    memory_limit: memoryLimit,
    // Beside the output, whose folder goes when its step has ended.
    temp_directory: join(dirname(options.output), ".spill"),
  });
  const connection = await instance.connect();
  try {
    await connection.run("set TimeZone = 'UTC'");
    const whole = await checkStatement(connection, statement);
    const rowsIn = await loadTables(connection, options.tables, { sql: statement.sql, whole });
    const macros = namedMacros(readFileSync(options.macros, "utf8"), statement.sql);
    if (/garwood/.test(macros)) {
      // Macros are bound when made, so the table that some of them read must be there, if only empty.
      await connection.run("create table if not exists garwood (count integer, lower double, upper double)");
    }
    if (macros !== "") await connection.run(macros);
    await lock(connection, options.output);
    await execute(connection, statement, into);
    return await use(connection, rowsIn);
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

async function execute(
  connection: DuckDBConnection,
  statement: Statement<unknown>,
  into: string,
): Promise<void> {
  try {
    await connection.run(`create table ${into} as ${statement.sql}`);
  } catch (error) {
    // DuckDB counts lines from the statement's first, which `create table` shares with the query's.
    const message = (error as Error).message.trim();
    const line = statement.sqlLine + Number(/^LINE (\d+):/m.exec(message)?.[1] ?? 1) - 1;
    const said = message.replace(/\n+LINE \d+:[\s\S]*$/, "").replace(/\s*\n\s*/g, " ");
    throw new QueryError(statement.file, [{ line, text: `DuckDB: ${said}` }]);
  }
}

/** Writes a table of the connection as the published form of Parquet: Snappy, which every reader knows. */
export async function copyParquet(connection: DuckDBConnection, source: string, file: string): Promise<void> {
  await connection.run(
    `copy ${source} to ${literal(file)} (format parquet, compression snappy, use_tmp_file false)`,
  );
}

/** The number of rows of a table of the connection. */
export async function rowsOf(connection: DuckDBConnection, table: string): Promise<number> {
  const counted = await connection.runAndReadAll(`select count(*) from ${table}`);
  return Number(counted.getRowsJson()[0]![0]);
}
