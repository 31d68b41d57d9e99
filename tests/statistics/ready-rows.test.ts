import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, expect, it } from "vitest";
import { writeReadyPosts, writeReadyRows } from "../../loaders/statistics/ready-rows.ts";
import { rowsOfPosts } from "../../loaders/statistics/tables.ts";
import { count, rowsOf } from "./counted-sample.ts";
import { writeSample } from "./sample.ts";

const folder = mkdtempSync(join(tmpdir(), "ready-rows-"));
let raw: Record<string, string>;
let ready: Record<string, string>;
let connection: DuckDBConnection;

beforeAll(async () => {
  connection = await (await DuckDBInstance.create(":memory:")).connect();
  raw = { ...(await writeSample()) };
  // In an order that is not the ids', as annotate writes them.
  for (const name of ["posts", ...rowsOfPosts.map((table) => table.name)]) {
    const file = join(folder, `raw-${name}.parquet`);
    await connection.run(
      `copy (from '${raw[name]}' order by hash(post_id), columns(*)) to '${file}' (format parquet)`,
    );
    raw[name] = file;
  }
  const numbers = join(folder, "numbers.parquet");
  ready = { ...raw, posts: join(folder, "posts.parquet") };
  await writeReadyPosts(
    { posts: raw.posts!, organisations: raw.organisations! },
    { posts: ready.posts!, numbers },
  );
  for (const table of rowsOfPosts) {
    ready[table.name] = join(folder, `${table.name}.parquet`);
    await writeReadyRows(table, { rows: raw[table.name]!, numbers }, ready[table.name]!);
  }
});
afterAll(() => {
  connection.closeSync();
  rmSync(folder, { recursive: true, force: true });
});

async function values(sql: string): Promise<unknown[]> {
  return (await connection.runAndReadAll(sql)).getRowsJson();
}

it("numbers posts and stories in the order of their ids", async () => {
  expect(await values(`select post_id, story_id from '${ready.posts}' limit 5`)).toEqual([
    [0, 0],
    [1, 0],
    [2, 1],
    [3, 1],
    [4, 2],
  ]);
});

it("leaves out what statements do not see, and hides sources that are no organisations", async () => {
  const columns = (await values(`select column_name from (describe from '${ready.posts}')`)).flat();
  expect(columns).toContain("source_number");
  for (const name of ["title", "text", "author_id"]) expect(columns).not.toContain(name);
  expect(await values(`select distinct source_id from '${ready.posts}' order by all`)).toEqual([
    ["help"],
    [null],
  ]);
});

it.each(rowsOfPosts)(
  "keeps the rows of $name, their order and all but the ids",
  async ({ name, columns }) => {
    const others = columns
      .map((column) => column.name)
      .filter((column) => !["post_id", "story_id"].includes(column));
    const read = (file: string, id: string) => values(`select ${id}, ${others} from '${file}'`);
    // The sample's ids are the numbers in hexadecimal.
    expect(await read(ready[name]!, "post_id")).toEqual(await read(raw[name]!, "('0x' || post_id)::integer"));
  },
);

it("gives statements the rows that the tables before gave", async () => {
  const names = ["shares_by_choice", "sex_named_by_choice", "stories_by_topic_month", "girls_share_contrast"];
  const [before, after] = [await count(raw, names), await count(ready, names)];
  for (const name of names) {
    const rows = await rowsOf(after[name]!);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows).toEqual(await rowsOf(before[name]!));
  }
});
