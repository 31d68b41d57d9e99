import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { beforeAll, describe, expect, it } from "vitest";
import { garwood } from "../../loaders/statistics/garwood.ts";
import { normalQuantile975, wilson } from "../../loaders/statistics/wilson.ts";
import { writeGarwood } from "../../loaders/statistics/write-tables.ts";

// SciPy's and statsmodels' answers; tests/reference/intervals/make.py made them.
const reference = JSON.parse(readFileSync("tests/reference/intervals/intervals.json", "utf8")) as {
  normal_quantile_975: number;
  wilson: { k: number; n: number; lower: number; upper: number }[];
  garwood: { count: number; lower: number; upper: number }[];
};

function expectClose(found: number, expected: number, relative = 1e-9) {
  expect(Math.abs(found - expected)).toBeLessThanOrEqual(relative * Math.abs(expected));
}

describe("the Wilson interval", () => {
  it("has SciPy's normal quantile", () => {
    expectClose(normalQuantile975, reference.normal_quantile_975, 1e-15);
  });

  it.each(reference.wilson)("of $k of $n is that of statsmodels", ({ k, n, lower, upper }) => {
    const interval = wilson(k, n)!;
    expectClose(interval.lower, lower);
    expectClose(interval.upper, upper);
  });

  it("ends at exactly 0 and exactly 1", () => {
    expect(wilson(0, 7)!.lower).toBe(0);
    expect(wilson(7, 7)!.upper).toBe(1);
  });

  it("is nothing for no trials, and refuses counts that cannot be", () => {
    expect(wilson(0, 0)).toBeNull();
    expect(() => wilson(3, 2)).toThrow("found k = 3 of n = 2, expected 0 <= k <= n");
  });

  it("mirrors itself: the lower limit of k is 1 minus the upper of n - k", () => {
    for (const [k, n] of [
      [1, 3],
      [17, 400],
      [75, 100],
    ] as const) {
      expectClose(wilson(k, n)!.lower, 1 - wilson(n - k, n)!.upper, 1e-12);
    }
  });
});

describe("the macros", () => {
  let rows: { lower: number | null; upper: number | null }[];
  let limits: { count: number; lower: number; upper: number }[];
  const pairs = [...reference.wilson.map(({ k, n }) => [k, n]), [0, 0]] as [number, number][];
  beforeAll(async () => {
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    const tabled = join(mkdtempSync(join(tmpdir(), "tyndau-garwood-")), "garwood.parquet");
    await writeGarwood(tabled);
    await connection.run(`create view garwood as from '${tabled}'`);
    await connection.run(readFileSync("loaders/statistics/macros.sql", "utf8"));
    const counts = reference.garwood.map(({ count }) => `(${count})`).join(", ");
    // The column has the name of the table's own: the macro must not mistake one for the other.
    limits = (
      await connection.runAndReadAll(
        `select count, garwood_lower(count) as lower, garwood_upper(count) as upper
         from (values ${counts}) as given(count) order by count`,
      )
    ).getRowObjectsJS() as typeof limits;
    const values = pairs.map(([k, n], at) => `(${at}, ${k}::bigint, ${n}::bigint)`).join(", ");
    const result = await connection.runAndReadAll(
      `select wilson_lower(k, n) as lower, wilson_upper(k, n) as upper
       from (values ${values}) as pair(number, k, n) order by number`,
    );
    rows = result.getRowObjectsJS() as typeof rows;
  });

  it("give what wilson.ts gives", () => {
    pairs.forEach(([k, n], at) => {
      const expected = wilson(k, n);
      if (expected === null) {
        expect(rows[at]).toEqual({ lower: null, upper: null });
      } else {
        expectClose(rows[at]!.lower!, expected.lower, 1e-14);
        expectClose(rows[at]!.upper!, expected.upper, 1e-14);
      }
    });
  });

  it("give SciPy's exact Poisson limits, from the table and beyond it", () => {
    const expected = [...reference.garwood].sort((a, b) => a.count - b.count);
    expect(limits.map(({ count }) => count)).toEqual(expected.map(({ count }) => count));
    limits.forEach(({ lower, upper }, at) => {
      expectClose(lower, expected[at]!.lower, 1e-11);
      expectClose(upper, expected[at]!.upper, 1e-11);
    });
  });

  it("end at exactly 0 and exactly 1", () => {
    expect(rows[pairs.findIndex(([k, n]) => k === 0 && n === 10)]!.lower).toBe(0);
    expect(rows[pairs.findIndex(([k, n]) => k === 10 && n === 10)]!.upper).toBe(1);
  });
});

describe("the exact Poisson interval", () => {
  it.each(reference.garwood)("of a count of $count is that of SciPy", ({ count, lower, upper }) => {
    const interval = garwood(count);
    expectClose(interval.lower, lower, 1e-11);
    expectClose(interval.upper, upper, 1e-11);
  });

  it("refuses what is not a count", () => {
    expect(() => garwood(-1)).toThrow("expected a whole number");
    expect(() => garwood(1.5)).toThrow("expected a whole number");
  });
});
