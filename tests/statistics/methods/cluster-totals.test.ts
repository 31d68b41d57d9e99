import { expect, test } from "vitest";
import { seeded } from "../../../loaders/random.ts";
import { clusterTotals, clusterWeights } from "../../../loaders/statistics/methods/cluster-bootstrap.ts";

test("totals of clusters drawn are the sums of the units' weights, draw by draw", () => {
  const random = seeded(1, "parts");
  const drawn = (values: number) => Uint32Array.from({ length: 400 }, () => Math.floor(random() * values));
  const parts = { cluster: drawn(60), cell: drawn(7), times: drawn(5) };
  const weights = clusterWeights([parts.cluster], 50, seeded(2, "draws"));
  let draws = 0;
  for (const totals of clusterTotals(parts, 7, 50, seeded(2, "draws"))) {
    const expected = new Float64Array(7);
    const weight = weights.next().value as Float64Array;
    parts.cell.forEach((cell, at) => {
      expected[cell]! += parts.times[at]! * weight[at]!;
    });
    expect(totals).toEqual(expected);
    draws++;
  }
  expect(draws).toBe(50);
});
