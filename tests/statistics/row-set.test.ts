import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readRowSet } from "../../loaders/statistics/row-set.ts";

const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
const connection = await instance.connect();
/** More rows than a chunk of DuckDB's, and more than from which texts that repeat are read once. */
const count = 12_345;

beforeAll(async () => {
  await connection.run(
    `create table many as
     select
       range as number,
       case when range % 3 <> 0 then range / 4 end as part,
       range % 2 = 0 as is_even,
       case when range % 5 <> 0 then 'слово ' || range % 7 end as word,
       range::varchar as own,
       null::varchar as nothing,
       date '2026-11-29' + (range % 3)::integer as day
     from range(${count})`,
  );
  await connection.run("create table few as from many where number < 20 order by number desc");
});
afterAll(() => {
  connection.closeSync();
  instance.closeSync();
});

const days = ["2026-11-29", "2026-11-30", "2026-12-01"];

test.each([
  ["many", Array.from({ length: count }, (_, at) => at)],
  ["few", Array.from({ length: 20 }, (_, at) => 19 - at)],
])("%s rows are read by column, in their order", async (table, numbers) => {
  const rows = await readRowSet(connection, table);
  expect(rows.count).toBe(numbers.length);
  expect(rows.names).toEqual(["number", "part", "is_even", "word", "own", "nothing", "day"]);
  expect([...rows.numbers("number")]).toEqual(numbers);
  expect([...rows.numbers("part")]).toEqual(numbers.map((at) => (at % 3 === 0 ? Number.NaN : at / 4)));
  expect([...rows.numbers("is_even")]).toEqual(numbers.map((at) => (at % 2 === 0 ? 1 : 0)));
  expect(rows.texts("word")).toEqual(numbers.map((at) => (at % 5 === 0 ? null : `слово ${at % 7}`)));
  expect(rows.texts("own")).toEqual(numbers.map(String));
  expect(rows.texts("nothing")).toEqual(numbers.map(() => null));
  expect(rows.texts("day")).toEqual(numbers.map((at) => days[at % 3]));
  expect(rows.isNumeric("part")).toBe(true);
  expect(rows.isNumeric("day")).toBe(false);
});
