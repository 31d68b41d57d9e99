import { expect, test } from "vitest";
import { quantile } from "../../loaders/quantile.ts";
import { seeded } from "../../loaders/random.ts";
import estimator from "../../loaders/statistics/estimators/cluster-bootstrap.ts";
import { clusterWeights } from "../../loaders/statistics/methods/cluster-bootstrap.ts";
import { rowSet } from "../../loaders/statistics/row-set.ts";

// 60 rows of 20 sources and 12 stories; every third row is of a third group, which nobody asks for.
const size = 60;
const sources = Array.from({ length: size }, (_, row) => (row * 7) % 20);
const stories = Array.from({ length: size }, (_, row) => `story ${row % 12}`);
const groups = Array.from({ length: size }, (_, row) => ["new", "old", "other"][row % 3]!);
const hits = Float64Array.from({ length: size }, (_, row) => (row % 5 < 2 + (row % 3 === 0 ? 1 : 0) ? 1 : 0));
const rows = rowSet({ group: groups, hit: hits, source: Float64Array.from(sources), story: stories });
const given = { group: "group", values: ["new", "old"], hit: "hit", replicates: 500, seed: 3 };
const run = (clusters: string[], more: object = {}) =>
  estimator.estimate(rows, estimator.parameters.parse({ ...given, clusters, ...more }));

const tally = (group: string, weights: ArrayLike<number>) => {
  let [hit, of] = [0, 0];
  groups.forEach((name, row) => {
    if (name !== group) return;
    hit += weights[row]! * hits[row]!;
    of += weights[row]!;
  });
  return { hit, of };
};

/** Numbers of clusters in order of appearance. */
const numbered = (values: readonly (string | number)[]) => {
  const known = [...new Set(values)];
  return values.map((value) => known.indexOf(value));
};

test.each([
  ["one", ["source"], [sources]],
  ["two that cross", ["source", "story"], [sources, stories]],
])("takes limits from the draws of the checked method: %s", (_what, names, factors) => {
  const random = seeded(3, "cluster-bootstrap");
  const drawn: Record<"difference" | "ratio", number[]> = { difference: [], ratio: [] };
  for (const weights of clusterWeights(factors.map(numbered), 500, random)) {
    const [first, second] = [tally("new", weights), tally("old", weights)];
    if (first.of === 0 || second.of === 0) continue;
    drawn.difference.push(first.hit / first.of - second.hit / second.of);
    if (second.hit > 0) drawn.ratio.push(first.hit / first.of / (second.hit / second.of));
  }
  const once = new Float64Array(size).fill(1);
  const [first, second] = [tally("new", once), tally("old", once)];
  const shares = [first.hit / first.of, second.hit / second.of] as const;
  const estimates = { difference: shares[0] - shares[1], ratio: shares[0] / shares[1] };
  const found = run(names);
  expect(found.map(({ measure }) => measure)).toEqual(["difference", "ratio"]);
  for (const row of found) {
    const measure = row.measure as "difference" | "ratio";
    const sorted = drawn[measure].sort((a, b) => a - b);
    expect(row).toEqual({
      measure,
      first: first.hit,
      first_of: first.of,
      second: second.hit,
      second_of: second.of,
      estimate: estimates[measure],
      low: quantile(sorted, 0.025),
      high: quantile(sorted, 0.975),
    });
    expect(row.low as number).toBeLessThan(row.high as number);
  }
});

test("gives no limits where a group is empty, and no estimate", () => {
  for (const row of run(["source"], { values: ["new", "absent"] })) {
    expect(row).toMatchObject({ second: 0, second_of: 0, estimate: null, low: null, high: null });
  }
});

test("the same seed gives the same limits, another seed others", () => {
  expect(run(["source"])).toEqual(run(["source"]));
  expect(run(["source"], { seed: 4 })[0]!.low).not.toBe(run(["source"])[0]!.low);
});
