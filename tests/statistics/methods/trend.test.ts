import { describe, expect, it } from "vitest";
import { percentileInterval, quantile } from "../../../loaders/quantile.ts";
import { seeded } from "../../../loaders/random.ts";
import { carryOver } from "../../../loaders/statistics/methods/carry-over.ts";
import { clusterWeights } from "../../../loaders/statistics/methods/cluster-bootstrap.ts";
import { hamedRao } from "../../../loaders/statistics/methods/hamed-rao.ts";
import { likeMonths } from "../../../loaders/statistics/methods/like-months.ts";
import { mannKendall } from "../../../loaders/statistics/methods/mann-kendall.ts";
import { seasonalKendall } from "../../../loaders/statistics/methods/seasonal-kendall.ts";
import { theilSen } from "../../../loaders/statistics/methods/theil-sen.ts";
import { expectClose, reference } from "./close.ts";

interface Test {
  readonly s: number;
  readonly variance: number;
  readonly z: number;
  readonly p: number;
}
interface Sloped {
  readonly slope: number;
  readonly intercept: number;
  readonly lower: number;
  readonly upper: number;
}
const python = reference<{
  series: (Test &
    Sloped & { name: string; values: number[]; tau: number; all: Test | null; three: Test | null })[];
  uneven: (Sloped & { x: number[]; y: number[] })[];
  seasonal: (Test & { values: (number | null)[]; period: number; slope: number })[];
  quantile: { values: number[]; at: { p: number; quantile: number }[] };
}>("trend/python.json");
const r = reference<{
  like: {
    earlier: number[];
    later: number[];
    ratio: number;
    dispersion: number;
    lower: number;
    upper: number;
    p: number;
  }[];
}>("trend/r.json");

// From the definitions: pymannkendall breaks ties of residuals by the noise of floating point and knows no gaps.
const definitions = reference<{
  hamed_rao: { name: string; values: number[]; steps: number[]; lags: number; correction: number }[];
  like: { earlier: number[]; later: number[]; ratio: number; lower: number; upper: number; p: number }[];
  bootstrap: {
    clusters: number[];
    hits: number[];
    taken: number[][];
    shares: number[];
    lower: number;
    upper: number;
  };
}>("trend/definitions.json");

// pymannkendall takes p as 1 less the lower tail: its own digits end near 1e-16.
const expectP = (found: number, expected: number) => expectClose(found, expected, 1e-9, 1e-6);

describe("Mann-Kendall", () => {
  it.each(python.series)("of $name is that of pymannkendall", ({ values, s, variance, tau, z, p }) => {
    const found = mannKendall(values)!;
    expect(found.s).toBe(s);
    expectClose(found.variance, variance);
    expectClose(found.tau, tau);
    expectClose(found.z, z);
    expectP(found.p, p);
  });
  it("of equal values is no trend, of too few nothing, of a gap a refusal", () => {
    expect(mannKendall([4, 4, 4, 4])).toMatchObject({ s: 0, variance: 0, z: 0, p: 1 });
    expect(mannKendall([1])).toBeNull();
    expect(mannKendall([])).toBeNull();
    expect(() => mannKendall([1, Number.NaN, 2])).toThrow("at place 1");
  });
});

describe("Hamed and Rao's correction", () => {
  // The median slope of "falling" is that of one pair, whose residuals tie.
  it.each(python.series.filter(({ name }) => name !== "falling"))(
    "of $name is that of pymannkendall",
    ({ values, all, three }) => {
      for (const [found, expected] of [
        [hamedRao(values), all],
        [values.length > 3 ? hamedRao(values, 3) : null, three],
      ] as const) {
        if (expected === null) {
          expect(found).toBeNull();
        } else {
          expectClose(found!.variance, expected.variance);
          expectClose(found!.z, expected.z);
          expectP(found!.p, expected.p);
        }
      }
    },
  );
  it.each(definitions.hamed_rao)(
    "of $name is that of the definition",
    ({ values, steps, lags, correction }) => {
      expectClose(hamedRao(values, lags, steps)!.correction, correction);
    },
  );
  it("of a line with the noise of floating point is 1", () => {
    const line = Array.from({ length: 40 }, (_, at) => 0.1 * at + 0.3);
    expect(hamedRao(line, 3)!.correction).toBe(1);
    expect(carryOver(line)).toBe(1);
  });
  it("takes lags from time where values are missing", () => {
    const { values, steps, correction } = definitions.hamed_rao.find(({ name }) => name === "gaps")!;
    expect(hamedRao(values, 3)!.correction).not.toBeCloseTo(correction, 3);
    expect(() => hamedRao([1, 2, 3], 1, [0, 2, 2])).toThrow("rising whole numbers");
    expect(carryOver(values, steps)).toBeGreaterThan(1);
  });
  it("meets at least one series that it corrects", () => {
    expect(python.series.some(({ values }) => (hamedRao(values)?.correction ?? 1) !== 1)).toBe(true);
  });
  it("of equal values is no trend, of too few nothing", () => {
    expect(hamedRao([2, 2, 2, 2])).toMatchObject({ s: 0, p: 1, correction: 1 });
    expect(hamedRao([2, 3])).toBeNull();
    expect(() => hamedRao([1, 2, 3, 4], 0)).toThrow("lags");
  });
});

describe("the Theil-Sen slope", () => {
  it.each([
    ...python.series.map((series) => ({ ...series, x: series.values.map((_, at) => at), y: series.values })),
    ...python.uneven,
  ])("of $y is SciPy's", ({ x, y, slope, intercept, lower, upper }) => {
    const found = theilSen(x, y)!;
    expectClose(found.slope, slope, 1e-9, 1e-6);
    expectClose(found.intercept, intercept, 1e-9, 1e-6);
    expectClose(found.interval!.lower, lower, 1e-9, 1e-6);
    expectClose(found.interval!.upper, upper, 1e-9, 1e-6);
  });
  it("of equal values is 0, of few points has no interval, of one time is nothing", () => {
    expect(theilSen([1, 2, 3, 4, 5, 6], [7, 7, 7, 7, 7, 7])).toMatchObject({
      slope: 0,
      interval: { lower: 0, upper: 0 },
    });
    expect(theilSen([0, 1, 2], [0, 1, 5])!.interval).toBeNull();
    expect(theilSen([1], [1])).toBeNull();
    expect(theilSen([3, 3], [1, 2])).toBeNull();
    expect(() => theilSen([1, 2], [1])).toThrow("expected as many");
  });
});

describe("like months", () => {
  it.each(python.seasonal)("by seasonal Kendall with period $period are pymannkendall's", (expected) => {
    const found = seasonalKendall(expected.values, expected.period)!;
    expect(found.s).toBe(expected.s);
    expectClose(found.variance, expected.variance);
    expectClose(found.z, expected.z);
    expectP(found.p, expected.p);
    expectClose(found.slope, expected.slope);
  });
  it.each(definitions.like)(
    "$earlier and $later, which scatter little, are a Poisson regression",
    (expected) => {
      const found = likeMonths(expected.earlier, expected.later)!;
      expect(found.dispersion).toBeLessThan(1);
      expectClose(found.ratio, expected.ratio);
      expectClose(found.interval.lower, expected.lower);
      expectClose(found.interval.upper, expected.upper);
      expectClose(found.p, expected.p);
    },
  );
  it.each(r.like.filter(({ dispersion }) => dispersion > 1))(
    "$earlier and $later are R's quasi-Poisson regression",
    ({ earlier, later, ...expected }) => {
      const found = likeMonths(earlier, later)!;
      expectClose(found.ratio, expected.ratio);
      expectClose(found.dispersion, expected.dispersion);
      expectClose(found.interval.lower, expected.lower);
      expectClose(found.interval.upper, expected.upper);
      expectClose(found.p, expected.p);
    },
  );
  it("that never meet, or are empty, are nothing", () => {
    expect(seasonalKendall([1, 2, 3], 12)).toBeNull();
    expect(() => seasonalKendall([1], 0)).toThrow("period");
    expect(likeMonths([0, 0], [3, 4])).toBeNull();
    expect(likeMonths([5], [6])).toBeNull();
    expect(() => likeMonths([5], [6, 7])).toThrow("expected as many");
    expect(() => likeMonths([5.5, 1], [6, 7])).toThrow("whole numbers");
  });
});

describe("percentiles", () => {
  const sorted = [...python.quantile.values].sort((a, b) => a - b);
  it.each(python.quantile.at)("$p of the same resamples is NumPy's", ({ p, quantile: expected }) => {
    expectClose(quantile(sorted, p), expected);
  });
  it("of the interval are the 2.5th and 97.5th, from 40 estimates on", () => {
    const found = percentileInterval(python.quantile.values)!;
    expectClose(found.lower, python.quantile.at.find(({ p }) => p === 0.025)!.quantile);
    expectClose(found.upper, python.quantile.at.find(({ p }) => p === 0.975)!.quantile);
    expect(percentileInterval([1, 2, 3])).toBeNull();
    expect(percentileInterval(new Array(40).fill(Number.NaN))).toBeNull();
    expect(() => quantile([], 0.5)).toThrow("no numbers");
  });
});

describe("the cluster bootstrap", () => {
  it("draws whole clusters, as many as there are, the same for one seed", () => {
    const clusters = [0, 0, 1, 2, 2, 2];
    const draw = () => [...clusterWeights([clusters], 50, seeded(7, "test"))].length;
    expect(draw()).toBe(50);
    const seen: string[] = [];
    for (const weights of clusterWeights([clusters], 50, seeded(7, "test"))) {
      expect(weights[0]).toBe(weights[1]);
      expect(weights[3]).toBe(weights[5]);
      expect(weights[0]! + weights[2]! + weights[3]!).toBe(3);
      seen.push(weights.join());
    }
    const again = Array.from(clusterWeights([clusters], 50, seeded(7, "test")), (weights) => weights.join());
    expect(again).toEqual(seen);
    expect(new Set(seen).size).toBeGreaterThan(5);
  });
  it("of two factors has the product of two draws", () => {
    const [story, source] = [
      [0, 0, 1, 1],
      [0, 1, 0, 1],
    ];
    for (const w of clusterWeights([story, source], 200, seeded(1, "two"))) {
      expect(w[0]! * w[3]!).toBe(w[1]! * w[2]!);
    }
  });
  it("has the spread of means of clusters", () => {
    // 30 clusters of one unit: the variance of the mean is known, that of the values over n.
    const values = Array.from({ length: 30 }, (_, at) => (at * 7) % 30);
    const mean = values.reduce((sum, v) => sum + v, 0) / 30;
    const variance = values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / 30 / 30;
    const means: number[] = [];
    for (const w of clusterWeights([values.map((_, at) => at)], 4000, seeded(3, "spread"))) {
      means.push(values.reduce((sum, v, at) => sum + v * w[at]!, 0) / 30);
    }
    const centre = means.reduce((sum, v) => sum + v, 0) / means.length;
    const found = means.reduce((sum, v) => sum + (v - centre) ** 2, 0) / means.length;
    expect(found / variance).toBeGreaterThan(0.9);
    expect(found / variance).toBeLessThan(1.1);
  });
  it("of given draws has NumPy's shares and percentiles", () => {
    const { clusters, hits, taken, shares, lower, upper } = definitions.bootstrap;
    const size = taken[0]!.length;
    const draws = taken.flat().map((cluster) => (cluster + 0.5) / size);
    const found = Array.from(
      clusterWeights([clusters], taken.length, () => draws.shift()!),
      (weights) => {
        const sum = weights.reduce((all, weight) => all + weight, 0);
        return weights.reduce((all, weight, unit) => all + weight * hits[unit]!, 0) / sum;
      },
    );
    found.forEach((share, draw) => {
      expectClose(share, shares[draw]!);
    });
    const interval = percentileInterval(found)!;
    expectClose(interval.lower, lower);
    expectClose(interval.upper, upper);
  });
  it("refuses factors of different lengths", () => {
    expect(() => clusterWeights([[0, 1], [0]], 1, seeded(1, "x")).next()).toThrow("expected as many");
    expect(() => clusterWeights([[-1]], 1, seeded(1, "x")).next()).toThrow("cluster -1");
  });
});
