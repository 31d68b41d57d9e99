import { describe, expect, test } from "vitest";
import association from "../../../loaders/statistics/estimators/association.ts";
import concentration from "../../../loaders/statistics/estimators/concentration.ts";
import likeMonths from "../../../loaders/statistics/estimators/like-months.ts";
import trend from "../../../loaders/statistics/estimators/trend.ts";
import { benjaminiHochberg } from "../../../loaders/statistics/methods/adjusted-p.ts";
import { carryOver } from "../../../loaders/statistics/methods/carry-over.ts";
import { association as pearson } from "../../../loaders/statistics/methods/contingency.ts";
import { hamedRao } from "../../../loaders/statistics/methods/hamed-rao.ts";
import { likeMonths as compare } from "../../../loaders/statistics/methods/like-months.ts";
import { mannKendall } from "../../../loaders/statistics/methods/mann-kendall.ts";
import { theilSen } from "../../../loaders/statistics/methods/theil-sen.ts";
import { rowSet } from "../../../loaders/statistics/row-set.ts";
import { adjusted } from "../../../loaders/statistics/series/adjusted.ts";

// The methods themselves are held against other implementations in tests/statistics/methods.

const rising = [3, 5, 4, 8, 9, 7, 12, 14, 13, 17];
const wavering = [5, 9, 2, 8, 3, 9, 1, 8, 2, 9];

describe("trend", () => {
  const given = trend.parameters.parse({
    series: ["name"],
    time: "time",
    value: "value",
    count: "hits",
    per: 10,
  });
  const rows = rowSet({
    name: [...rising.map(() => "rising"), ...wavering.map(() => "wavering"), "empty"],
    // Times of the first series run backwards: they are put in order.
    time: Float64Array.from([...rising.map((_, at) => 9 - at), ...wavering.map((_, at) => at), 0]),
    value: Float64Array.from([...[...rising].reverse(), ...wavering, Number.NaN]),
    hits: Float64Array.from([...rising.map(() => 2), ...wavering.map(() => 3), 7]),
    worth: new Float64Array(21).fill(Number.NaN),
    threshold: new Float64Array(21).fill(5),
  });
  const [first, second, third] = trend.estimate(rows, given);

  test("gives test, slope per unit asked, and the counts behind", () => {
    const slope = theilSen(
      rising.map((_, at) => at),
      rising,
    )!;
    expect(first).toMatchObject({
      name: "rising",
      periods: 10,
      stories: 20,
      tau: mannKendall(rising)!.tau,
      p: Math.max(mannKendall(rising)!.p, hamedRao(rising, 3)!.p),
    });
    expect(first!.slope).toBeCloseTo(10 * slope.slope, 12);
    const widened = theilSen(
      rising.map((_, at) => at),
      rising,
      carryOver(rising),
    )!;
    expect(first!.low).toBeCloseTo(10 * widened.interval!.lower, 12);
    expect(widened.interval!.lower).toBeLessThanOrEqual(slope.interval!.lower);
  });

  test("takes no correction that makes p smaller than that of independent values", () => {
    expect(Number(hamedRao(wavering, 3)?.correction ?? 0)).toBeLessThan(1);
    expect(second!.correction).toBe(1);
    expect(second!.p).toBe(mannKendall(wavering)!.p);
  });

  test("keeps a series without values, with nulls, outside the family", () => {
    expect(third).toMatchObject({ name: "empty", periods: 0, stories: 7, level: null, tau: null, p: null });
    expect([first!.p_adjusted, second!.p_adjusted]).toEqual(
      benjaminiHochberg([Number(first!.p), Number(second!.p)]),
    );
    expect(third!.p_adjusted).toBeNull();
  });
});

describe("a trend of small counts", () => {
  // 9 months of 800 stories; of the theme 40 each, but for one month of `few`.
  const given = trend.parameters.parse({ series: ["name"], time: "time", value: "value", count: "hits" });
  const run = (hits: readonly number[]) =>
    trend.estimate(
      rowSet({
        name: hits.map(() => "a"),
        time: Float64Array.from(hits, (_, at) => at),
        value: Float64Array.from(hits, (count) => count / 800),
        hits: Float64Array.from(hits),
        worth: new Float64Array(hits.length).fill(1 / 800),
        threshold: new Float64Array(hits.length).fill(5),
      }),
      given,
    )[0]!;
  test("says level and slopes only as closely as the threshold allows", () => {
    const hits = [12, 3, 11, 14, 9, 13, 10, 17, 12];
    // 5 of 800 are 0.00625, so the step is 0.01; the median month has 12 of 800.
    expect(run(hits)).toMatchObject({ level: 0.02, slope: 0, low: -0.01, high: 0.01 });
  });
  test("says them exactly where no count is small", () => {
    expect(run([12, 8, 11, 14, 9, 13, 10, 17, 12]).level).toBe(12 / 800);
  });
  test("keeps a period without a value in its place", () => {
    const values = [1, 3, 2, 5, Number.NaN, Number.NaN, 9, 12, 10, 14];
    const gappy = rowSet({
      name: values.map(() => "a"),
      time: Float64Array.from(values, (_, at) => at),
      value: Float64Array.from(values),
      hits: new Float64Array(10).fill(50),
      worth: new Float64Array(10).fill(Number.NaN),
      threshold: new Float64Array(10).fill(5),
    });
    const [found] = trend.estimate(gappy, given);
    const kept = [0, 1, 2, 3, 6, 7, 8, 9];
    const series = kept.map((at) => values[at]!);
    expect(found).toMatchObject({ periods: 8, slope: theilSen(kept, series)!.slope });
    expect(found!.correction).toBe(Math.max(1, hamedRao(series, 3, kept)?.correction ?? 1));
  });
});

test("like-months sums the months and compares them", () => {
  const [earlier, later] = [
    [10, 12, 9],
    [14, 20, 11],
  ] as const;
  const rows = rowSet({
    name: ["a", "a", "a", "b", "b"],
    earlier: Float64Array.from([...earlier, 0, 0]),
    later: Float64Array.from([...later, 3, 4]),
  });
  const given = likeMonths.parameters.parse({ series: ["name"], earlier: "earlier", later: "later" });
  const [a, b] = likeMonths.estimate(rows, given);
  const expected = compare(earlier, later)!;
  expect(a).toMatchObject({
    months: 3,
    earlier: 31,
    later: 45,
    ratio: expected.ratio,
    low: expected.interval.lower,
  });
  expect(a!.p_adjusted).toBe(expected.p);
  expect(b).toMatchObject({ earlier: 0, later: 7, ratio: null, p: null, p_adjusted: null });
});

test("association reads cells in any order, an absent one as 0", () => {
  const rows = rowSet({
    family: ["x", "x", "x", "x"],
    corpus: ["one", "two", "two", "one"],
    platform: ["p", "q", "p", "r"],
    stories: Float64Array.from([20, 30, 5, 8]),
  });
  const given = association.parameters.parse({
    series: ["family"],
    rows: "corpus",
    columns: "platform",
    count: "stories",
  });
  const expected = pearson([
    [20, 0, 8],
    [5, 30, 0],
  ])!;
  const [found] = association.estimate(rows, given);
  expect(found).toMatchObject({ stories: 63, least: 5, df: 2, statistic: expected.statistic, v: expected.v });
  expect(found!.log10_p).toBeCloseTo(Math.log10(expected.p), 12);
});

describe("concentration", () => {
  const given = concentration.parameters.parse({ series: ["platform"], value: "views" });
  const of = (views: readonly number[]) =>
    concentration.estimate(
      rowSet({ platform: views.map(() => "one"), views: Float64Array.from(views) }),
      given,
    )[0];

  test("gives quartiles and shares, and neither sum nor largest value", () => {
    const found = of([1, 2, 3, 4, 5, 6, 7, 8, 9, 55, Number.NaN])!;
    expect(found).toMatchObject({ posts: 10, top_posts: 1, median: 5.5, top_share: 0.55 });
    // Mean absolute difference over twice the mean.
    const views = [1, 2, 3, 4, 5, 6, 7, 8, 9, 55];
    const differences = views.flatMap((a) => views.map((b) => Math.abs(a - b)));
    expect(found.gini).toBeCloseTo(differences.reduce((a, b) => a + b, 0) / 100 / (2 * 10), 12);
    expect(Object.values(found)).not.toContain(55);
    expect(Object.values(found)).not.toContain(100);
  });

  test("is 0 where all posts are alike, and has no answer where all are 0", () => {
    expect(of([4, 4, 4, 4])!.gini).toBeCloseTo(0, 12);
    expect(of([0, 0, 0])).toMatchObject({ median: 0, gini: null, top_share: null });
  });
});

test("families are adjusted apart, and their columns are left out unless they name the series", () => {
  const rows = [
    { id: "a", family: "x", p: 0.01 },
    { id: "b", family: "x", p: 0.04 },
    { id: "c", family: "y", p: 0.04 },
  ];
  expect(adjusted(rows, ["family"], ["id"])).toEqual([
    { id: "a", p: 0.01, p_adjusted: 0.02 },
    { id: "b", p: 0.04, p_adjusted: 0.04 },
    { id: "c", p: 0.04, p_adjusted: 0.04 },
  ]);
  expect(adjusted(rows, ["family"], ["family", "id"])[0]).toHaveProperty("family", "x");
});
