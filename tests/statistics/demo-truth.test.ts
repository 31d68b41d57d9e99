import { existsSync } from "node:fs";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const results = "data/derived/results";
const truth = "tests/truth/demo.parquet";

/** Study topic to the truth's topics, where both mean the same; study and truth cut the others apart. */
const alike: Readonly<Record<string, readonly string[]>> = {
  autism: ["autism"],
  "cerebral-palsy": ["cerebral-palsy"],
  "national-testing": ["national-testing"],
};

/**
 * What the report publishes of the demo against what the generator put in. A truth is of original records of the public
 * in the window, as a story is; copies are left out. The truth has no dates, so no trend. Needs the demo's results: run `npm run data` first.
 */
describe.skipIf(!existsSync(`${results}/findings/spatial/rate.parquet`))(
  "published against the demo's truth",
  () => {
    let instance: DuckDBInstance;
    const rows = async (sql: string) => {
      const connection = await instance.connect();
      try {
        return (await connection.runAndReadAll(sql)).getRowObjectsJson();
      } finally {
        connection.closeSync();
      }
    };
    /** The rows whose truth is not within `low` and `high`. */
    const outside = (found: readonly Record<string, unknown>[]) =>
      found
        .filter(({ truth: is, low, high }) => Number(is) < Number(low) || Number(is) > Number(high))
        .map(({ id, truth: is, low, high }) => `${id}: ${is} not in ${low} to ${high}`);

    beforeAll(async () => {
      instance = await DuckDBInstance.create(":memory:");
      const connection = await instance.connect();
      await connection.run(
        `create view originals as from '${truth}' where in_window and not broken and copy_of is null`,
      );
      connection.closeSync();
    });
    afterAll(() => instance.closeSync());

    it("shares of topics that study and truth define alike lie in their intervals", async () => {
      const found = [];
      for (const [id, ids] of Object.entries(alike)) {
        const list = ids.map((one) => `'${one}'`).join(", ");
        found.push(
          ...(await rows(`
          select '${id}' as id, low, high,
            (select avg(list_has_any(topics, [${list}])::int) from originals where corpus = 'public' and scope = 'inclusive') as truth
          from '${results}/findings/topics/ranking.parquet' where corpus = 'public' and topic = '${id}'`)),
        );
      }
      expect(found).toHaveLength(3);
      expect(outside(found)).toEqual([]);
    });

    it("regional rates lie in their intervals", async () => {
      const found = await rows(`
      with seen as (
        select map_unit, count(*) as stories
        from originals join 'data/derived/statistics/regions.parquet' as regions on regions.id = originals.region
        where corpus = 'public' and scope = 'inclusive' group by map_unit)
      select rate.map_unit as id, low, high, 1000 * seen.stories / population as truth
      from '${results}/findings/spatial/rate.parquet' as rate left join seen using (map_unit)`);
      expect(found).toHaveLength(16);
      // Of 16 intervals of 95 %, one or two may miss; today none does.
      expect(outside(found).length).toBeLessThanOrEqual(2);
    });

    it("girls' shares lie in their intervals, raw and corrected", async () => {
      const found = await rows(`
      with seen as (
        select scope, count(*) filter (where gender = 'girls') / count(*) as truth
        from originals where corpus = 'public' and gender in ('boys', 'girls') group by scope)
      select scope || ' ' || estimate as id, low, high, truth
      from '${results}/findings/gender/corrected.parquet' join seen using (scope)`);
      expect(found).toHaveLength(4);
      expect(outside(found)).toEqual([]);
    });
  },
);
