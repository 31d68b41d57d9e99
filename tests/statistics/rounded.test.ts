import { existsSync } from "node:fs";
import { DuckDBInstance } from "@duckdb/node-api";
import { describe, expect, it } from "vitest";
import { roundedColumns } from "../../loaders/statistics/rounded.ts";

const threshold = 5;

async function query(sql: string): Promise<Record<string, unknown>[]> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    return (await connection.runAndReadAll(sql)).getRowObjectsJson();
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** Counts as published, by the count. */
async function published(size: number): Promise<number[]> {
  const list = roundedColumns(["n"], ["n"], [], threshold);
  const rows = await query(`select ${list} from (select range::integer as n from range(${size}))`);
  return rows.map(({ n }) => Number(n));
}

describe("a rounded table under subtraction", () => {
  it("says of no two variants for sure that they differ by less than the threshold, and at all", async () => {
    // Of 1 to 4 the row is withheld before.
    const counts = (await published(60)).map((value, count) =>
      count > 0 && count < threshold ? null : value,
    );
    const shown = new Map(
      [...counts.entries()].flatMap(([at, value]) => (value === null ? [] : [[at, value]])),
    );
    const differences = new Map<string, Set<number>>();
    for (const [whole, one] of shown) {
      for (const [part, other] of shown) {
        if (part > whole) continue;
        for (const seen of [
          `${one} less ${other}`,
          `${whole} exact less ${other}`,
          `${one} less ${part} exact`,
        ]) {
          differences.set(seen, (differences.get(seen) ?? new Set()).add(whole - part));
        }
      }
    }
    const certain = [...differences].filter(([, found]) =>
      [...found].every((value) => value > 0 && value < threshold),
    );
    expect(certain).toEqual([]);
  });

  it("lets subtraction find small counts where nothing is rounded", async () => {
    expect(1403 - 1401).toBeLessThan(threshold);
    const shown = await published(1500);
    expect(shown[1403]! - shown[1401]!).toBe(0);
    expect(shown[1405]! - shown[1404]!).toBe(threshold);
  });

  it("keeps 0 and every count of the threshold and above apart", async () => {
    const shown = await published(60);
    expect(shown.flatMap((value, count) => (count >= threshold && value === 0 ? [count] : []))).toEqual([]);
    expect(shown[0]).toBe(0);
  });

  it("rounds estimates until they tell no count more closely", async () => {
    const list = roundedColumns(["a", "b", "ratio"], ["a", "b"], ["ratio"], threshold);
    const rows = await query(`
      select distinct ratio from (
        select ${list} from (select 2577 as a, 3589 + range::integer as b, (3589 + range)::double / 2577 as ratio from range(5)))`);
    expect(rows).toEqual([{ ratio: 1.39 }]);
    const [small] = await query(`select ${list} from (select 20 as a, 0 as b, 0.4321::double as ratio)`);
    expect(small).toEqual({ a: 20, b: 0, ratio: null });
    const [none] = await query(`select ${list} from (select 20 as a, null as b, null::double as ratio)`);
    expect(none).toEqual({ a: 20, b: null, ratio: null });
  });
});

describe.skipIf(!existsSync("data/derived/tables/growth_by_choice.parquet"))("the demo's variants", () => {
  it.each([
    ["growth_by_choice", ["earlier", "later"]],
    ["concentration_by_choice", ["located", "top_stories"]],
    ["sex_named_by_choice", ["boys", "girls", "moved"]],
    ["shares_by_choice", ["hits", "of"]],
  ])("differ by multiples of the threshold, %s", async (name, counts) => {
    const rows = await query(`select ${counts.join(", ")} from 'data/derived/tables/${name}.parquet'`);
    const values = rows.flatMap((row) => Object.values(row)).filter((value) => value !== null);
    expect(values.length).toBeGreaterThan(20);
    expect(values.filter((value) => Number(value) % threshold !== 0)).toEqual([]);
  });
});
