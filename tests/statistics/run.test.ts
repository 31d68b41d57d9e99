import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { beforeAll, describe, expect, it } from "vitest";
import { type ResultDescription, runQuery } from "../../loaders/statistics/run.ts";
import { writeSample } from "./sample.ts";

let tables: Record<string, string>;
let folder: string;
beforeAll(async () => {
  tables = await writeSample();
  folder = mkdtempSync(join(tmpdir(), "tyndau-run-"));
});

const header = (columns: string, key = "corpus", more = "") => `-- title: T
-- question: Q
-- population: P
-- unit: post
-- method: /methodology/counts
-- key: [${key}]
-- columns: {${columns}}
${more}`;

/** Writes the query, runs it and returns its rows. Messages name it `query.sql`. */
async function run(text: string): Promise<unknown[][]> {
  const file = join(folder, "query.sql");
  writeFileSync(file, text);
  const output = join(folder, "result.parquet");
  try {
    await runQuery({
      id: "query",
      file,
      tables,
      macros: "loaders/statistics/macros.sql",
      output,
      description: join(folder, "result.json"),
    });
  } catch (error) {
    throw new Error((error as Error).message.replaceAll(file, "query.sql"));
  }
  const connection = await (await DuckDBInstance.create()).connect();
  const rows = (await connection.runAndReadAll(`from '${output}'`)).getRowsJson();
  connection.closeSync();
  return rows;
}

const counted = header("corpus: [id, c], posts: [count, p]");
const good = `${counted}select corpus, count(*) as posts from posts group by corpus order by corpus`;

describe("running a query", () => {
  it("writes its rows, and a description beside them", async () => {
    expect(await run(good)).toEqual([
      ["organisations", "60"],
      ["public", "240"],
    ]);
    const description = JSON.parse(readFileSync(join(folder, "result.json"), "utf8")) as ResultDescription;
    expect(description).toMatchObject({
      query: "query",
      rows: 2,
      header: { key: ["corpus"] },
      sql: "select corpus, count(*) as posts from posts group by corpus order by corpus",
      columns: [
        { name: "corpus", type: "VARCHAR" },
        { name: "posts", type: "BIGINT" },
      ],
    });
  });

  it("gives the same bytes each time", async () => {
    await run(good);
    const first = readFileSync(join(folder, "result.parquet"));
    await run(good);
    expect(readFileSync(join(folder, "result.parquet")).equals(first)).toBe(true);
  });

  it("shows organisations as sources, and nobody else", async () => {
    const sources = `${header("source_id: [id, s], posts: [count, p]", "source_id")}select coalesce(source_id, 'hidden') as source_id, count(*) as posts from posts group by all order by 1`;
    expect(await run(sources)).toEqual([
      ["help", "60"],
      ["hidden", "240"],
    ]);
  });

  it("shows no text of a post", async () => {
    await expect(run(good.replace("corpus, count", "text, corpus, count"))).rejects.toThrow(
      /query\.sql:8: DuckDB: Binder Error: Referenced column "text" not found/,
    );
  });
});

describe("a query is refused", () => {
  it.each([
    [
      "reads a file",
      "from posts group",
      "from read_parquet('/etc/passwd') as posts group",
      "file system operations are disabled",
    ],
    [
      "is two statements",
      "order by corpus",
      "order by corpus; select 1",
      "found 2 statements, expected one select",
    ],
    [
      "is no select",
      "select corpus, count(*) as posts from posts group by corpus order by corpus",
      "drop table posts",
      "found another statement, expected one select",
    ],
    ["is no SQL", "group by corpus", "group corpus", "query.sql:8: DuckDB: syntax error"],
    ["has no order by", " order by corpus", "", "found no order by"],
    [
      "asks the clock",
      "group by corpus",
      "where local_date < current_date group by corpus",
      "found current_date",
    ],
    ["asks for chance", "group by corpus", "where random() < 0.5 group by corpus", "found random"],
    ["samples", "from posts", "from posts tablesample 10%", "found a sample of rows"],
    [
      "lacks a column of its header",
      "count(*) as posts",
      "count(*) as number",
      'found column "posts" in the header, expected it in the result too',
    ],
    [
      "has a column more",
      "count(*) as posts",
      "count(*) as posts, 1 as one",
      'found column "one" in the result, expected it in the header',
    ],
    [
      "gives another type",
      "count(*) as posts",
      "sum(1) as posts",
      'found column "posts" of type HUGEINT, expected TINYINT',
    ],
    [
      "repeats a key",
      "group by corpus",
      "group by corpus, local_date",
      "rows with the key corpus = organisations, expected one",
    ],
    [
      "has a null key",
      "select corpus",
      "select nullif(corpus, 'public') as corpus",
      'found 1 rows with null in key column "corpus"',
    ],
    ["has a negative count", "count(*) as posts", "-count(*) as posts", '"posts" below 0'],
    [
      "sorts otherwise than it says",
      "order by corpus",
      "order by corpus desc",
      "expected order by corpus, as the header says",
    ],
  ])("that %s", async (_name, from, to, message) => {
    await expect(run(good.replace(from, to))).rejects.toThrow(message);
  });

  it("that divides by zero into a number that is none", async () => {
    const shares = header("corpus: [id, c], share: [number, s]");
    await expect(
      run(`${shares}select corpus, 'nan'::double as share from posts group by corpus order by corpus`),
    ).rejects.toThrow('found 2 rows with "share" that is no finite number');
  });

  it("whose order leaves ties", async () => {
    const tied = header("corpus: [id, c], one: [count, o]", "corpus", "-- order: [one]\n");
    await expect(
      run(`${tied}select corpus, 1 as one from posts group by corpus order by one`),
    ).rejects.toThrow("found 1 rows that order by one leaves equal, expected a total order");
  });

  it("with the line of the file on which DuckDB found the fault", async () => {
    await expect(
      run(`${counted}\nselect\n  corpus,\n  cuont(*) as posts\nfrom posts\ngroup by corpus\norder by corpus`),
    ).rejects.toThrow(
      /^query\.sql:11: DuckDB: Catalog Error: Scalar Function with name cuont does not exist/,
    );
  });
});
