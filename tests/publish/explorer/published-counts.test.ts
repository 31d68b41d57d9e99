import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, expect, test } from "vitest";
import { cubeOf } from "../../../loaders/publish/explorer/cube.ts";
import { groupOf, publishedCounts, wholeCounts } from "../../../loaders/publish/explorer/published-counts.ts";

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
  const found = await publishedCounts(connection, { alone: { quarter: file }, byTopic: {} });
  connection.closeSync();
  expect([[...found.alone.keys()], found.byTopic.size]).toEqual([["quarter"], 0]);
  const quarters = found.alone.get("quarter")!;
  expect([...quarters.get(groupOf("a", "s"))!]).toEqual([
    ["2022-Q1", 30],
    ["2022-Q2", null],
  ]);
  expect([...quarters.get(groupOf("b", "s"))!]).toEqual([["2022-Q1", 7]]);
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
const whole = (units: Record<string, number | null>) => {
  const alone = new Map([
    ["map_unit" as const, new Map([[groupOf("a", "s"), new Map(Object.entries(units))]])],
  ]);
  return wholeCounts({ alone, byTopic: new Map() }, cube, dimensions, 5).alone.map_unit;
};

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
  const alone = new Map([["language" as const, new Map()]]);
  expect(wholeCounts({ alone, byTopic: new Map() }, cube, dimensions, 5)).toEqual({
    alone: { language: [[null], [[]]] },
    by_topic: {},
  });
});

test("counts by topic need the topic's own, and leave no small number of its stories", () => {
  const whole = (total: number | null, units: Record<string, number>) =>
    wholeCounts(
      {
        alone: new Map([["topic", new Map([[groupOf("a", "s"), new Map([["t", total]])]])]]),
        byTopic: new Map([["map_unit", new Map([[groupOf("a", "s", "t"), new Map(Object.entries(units))]])]]),
      },
      cube,
      dimensions,
      5,
    ).by_topic.map_unit;
  expect(whole(59, { north: 20, south: 30 })).toEqual([[[[20, 30, 9]], [[]]]]);
  expect(whole(null, { north: 20, south: 30 })).toEqual([[[null], [[]]]]);
  expect(whole(59, { north: 20, south: 31 })).toEqual([[[null], [[]]]]);
});
