import { dirname, join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { openDatabase } from "../parquet/database.ts";
import { identifier, literal } from "../parquet/sql-text.ts";
import type { Table } from "../tables.ts";
import { loadTables } from "./tables.ts";

/**
 * Private tables are made ready once for all statements: `post_id` and `story_id` become whole numbers, in the order of
 * the ids, which DuckDB reads and joins several times as fast.
 *
 * Writes `posts` ready, with the columns that statements see (tables.ts), sorted by number, and the numbers of posts
 * and stories for `writeReadyRows`. Returns the number of posts.
 */
export async function writeReadyPosts(
  inputs: { readonly posts: string; readonly organisations: string },
  outputs: { readonly posts: string; readonly numbers: string },
): Promise<number> {
  return inDatabase(outputs.posts, async (connection) => {
    await loadTables(connection, inputs);
    await connection.run(
      `create table stories as
       select story_id, (row_number() over (order by story_id) - 1)::integer as story_number
       from (select distinct story_id from posts)`,
    );
    await connection.run(
      `create table numbers as
       select post_id, (row_number() over (order by post_id) - 1)::integer as post_number, story_number
       from posts left join stories using (story_id)`,
    );
    await connection.run(
      `copy (from numbers order by post_number) to ${literal(outputs.numbers)} (format parquet, compression snappy)`,
    );
    return copied(
      connection,
      `select posts.* replace (post_number as post_id, story_number as story_id)
       from posts left join numbers using (post_id)
       order by post_number`,
      outputs.posts,
    );
  });
}

/** Writes another private table ready, by the numbers that `writeReadyPosts` wrote. Returns its rows, in their order. */
export async function writeReadyRows(
  table: Table,
  inputs: { readonly rows: string; readonly numbers: string },
  output: string,
): Promise<number> {
  return inDatabase(output, async (connection) => {
    await connection.run(`create table numbers as from read_parquet(${literal(inputs.numbers)})`);
    // The rows stream past the numbers, whichever are more, so that they keep their order.
    await connection.run("set disabled_optimizers = 'join_order,build_side_probe_side'");
    const numberOf: Record<string, string> = { post_id: "post_number", story_id: "story_number" };
    const selected = table.columns.map(({ name }) =>
      name in numberOf ? `numbers.${numberOf[name]} as ${identifier(name)}` : `own.${identifier(name)}`,
    );
    return copied(
      connection,
      `select ${selected.join(", ")}
       from read_parquet(${literal(inputs.rows)}) as own
       left join numbers on numbers.post_id = own.post_id`,
      output,
    );
  });
}

async function copied(connection: DuckDBConnection, select: string, file: string): Promise<number> {
  const done = await connection.runAndReadAll(
    `copy (${select}) to ${literal(file)} (format parquet, compression snappy, use_tmp_file false)`,
  );
  return Number(done.getRowsJson()[0]![0]);
}

async function inDatabase(
  output: string,
  use: (connection: DuckDBConnection) => Promise<number>,
): Promise<number> {
  const { connection, close } = await openDatabase({ spill: join(dirname(output), ".spill") });
  try {
    return await use(connection);
  } finally {
    close();
  }
}
