import { expect, test } from "vitest";
import estimator from "../../../loaders/statistics/estimators/cluster-share.ts";
import { expandedInterval } from "../../../loaders/statistics/methods/expanded-percentiles.ts";
import { rowSet } from "../../../loaders/statistics/row-set.ts";
import { wilson } from "../../../loaders/statistics/wilson.ts";

/** 30 sources of `size` stories, each all on one platform: 15 on a, 15 on b. */
const rows = (size: number) => {
  const sources = Array.from({ length: 30 }, (_, source) => source);
  return rowSet({
    corpus: [...sources, ...sources].map(() => "c"),
    platform: [...sources.map(() => null), ...sources.map((source) => (source % 2 === 0 ? "a" : "b"))],
    source: Float64Array.from([...sources, ...sources]),
    stories: new Float64Array(60).fill(size),
  });
};
const given = estimator.parameters.parse({
  groups: ["corpus"],
  part: "platform",
  cluster: "source",
  count: "stories",
  replicates: 4000,
  seed: 1,
});

test("a share of whole sources is as sure as so many sources, however many stories they write", () => {
  const [a, b] = estimator.estimate(rows(100), given);
  expect(a).toMatchObject({ corpus: "c", platform: "a", stories: 1500, of: 3000, clusters: 30, share: 0.5 });
  expect(b).toMatchObject({ platform: "b", share: 0.5 });
  const [one] = estimator.estimate(rows(1), given);
  expect([a!.low, a!.high]).toEqual([one!.low, one!.high]);
  // The standard error of 15 of 30 is 0.0913, and Student's t on 29 degrees of freedom 2.045.
  expect(a!.high as number).toBeGreaterThan(0.5 + 1.8 * 0.0913);
  expect(a!.high as number).toBeLessThan(0.5 + 2.4 * 0.0913);
  // Wilson takes the 3,000 stories to be independent.
  expect((a!.high as number) - 0.5).toBeGreaterThan(8 * (wilson(1500, 3000)!.upper - 0.5));
});

test("tails are moved out where clusters are few, and plain percentiles where they are many", () => {
  // 100,001 equally spaced estimates: a quantile is its own probability.
  const estimates = Array.from({ length: 100_001 }, (_, at) => at / 100_000);
  // Φ(-√(10/9) · 2.262157) = Φ(-2.384527) = 0.008551 (R: pnorm(-sqrt(10/9) * qt(0.975, 9))).
  expect(expandedInterval(estimates, 10)!.lower).toBeCloseTo(0.00855, 4);
  expect(expandedInterval(estimates, 100_000)!.upper).toBeCloseTo(0.975, 4);
  expect(expandedInterval(estimates, 1)).toBeNull();
  expect(expandedInterval([1, 2, 3], 10)).toBeNull();
});
