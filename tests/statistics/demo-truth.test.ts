import { existsSync } from "node:fs";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dayWeights } from "../../loaders/demo/calendar.ts";
import { targets } from "../../loaders/demo/calibration.ts";
import { theilSen } from "../../loaders/statistics/methods/theil-sen.ts";

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
 * in the window, as a story is; copies are left out. Of time the truth is twofold: the days of the truth
 * table, and the weights that the generator drew them by. Needs the demo's results: run `npm run data` first.
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

    describe("trend", () => {
      /** Stories a day of a corpus, by ISO date: as the truth table has them, and as the generator's weights expect. */
      const daily = async (corpus: string) => {
        const counted = await rows(`
          select day::varchar as day, count(*) as stories from originals
          where corpus = '${corpus}' and scope = 'inclusive' group by day`);
        const seen = new Map(counted.map(({ day, stories }) => [String(day), Number(stories)]));
        const total = [...seen.values()].reduce((sum, stories) => sum + stories, 0);
        const weights = dayWeights();
        const sum = weights.reduce((whole, weight) => whole + weight, 0);
        return weights.map((weight, at) => {
          const day = new Date(Date.parse(targets.window.from) + at * 86_400_000).toISOString().slice(0, 10);
          return { day, counted: seen.get(day) ?? 0, expected: (weight / sum) * total };
        });
      };
      const corpora = ["public", "organisations"];
      const truths = ["counted", "expected"] as const;

      it.each(corpora)("slopes of stories a day lie in their intervals, %s", async (corpus) => {
        const days = await daily(corpus);
        const estimates = await rows(`
          select step, low, high from 'data/derived/tables/volume_trend.parquet'
          where corpus = '${corpus}' and measure = 'day' and basis = 'all'`);
        const found = estimates.flatMap(({ step, low, high }) =>
          truths.map((kind) => {
            const periods = new Map<number, number[]>();
            for (const one of days) {
              const since = Date.parse(one.day) / 86_400_000;
              // A week begins on Monday; 1 January 1970 was a Thursday.
              const first =
                step === "week"
                  ? since - ((since + 3) % 7)
                  : Date.parse(`${one.day.slice(0, 7)}-01`) / 86_400_000;
              periods.set(first, [...(periods.get(first) ?? []), one[kind]]);
            }
            const whole = [...periods].filter(
              ([, values]) => values.length * 2 >= (step === "week" ? 7 : 28),
            );
            const truth = theilSen(
              whole.map(([first]) => first / 365.25),
              whole.map(([, values]) => values.reduce((sum, value) => sum + value, 0) / values.length),
            )?.slope;
            return { id: `${corpus} ${step} ${kind}`, low, high, truth };
          }),
        );
        expect(found).toHaveLength(4);
        expect(outside(found)).toEqual([]);
      });

      it.each(corpora)("changes between like months lie in their intervals, %s", async (corpus) => {
        const days = await daily(corpus);
        const estimates = await rows(`
          select basis, low, high from 'data/derived/tables/volume_like_months.parquet'
          where corpus = '${corpus}' and platform = 'all'`);
        const found = estimates.flatMap(({ basis, low, high }) =>
          truths.map((kind) => {
            const [earlier, later] = ["2022", "2023"].map((year) =>
              days
                .filter(({ day }) => day.startsWith(year) && Number(day.slice(5, 7)) <= 5)
                .filter(({ day }) => basis === "all" || day.slice(5, 7) !== "01")
                .reduce((sum, one) => sum + one[kind], 0),
            );
            return { id: `${corpus} ${basis} ${kind}`, low, high, truth: later! / earlier! };
          }),
        );
        expect(found).toHaveLength(4);
        expect(outside(found)).toEqual([]);
      });
    });
  },
);
