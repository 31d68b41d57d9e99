import { readFileSync, writeFileSync } from "node:fs";
import { readQuery } from "./header.ts";
import type { QueryHeader } from "./header-schema.ts";
import { checkResult, type ResultColumn } from "./result.ts";
import { rowsOf, type SessionOptions, withStatement } from "./session.ts";

/** What stands beside a result's Parquet: everything about the query but its rows. */
export interface ResultDescription {
  readonly query: string;
  readonly header: QueryHeader;
  readonly sql: string;
  /** Names of the tables that the query reads. */
  readonly tables: readonly string[];
  readonly rows: number;
  readonly columns: readonly ResultColumn[];
}

/** Its tables are already disclosed. */
export interface QueryRun extends SessionOptions {
  /** The query's path below the pages folder, without `.sql`. */
  readonly id: string;
  /** The `.sql` file. */
  readonly file: string;
  /** JSON file to write: the ResultDescription. */
  readonly description: string;
}

/**
 * Runs one query on published tables and writes its result and description. The same inputs give the same bytes.
 * Returns the rows read and written. Throws a QueryError where the query, or its result, is not as its header says.
 */
export async function runQuery(run: QueryRun): Promise<{ rowsIn: number; rowsOut: number }> {
  const query = readQuery(readFileSync(run.file, "utf8"), run.file);
  return withStatement(query, run, "result", async ({ connection, rowsIn, write }) => {
    const columns = await checkResult(connection, query);
    await write("result");
    const rowsOut = await rowsOf(connection, "result");
    const description: ResultDescription = {
      query: run.id,
      header: query.header,
      sql: query.sql,
      tables: Object.keys(run.tables),
      rows: rowsOut,
      columns,
    };
    writeFileSync(run.description, `${JSON.stringify(description, null, 2)}\n`);
    return { rowsIn, rowsOut };
  });
}
