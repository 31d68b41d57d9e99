import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, expect, test } from "vitest";
import { cubeOf } from "../../../loaders/publish/explorer/cube.ts";
import { pairOf, publishedCounts, wholeCounts } from "../../../loaders/publish/explorer/published-counts.ts";

const folder = mkdtempSync(join(tmpdir(), "published-counts-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a quarter is the sum of its months, and null where one is withheld; a study may lack a table", async () => {
  const connection = await (await DuckDBInstance.create()).connect();
  const file = join(folder, "months.parquet");
  await connection.run(`
    copy (
      select * from (values
        ('a', 's', date '2022-01-01', 10), ('a', 's', date '2022-02-01', 20), ('a', 's', date '2022-03-01', 0),
        ('a', 's', date '2022-04-01', null), ('a', 's', date '2022-05-01', 30),
        ('b', 's', date '2022-02-01', 7)
      ) as months(corpus, scope, month, stories)
    ) to '${file}' (format parquet)`);
  const found = await publishedCounts(connection, { quarter: file });
  connection.closeSync();
  expect([...found.keys()]).toEqual(["quarter"]);
  const quarters = found.get("quarter")!;
  expect([...quarters.get(pairOf("a", "s"))!]).toEqual([
    ["2022-Q1", 30],
    ["2022-Q2", null],
  ]);
  expect([...quarters.get(pairOf("b", "s"))!]).toEqual([["2022-Q1", 7]]);
});

const base = { corpus: "a", scope: "s", platform: "p", quarter: "2022-Q1", language: "x", topics: ["t"] };
const dimensions = {
  corpus: ["a", "b"],
  scope: ["s"],
  map_unit: ["north", "south", "none"],
  language: ["x"],
  quarter: ["2022-Q1"],
  topic: ["t"],
};
const cube = cubeOf(
  [
    { ...base, map_unit: "north", stories: 20 },
    { ...base, map_unit: "south", stories: 30 },
    { ...base, map_unit: "none", stories: 9 },
  ],
  5,
);
const whole = (units: Record<string, number | null>) =>
  wholeCounts(
    new Map([["map_unit", new Map([[pairOf("a", "s"), new Map(Object.entries(units))]])]]),
    cube,
    dimensions,
    5,
  ).map_unit;

test("stories of no region are the rest where every region's are published; a corpus without stories has an empty list", () => {
  expect(whole({ north: 20, south: 30 })).toEqual([[[20, 30, 9]], [[]]]);
  expect(whole({ north: 20, south: null })).toEqual([[[20, null, null]], [[]]]);
});

test("nothing is used that would tell a small number together with the cells", () => {
  // Two stories of the north in cells without a region.
  expect(whole({ north: 22, south: 30 })).toEqual([[null], [[]]]);
  // Two stories of no region that no cell shows.
  expect(whole({ north: 20, south: 37 })).toEqual([[null], [[]]]);
  // Fewer than the cells hold: the tables are of other posts.
  expect(whole({ north: 19, south: 30 })).toEqual([[null], [[]]]);
});

test("a table without a corpus and scope that has stories is not used for it", () => {
  expect(wholeCounts(new Map([["language", new Map()]]), cube, dimensions, 5)).toEqual({
    language: [[null], [[]]],
  });
});
