import { describe, expect, it } from "vitest";
import { benjaminiHochberg, holm } from "../../../loaders/statistics/methods/adjusted-p.ts";
import { correctShares } from "../../../loaders/statistics/methods/confusion-correction.ts";
import { association } from "../../../loaders/statistics/methods/contingency.ts";
import { gini, lorenz } from "../../../loaders/statistics/methods/gini.ts";
import { locationQuotient } from "../../../loaders/statistics/methods/location-quotient.ts";
import { logRatio } from "../../../loaders/statistics/methods/log-ratio.ts";
import { newcombe } from "../../../loaders/statistics/methods/proportion-difference.ts";
import { proportionRatio } from "../../../loaders/statistics/methods/proportion-ratio.ts";
import { rateRatio } from "../../../loaders/statistics/methods/rate-ratio.ts";
import { roganGladen } from "../../../loaders/statistics/methods/rogan-gladen.ts";
import { expectAllClose, expectClose, reference } from "./close.ts";

type Four = [number, number, number, number];
interface Limits {
  readonly counts: Four;
  readonly lower: number;
  readonly upper: number;
}
interface Adjusted {
  readonly p: number[];
  readonly holm: number[];
  readonly bh: number[];
}
interface Shares {
  readonly amounts: number[];
  readonly populations: number[];
  readonly gini: number;
}
const python = reference<{
  difference: Limits[];
  ratio: Limits[];
  tables: { rows: number[][]; statistic: number; df: number; p: number; v: number }[];
  gini: Shares[];
  quotient: (Limits & { quotient: number })[];
  adjusted: Adjusted[];
  corrected: { found: number[]; coded: number[][]; shares: number[] }[];
  rogan_gladen: { counts: [number, number, number, number, number, number]; width: number }[];
}>("groups/python.json");
const r = reference<{
  log_ratio: (Limits & { log_ratio: number })[];
  rate_ratio: (Limits & { ratio: number })[];
  v: { rows: number[][]; v: number; corrected: number }[];
  gini: Shares[];
  adjusted: Adjusted[];
}>("groups/r.json");

describe("Newcombe's difference", () => {
  it.each(python.difference)("of $counts is that of statsmodels", ({ counts, lower, upper }) => {
    const found = newcombe(...counts)!;
    expectClose(found.lower, lower, 1e-9, 1e-6);
    expectClose(found.upper, upper, 1e-9, 1e-6);
  });
  it("of 56 of 70 and 48 of 80 is that of Newcombe's own table", () => {
    const found = newcombe(56, 70, 48, 80)!;
    expect([found.lower, found.difference, found.upper].map((x) => x.toFixed(4))).toEqual([
      "0.0524",
      "0.2000",
      "0.3339",
    ]);
  });
  it("does not exist for an empty group, and refuses impossible counts", () => {
    expect(newcombe(0, 0, 1, 2)).toBeNull();
    expect(() => newcombe(3, 2, 1, 2)).toThrow("found the first proportion: 3 of 2");
  });
});

describe("the ratio of two proportions", () => {
  it.each(python.ratio)("of $counts is that of statsmodels' score method", ({ counts, lower, upper }) => {
    // statsmodels finds roots to an absolute 2e-12.
    const found = proportionRatio(...counts)!;
    expectClose(found.lower, lower, 1e-9, 1e-2);
    expectClose(found.upper, upper, 1e-9, 1e-2);
  });
  it("starts at 0 where the first count is 0, and does not exist where the second is", () => {
    const found = proportionRatio(0, 30, 5, 40)!;
    expect(found.ratio).toBe(0);
    expect(found.lower).toBe(0);
    expect(found.upper).toBeGreaterThan(0.3);
    expect(proportionRatio(3, 30, 0, 40)).toBeNull();
    expect(proportionRatio(0, 0, 1, 4)).toBeNull();
  });
  it("turned round is its reciprocal", () => {
    const [a, b] = [proportionRatio(7, 40, 3, 55)!, proportionRatio(3, 55, 7, 40)!];
    expectClose(a.lower * b.upper, 1);
    expectClose(a.upper * b.lower, 1);
  });
  it("of full groups is 1 with room on both sides", () => {
    const found = proportionRatio(20, 20, 20, 20)!;
    expect(found.ratio).toBe(1);
    expect(found.lower).toBeLessThan(0.95);
    expect(found.upper).toBeGreaterThan(1.05);
  });
});

describe("the ratio of two rates", () => {
  it.each(r.rate_ratio)("of $counts is that of R's poisson.test", ({ counts, ratio, lower, upper }) => {
    // R finds these limits through qbeta, whose own digits end near 1e-8 at times.
    const found = rateRatio(...counts)!;
    expectClose(found.ratio!, ratio, 1e-9, 1e-9);
    expectClose(found.lower, lower, 1e-9, 1e-9);
    expectClose(found.upper!, upper);
  });
  it("has no ratio over a count of 0, and nothing of two", () => {
    expect(rateRatio(4, 1, 0, 1)).toMatchObject({ ratio: null, upper: null });
    expect(rateRatio(0, 1, 0, 1)).toBeNull();
    expect(() => rateRatio(1, 0, 1, 1)).toThrow("expected both above 0");
  });
});

describe("association", () => {
  it.each(python.tables)("of $rows is that of SciPy", ({ rows, statistic, df, p, v }) => {
    const found = association(rows)!;
    expectClose(found.statistic, statistic, 1e-9, 1e-9);
    expect(found.df).toBe(df);
    if (p > 0) expectClose(found.p, p);
    expectClose(found.v, v, 1e-9, 1e-9);
  });
  it.each(r.v)("of $rows has the V of R's effectsize, raw and corrected", ({ rows, v, corrected }) => {
    const found = association(rows)!;
    expectClose(found.v, v);
    expectClose(found.vCorrected, corrected, 1e-9, 1e-9);
  });
  it("drops empty rows and columns, and is nothing where one is left", () => {
    expect(
      association([
        [10, 20, 0],
        [30, 5, 0],
        [0, 0, 0],
      ]),
    ).toEqual(
      association([
        [10, 20],
        [30, 5],
      ]),
    );
    expect(association([[3, 4]])).toBeNull();
    expect(
      association([
        [3, 0],
        [4, 0],
      ]),
    ).toBeNull();
    expect(association([])).toBeNull();
    expect(() => association([[1, 2], [3]])).toThrow("rows of one length");
  });
  it("of one unit a row is whole, and its corrected V does not exceed it", () => {
    expect(
      association([
        [1, 0],
        [0, 1],
      ])!.v,
    ).toBe(1);
    expect(
      association([
        [5, 5],
        [5, 5],
      ])!.vCorrected,
    ).toBe(0);
  });
});

describe("adjusted p", () => {
  it.each([...python.adjusted, ...r.adjusted])("of $p is that of statsmodels and R", (family) => {
    expectAllClose(holm(family.p), family.holm);
    expectAllClose(benjaminiHochberg(family.p), family.bh);
  });
  it("keeps 1e-300, takes an empty family, refuses what is no p", () => {
    expectClose(holm([1e-300, 0.5])[0]!, 2e-300);
    expect(benjaminiHochberg([])).toEqual([]);
    expect(() => holm([1.2])).toThrow("0 <= p <= 1");
    expect(() => benjaminiHochberg([Number.NaN])).toThrow("0 <= p <= 1");
  });
});

describe("Gini", () => {
  it.each([...python.gini, ...r.gini])(
    "of $amounts over $populations",
    ({ amounts, populations, gini: expected }) => {
      expectClose(gini(amounts, populations)!, expected, 1e-9, 1e-6);
    },
  );
  it("is 0 of one region or equal rates, nothing of no amounts", () => {
    expect(gini([5], [3])).toBe(0);
    expect(gini([2, 4, 8], [1, 2, 4])).toBeCloseTo(0, 15);
    expect(gini([0, 0], [1, 1])).toBeNull();
    expect(gini([], [])).toBeNull();
    expect(() => gini([1], [0])).toThrow("populations > 0");
  });
  it("is half the area that its Lorenz curve leaves, and the curve ends at (1, 1)", () => {
    const points = lorenz([3, 1, 4], [10, 20, 30])!;
    expect(points).toHaveLength(4);
    expect(points.at(-1)).toEqual({ populationShare: 1, amountShare: 1 });
    expect(points[1]).toEqual({ populationShare: 20 / 60, amountShare: 1 / 8 });
  });
});

describe("the location quotient", () => {
  it.each(python.quotient)("of $counts is that of statsmodels' delta method", ({ counts, ...expected }) => {
    const found = locationQuotient(...counts)!;
    expectClose(found.quotient, expected.quotient);
    expectClose(found.interval!.lower, expected.lower);
    expectClose(found.interval!.upper, expected.upper);
  });
  it("of the whole is 1 for certain; of no story 0 without an interval; of nothing, nothing", () => {
    expect(locationQuotient(7, 20, 7, 20)).toEqual({ quotient: 1, interval: { lower: 1, upper: 1 } });
    expect(locationQuotient(0, 20, 7, 90)).toEqual({ quotient: 0, interval: null });
    expect(locationQuotient(0, 0, 7, 90)).toBeNull();
    expect(() => locationQuotient(8, 20, 7, 90)).toThrow("the topic");
  });
});

describe("the log ratio", () => {
  it.each(r.log_ratio)("of $counts is that of epitools", ({ counts: [k1, n1, k2, n2], ...expected }) => {
    // Where R was given 0.5, ours makes it of a 0.
    const found = logRatio(Math.floor(k1), n1, Math.floor(k2), n2)!;
    expectClose(found.logRatio, expected.log_ratio);
    expectClose(found.lower, expected.lower);
    expectClose(found.upper, expected.upper);
    expect(found.zeroCorrected).toBe(k1 === 0.5 || k2 === 0.5);
  });
  it("is nothing of a word that nobody has", () => {
    expect(logRatio(0, 5, 0, 6)).toBeNull();
    expect(logRatio(0, 0, 1, 6)).toBeNull();
    expect(() => logRatio(6, 5, 0, 6)).toThrow("the first corpus");
  });
});

describe("correction for misclassification", () => {
  it.each(python.corrected)("of $found is NumPy's solution", ({ found, coded, shares }) => {
    expectAllClose(correctShares(found, coded)!, shares);
  });
  it("with a perfect machine changes nothing; with one that can't tell, is nothing", () => {
    expect(
      correctShares(
        [3, 1],
        [
          [9, 0],
          [0, 4],
        ],
      ),
    ).toEqual([0.75, 0.25]);
    expect(
      correctShares(
        [3, 1],
        [
          [5, 5],
          [4, 4],
        ],
      ),
    ).toBeNull();
    expect(
      correctShares(
        [0, 0],
        [
          [9, 0],
          [0, 4],
        ],
      ),
    ).toBeNull();
    expect(
      correctShares(
        [3, 1],
        [
          [9, 0],
          [0, 0],
        ],
      ),
    ).toBeNull();
    expect(() => correctShares([3, 1], [[9, 0]])).toThrow("expected 2 rows of 2");
  });
  it.each(python.rogan_gladen)("of $counts is as wide as statsmodels' delta method", ({ counts, width }) => {
    const [found, all, truePositives, positives, trueNegatives, negatives] = counts;
    const result = roganGladen({ found, all, truePositives, positives, trueNegatives, negatives })!;
    expectClose(result.upper - result.lower, width);
    const same = correctShares(
      [found, all - found],
      [
        [truePositives, positives - truePositives],
        [negatives - trueNegatives, trueNegatives],
      ],
    )!;
    expectClose(result.raw, same[0]!);
  });
  it("is held to 0 and 1, and refuses a machine no better than chance", () => {
    const machine = { truePositives: 45, positives: 50, trueNegatives: 40, negatives: 50 };
    expect(roganGladen({ found: 1, all: 100, ...machine })).toMatchObject({ share: 0, lower: 0 });
    expect(roganGladen({ found: 99, all: 100, ...machine })).toMatchObject({ share: 1, upper: 1 });
    expect(roganGladen({ found: 5, all: 100, ...machine, truePositives: 5 })).toBeNull();
    expect(roganGladen({ found: 0, all: 0, ...machine })).toBeNull();
  });
});
