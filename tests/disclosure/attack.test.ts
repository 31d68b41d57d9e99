import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { layoutOf } from "../../loaders/study/layout.ts";
import { determined, type Unknown } from "./linear-attack.ts";
import { publishedTables } from "./published.ts";
import { type AttackedTable, rollUps } from "./roll-ups.ts";

const threshold = 5;

/** Names and values of small numbers that subtraction finds. */
function found(tables: readonly AttackedTable[]): string[] {
  const { unknowns, equations } = rollUps(tables);
  return determined(unknowns, equations)
    .map((at) => unknowns[at]!)
    .filter(({ low }) => low > 0 && low < threshold)
    .map(({ name, low }) => `${name} = ${low}`);
}

describe("the attack", () => {
  const unknown = (name: string, low = 0): Unknown => ({ name, low, high: Number.POSITIVE_INFINITY });
  const values = (unknowns: readonly Unknown[]) =>
    unknowns.map(({ low, high }) => (low === high ? low : null));

  test("solves by bounds: three counts of at least 1 that sum to 3", () => {
    const unknowns = [unknown("a", 1), unknown("b", 1), unknown("c", 1)];
    const sum = { terms: [0, 1, 2].map((at) => [at, 1] as const), sum: 3 };
    expect(determined(unknowns, [sum])).toEqual([0, 1, 2]);
    expect(values(unknowns)).toEqual([1, 1, 1]);
  });

  test("solves by elimination: x + y, y + z and x + z determine all, two of them none", () => {
    const pairs = [
      { terms: [[0, 1] as const, [1, 1] as const], sum: 15 },
      { terms: [[1, 1] as const, [2, 1] as const], sum: 17 },
      { terms: [[0, 1] as const, [2, 1] as const], sum: 12 },
    ];
    const fresh = () => [unknown("x"), unknown("y"), unknown("z")];
    const found = fresh();
    expect(determined(found, pairs)).toEqual([0, 1, 2]);
    expect(values(found)).toEqual([5, 10, 7]);
    expect(determined(fresh(), pairs.slice(0, 2))).toEqual([]);
  });

  test("finds a withheld count by the total of another table, and a part of a week by its month", () => {
    const row = (dims: string[], truth: number, isShown = true) => ({
      dims,
      truth: [truth],
      bounds: [isShown ? ([truth, truth] as const) : ([1, Number.POSITIVE_INFINITY] as const)],
    });
    const table = (name: string, dims: string[], rows: AttackedTable["rows"]) => ({
      name,
      dims,
      counts: ["n"],
      rows,
    });
    const months = table(
      "months",
      ["corpus", "month"],
      [
        row(["a", "2022-01-01"], 400),
        row(["a", "2022-02-01"], 3, false),
        row(["b", "2022-01-01"], 50_000),
        row(["b", "2022-02-01"], 60_000),
      ],
    );
    const totals = table("totals", ["corpus"], [row(["a"], 403), row(["b"], 110_000)]);
    expect(found([months, totals])).toEqual(["months.n[a, 2022-02-01] = 3"]);
    expect(found([months])).toEqual([]);
    const weeks = (first: number) =>
      table(
        "weeks",
        ["corpus", "week"],
        [row(["b", "2022-01-24"], first), row(["b", "2022-01-31"], 110_000 - first)],
      );
    // The first 49,998 are all of January, so two of its 50,000 are of its last day.
    expect(found([table("months", ["corpus", "month"], months.rows.slice(2)), weeks(49_998)])).toEqual([
      "weeks.n[b, 2022-01-31] in months.n[b, 2022-01-01] = 2",
    ]);
  });
});

describe.skipIf(!existsSync("data/derived/tables/stories_by_month.parquet"))(
  "the demo's published tables",
  () => {
    test("give no count below the threshold to who subtracts them from each other", {
      timeout: 300_000,
    }, async () => {
      expect(found(await publishedTables(layoutOf("."), threshold))).toEqual([]);
    });
  },
);
