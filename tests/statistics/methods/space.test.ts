import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { seeded } from "../../../loaders/random.ts";
import { type Boundary, queenNeighbours } from "../../../loaders/statistics/methods/contiguity.ts";
import { empiricalBayesRates, rateDeviates } from "../../../loaders/statistics/methods/empirical-bayes.ts";
import { localMoran } from "../../../loaders/statistics/methods/local-moran.ts";
import { moranPermutationP, moransI } from "../../../loaders/statistics/methods/morans-i.ts";
import { expectAllClose, expectClose, reference } from "./close.ts";

interface Map {
  readonly values: number[];
  readonly neighbours: number[][];
}
interface Rates {
  readonly counts: number[];
  readonly populations: number[];
  readonly smoothed: number[];
  readonly i: number;
  readonly p: number;
}
interface Moments {
  readonly i: number;
  readonly expected: number;
  readonly variance: number;
  readonly p: number;
}
const python = reference<{
  neighbours: number[][];
  moran: (Map & Moments)[];
  exact: (Map & { p: number; local: number[] })[];
  rates: (Rates & { neighbours: number[][]; deviates: number[]; local: number[]; folded: number[] })[];
}>("space/python.json");
const r = reference<{
  neighbours: number[][];
  moran: (Moments & { values: number[] })[];
  rates: (Rates & { local: number[] })[];
}>("space/r.json");

const collection = JSON.parse(readFileSync("data/study/boundaries.geojson", "utf8")) as {
  features: { geometry: Boundary }[];
};
const neighbours = queenNeighbours(collection.features.map(({ geometry }) => geometry));

/** Four standard errors of the difference of two shares of `a` and `b` draws. */
function monteCarlo(p: number, a: number, b: number): number {
  return 4 * Math.sqrt(Math.max(p * (1 - p), 1e-4) * (1 / a + 1 / b));
}

describe("contiguity", () => {
  it("of the study's boundaries is that of libpysal's Queen and of spdep's poly2nb", () => {
    expect(neighbours).toEqual(python.neighbours);
    expect(neighbours).toEqual(r.neighbours);
  });
  it("knows corners, holes, islands, and refuses lines", () => {
    const square = (x: number, y: number): Boundary => ({
      type: "Polygon",
      coordinates: [
        [
          [x, y],
          [x + 1, y],
          [x + 1, y + 1],
          [x, y + 1],
          [x, y],
        ],
      ],
    });
    const two: Boundary = {
      type: "MultiPolygon",
      coordinates: [square(1, 0).coordinates, square(9, 9).coordinates],
    };
    expect(queenNeighbours([square(0, 0), square(1, 1), square(5, 5), two])).toEqual([
      [1, 3],
      [0, 3],
      [],
      [0, 1],
    ]);
    expect(() => queenNeighbours([{ type: "LineString" as "Polygon", coordinates: [] }])).toThrow(
      "LineString",
    );
  });
});

describe("Moran's I", () => {
  it.each([...python.moran, ...r.moran.map((case_) => ({ ...case_, neighbours: r.neighbours }))])(
    "of $values is that of esda and spdep",
    (expected) => {
      const found = moransI(expected.values, expected.neighbours)!;
      expectClose(found.i, expected.i);
      expectClose(found.expected, expected.expected);
      expectClose(found.variance, expected.variance);
      expectClose(found.normal.p, expected.p);
    },
  );
  it("counts islands", () => {
    expect(moransI(python.moran[2]!.values, python.moran[2]!.neighbours)!.islands).toBe(1);
  });
  it("is nothing of equal values, of few, or of nobody's neighbours", () => {
    expect(moransI([1, 1, 1, 1], [[1], [0], [3], [2]])).toBeNull();
    expect(moransI([1, 2, 3], [[1], [0], []])).toBeNull();
    expect(moransI([1, 2, 3, 4], [[], [], [], []])).toBeNull();
    expect(moranPermutationP([1, 1, 1, 1], [[1], [0], [3], [2]], 9, seeded(1, "x"))).toBeNull();
    expect(() => moransI([1, 2], [[1]])).toThrow("expected as many");
    expect(() => moransI([1, Number.NaN, 3, 4], [[1], [0], [3], [2]])).toThrow("at place 1");
  });
  it.each(python.exact)(
    "by permutations is near the share of all $values.length! orders",
    ({ values, neighbours: near, p }) => {
      const found = moranPermutationP(values, near, 9999, seeded(20261123, "exact"))!;
      expect(Math.abs(found - p)).toBeLessThan(monteCarlo(p, 9999, Number.POSITIVE_INFINITY) + 1e-4);
      expect(moranPermutationP(values, near, 9999, seeded(20261123, "exact"))).toBe(found);
    },
  );
});

describe("rates", () => {
  it.each(python.rates)("of $counts have esda's deviates, smoothing, I and p", (expected) => {
    const deviates = rateDeviates(expected.counts, expected.populations)!;
    expectAllClose(deviates, expected.deviates);
    expectClose(moransI(deviates, neighbours)!.i, expected.i);
    const p = moranPermutationP(deviates, neighbours, 9999, seeded(1, "rates"))!;
    expect(Math.abs(p - expected.p)).toBeLessThan(monteCarlo(expected.p, 9999, 99999) + 1e-4);
  });
  it.each(r.rates)("of $counts have spdep's EBest and EBImoran.mc", (expected) => {
    expectAllClose(
      empiricalBayesRates(expected.counts, expected.populations).map((rate) => rate * 1000),
      expected.smoothed.map((rate) => rate * 1000),
    );
    const deviates = rateDeviates(expected.counts, expected.populations)!;
    expectClose(moransI(deviates, neighbours)!.i, expected.i);
    const p = moranPermutationP(deviates, neighbours, 9999, seeded(2, "rates"))!;
    expect(Math.abs(p - expected.p)).toBeLessThan(monteCarlo(expected.p, 9999, 99999) + 1e-4);
  });
  it("that differ less than by chance all become the mean; one region keeps its own; none gives 0", () => {
    expect(empiricalBayesRates([10, 20], [100, 200])).toEqual([0.1, 0.1]);
    expect(empiricalBayesRates([3], [30])).toEqual([0.1]);
    expect(empiricalBayesRates([0, 0], [5, 9])).toEqual([0, 0]);
    expect(rateDeviates([0, 0], [5, 9])).toBeNull();
    expect(() => empiricalBayesRates([1], [0])).toThrow("populations > 0");
    expect(() => empiricalBayesRates([], [])).toThrow("expected as many");
  });
});

describe("local Moran", () => {
  it.each(python.rates)(
    "of $counts is esda's, its p twice the smaller tail of all choices of neighbours",
    (expected) => {
      const found = localMoran(expected.deviates, neighbours, 9999, seeded(3, "local"))!;
      expectAllClose(
        found.map((region) => region!.i),
        expected.local,
      );
      found.forEach((region, at) => {
        const two = Math.min(1, 2 * expected.folded[at]!);
        expect(Math.abs(region!.p - two)).toBeLessThan(
          2 * monteCarlo(two / 2, 9999, Number.POSITIVE_INFINITY) + 3e-4,
        );
        expect(region!.adjusted).toBeGreaterThanOrEqual(region!.p);
      });
    },
  );
  it.each(python.exact)(
    "by permutations is near the share of all choices of neighbours",
    ({ values, neighbours: near, local }) => {
      const found = localMoran(values, near, 9999, seeded(4, "local"))!;
      found.forEach((region, at) => {
        const two = Math.min(1, 2 * local[at]!);
        expect(Math.abs(region!.p - two)).toBeLessThan(
          2 * monteCarlo(two / 2, 9999, Number.POSITIVE_INFINITY) + 3e-4,
        );
      });
    },
  );
  it.each(r.rates)("of $counts is spdep's", ({ counts, populations, local }) => {
    const deviates = rateDeviates(counts, populations)!;
    const found = localMoran(deviates, neighbours, 9, seeded(5, "local"))!;
    expectAllClose(
      found.map((region) => region!.i),
      local,
    );
  });
  it("skips islands, names quadrants, is nothing of equal values", () => {
    const found = localMoran([5, 4, 1, 0, 9], [[1], [0], [3], [2], []], 99, seeded(1, "x"))!;
    expect(found[4]).toBeNull();
    expect(found[0]!.quadrant).toBe("high-high");
    expect(found[2]!.quadrant).toBe("low-low");
    expect(localMoran([1, 1, 1, 1], [[1], [0], [3], [2]], 99, seeded(1, "x"))).toBeNull();
  });
});
