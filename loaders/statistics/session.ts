import { copyFileSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { literal } from "../parquet/sql-text.ts";
import type { Statement } from "./header.ts";
import { namedMacros } from "./named-macros.ts";
import { QueryError } from "./query-error.ts";
import { type Sandbox, withOwnSandbox, withSharedSandbox } from "./sandbox.ts";
import { checkStatement } from "./statement.ts";
import { loadTables } from "./tables.ts";

export interface SessionOptions {
  /** Table name to its Parquet file; only these can be asked. */
  readonly tables: Readonly<Record<string, string>>;
  /** The file of SQL macros. */
  readonly macros: string;
  /** The one file that is written. */
  readonly output: string;
  /** A folder that outlives the statement: the statements of a thread then share a DuckDB there, one after the other. */
  readonly scratch?: string | undefined;
}

/** A statement that has run. */
export interface Ran {
  readonly connection: DuckDBConnection;
  /** The number of rows read. */
  readonly rowsIn: number;
  /** Writes a table of the connection to the output, as the published form of Parquet: Snappy, which every reader knows. */
  write(source: string): Promise<void>;
}

/**
 * Runs a statement in a database of its own, as table `into`, and hands it to `use`. The statement sees the
 * tables and macros and nothing else: no file, no network, no setting. The same inputs give the same rows.
 * Throws a QueryError where the statement can't be run.
 */
export function withStatement<T>(
  statement: Statement<unknown>,
  options: SessionOptions,
  into: string,
  use: (ran: Ran) => Promise<T>,
): Promise<T> {
  const run = (sandbox: Sandbox) =>
    sandbox.withDatabase(async (connection) => {
      const whole = await checkStatement(connection, statement);
      const admitted = Object.entries(options.tables).map(([name, file]) => [
        name,
        sandbox.admit(file, `${name}.parquet`),
      ]);
      const asked = { sql: statement.sql, whole };
      const rowsIn = await loadTables(connection, Object.fromEntries(admitted), asked);
      sandbox.empty();
      const macros = namedMacros(readFileSync(options.macros, "utf8"), statement.sql);
      if (/garwood/.test(macros)) {
        // Macros are bound when made, so the table that some of them read must be there, if only empty.
        await connection.run(
          "create table if not exists garwood (count integer, lower double, upper double)",
        );
      }
      if (macros !== "") await connection.run(macros);
      await execute(connection, statement, into);
      const write = async (source: string) => {
        const made = sandbox.place("output.parquet");
        await connection.run(
          `copy ${source} to ${literal(made)} (format parquet, compression snappy, use_tmp_file false)`,
        );
        copyFileSync(made, options.output);
      };
      return use({ connection, rowsIn, write });
    });
  return options.scratch === undefined
    ? withOwnSandbox(dirname(options.output), run)
    : withSharedSandbox(options.scratch, run);
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

/** The number of rows of a table of the connection. */
export async function rowsOf(connection: DuckDBConnection, table: string): Promise<number> {
  const counted = await connection.runAndReadAll(`select count(*) from ${table}`);
  return Number(counted.getRowsJson()[0]![0]);
}
