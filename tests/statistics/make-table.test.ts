import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeTable, type TableDescription } from "../../loaders/statistics/make-table.ts";

const folder = mkdtempSync(join(tmpdir(), "make-table-"));
const sightings = join(folder, "sightings.parquet");

/** Posts by place and month; b in March, with 2, is under a threshold of 5. */
const counts = [
  ["a", "01", 40],
  ["a", "02", 30],
  ["a", "03", 20],
  ["b", "01", 9],
  ["b", "02", 12],
  ["b", "03", 2],
  ["c", "01", 15],
  ["c", "02", 8],
  ["c", "03", 25],
] as const;

beforeAll(async () => {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const rows = counts.map((row) => `('${row[0]}', '${row[1]}', ${row[2]})`).join(", ");
  await connection.run(`copy (
    select place, month from (values ${rows}) as cells(place, month, posts), range(posts)
  ) to '${sightings}' (format parquet)`);
  connection.closeSync();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const header = `-- title: Posts by place and month
-- population: all posts
-- unit: post
-- key: [place, month]
-- columns:
--   place: [id, the place]
--   month: [id, the month]
--   posts: [count, posts]
`;
const sql =
  "select place, month, count(*) as posts from sightings group by place, month order by place, month\n";

/** Makes a table with a threshold of 5 and returns its rows, as in the file, and its description. */
async function made(text: string) {
  const file = join(folder, "posts_by_place.sql");
  const output = join(folder, "posts_by_place.parquet");
  const description = join(folder, "posts_by_place.json");
  rmSync(output, { force: true });
  writeFileSync(file, text);
  const run = await makeTable({
    name: "posts_by_place",
    file,
    tables: { sightings },
    macros: "loaders/statistics/macros.sql",
    threshold: 5,
    output,
    description,
  });
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const rows = (await connection.runAndReadAll(`from read_parquet('${output}')`)).getRowsJson();
  connection.closeSync();
  return { run, rows, description: JSON.parse(readFileSync(description, "utf8")) as TableDescription };
}

const withheld = (rows: readonly (readonly unknown[])[]) =>
  rows.filter((row) => row[2] === null).map((row) => `${row[0]}${row[1]}`);

describe("a counted table", () => {
  it("without a cell is refused, and nothing is written", async () => {
    await expect(made(header + sql)).rejects.toThrow(/posts_by_place\.sql:1: found no cell, expected it/);
    expect(existsSync(join(folder, "posts_by_place.parquet"))).toBe(false);
  });

  it("with a count that no cell guards is refused at the count's line", async () => {
    const text = `${header.replace("[count, posts]\n", "[count, posts]\n--   days: [count, days]\n")}-- cell: {count: posts}\n${sql.replace("as posts", "as posts, count(distinct month) as days")}`;
    await expect(made(text)).rejects.toThrow(
      /posts_by_place\.sql:9: found the count "days" unguarded, expected it in cell too, as count: \[posts, days\]/,
    );
    expect(existsSync(join(folder, "posts_by_place.parquet"))).toBe(false);
  });

  it("keeps the key of a small row and nothing else of it", async () => {
    const { rows, run, description } = await made(`${header}-- cell: {count: posts}\n${sql}`);
    expect(rows).toHaveLength(9);
    expect(withheld(rows)).toEqual(["b03"]);
    expect(run).toEqual({ rowsIn: 161, rowsOut: 8, setAside: { "below-threshold": 1 } });
    expect(description).toMatchObject({ rows: 9, withheld: 1, threshold: 5 });
  });

  it("withholds a second row where those of one grouping add up to a total", async () => {
    const { rows } = await made(`${header}-- cell: {count: posts, within: [place]}\n${sql}`);
    expect(withheld(rows)).toEqual(["b01", "b03"]);
  });

  it("withholds until no grouping of a list of lists gives a small row away", async () => {
    const { rows } = await made(`${header}-- cell: {count: posts, within: [[place], [month]]}\n${sql}`);
    // b03 takes b01 of its place and a03 of its month; each of these has a total on its other side.
    const hidden = withheld(rows);
    expect(hidden).toEqual(expect.arrayContaining(["b01", "b03", "a03"]));
    for (const side of [0, 1] as const) {
      for (const value of new Set(counts.map((row) => row[side]))) {
        const inside = counts.filter((row) => row[side] === value && hidden.includes(`${row[0]}${row[1]}`));
        expect(inside, value).not.toHaveLength(1);
      }
    }
    expect(hidden.length).toBeLessThan(9);
  });

  it("of an unknown estimator is refused at its line", async () => {
    const text = `${header}-- cell: {count: posts}\n-- estimate: {kind: crystal-ball}\n${sql}`;
    await expect(made(text)).rejects.toThrow(/posts_by_place\.sql:10: found the estimator "crystal-ball"/);
  });
});
