import { expect, test } from "vitest";
import { seeded } from "../../../loaders/random.ts";
import { clusterTotals, clusterWeights } from "../../../loaders/statistics/methods/cluster-bootstrap.ts";

test.each([
  [60, 7, "all unlike each other"],
  [300, 2, "many that hold the same"],
])(
  "totals of %i clusters drawn are the sums of the units' weights in %i cells, draw by draw: %s",
  (clusters, cells) => {
    const random = seeded(1, "parts");
    const drawn = (values: number) => Uint32Array.from({ length: 400 }, () => Math.floor(random() * values));
    const parts = { cluster: drawn(clusters), cell: drawn(cells), times: drawn(5) };
    const weights = clusterWeights([parts.cluster], 50, seeded(2, "draws"));
    let draws = 0;
    for (const totals of clusterTotals(parts, cells, 50, seeded(2, "draws"))) {
      const expected = new Float64Array(cells);
      const weight = weights.next().value as Float64Array;
      parts.cell.forEach((cell, at) => {
        expected[cell]! += parts.times[at]! * weight[at]!;
      });
      expect(totals).toEqual(expected);
      draws++;
    }
    expect(draws).toBe(50);
  },
);
