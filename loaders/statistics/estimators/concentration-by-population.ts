import { z } from "zod";
import { median, quantile } from "../../quantile.ts";
import { seeded } from "../../random.ts";
import { clusteredAreas } from "../clustered-areas.ts";
import { type EstimatedRow, estimator } from "../estimator.ts";
import { clusterTotals } from "../methods/cluster-bootstrap.ts";
import { gini } from "../methods/gini.ts";

const parameters = z.strictObject({
  /** Columns whose values together name a table of their own. */
  groups: z.array(z.string()).min(1),
  unit: z.string(),
  population: z.string(),
  /** Column that is 1 where the unit belongs to the part whose share is asked for. */
  part: z.string(),
  /** Column of the cluster; a row without one gives the unit and counts nothing. */
  cluster: z.string(),
  /** Column of how many things a row stands for; one each without it. */
  things: z.string().optional(),
  replicates: z.int().min(100).max(100_000).default(2000),
  seed: z.int(),
});

const measures = ["gini", "top_rate", "top_to_median", "part_share"] as const;

/**
 * How unevenly things fall on areas for their residents, each measure with its 95 % percentile bootstrap interval over
 * clusters: `gini`, `top_rate` (per 1,000 residents) of the area with the highest rate, `top_to_median` (that rate over
 * the median area's) and `part_share` (what falls in the part). One row for what a cluster has in an area, and one without a
 * cluster for every area, so that areas without things count. The area with the highest rate is that of all data, in every draw. Draws
 * without an answer are set aside; limits are null where fewer than half are left.
 */
export default estimator({
  parameters,
  estimate(rows, given) {
    const isPart = rows.numbers(given.part);
    return clusteredAreas(rows, given).flatMap((areas) => {
      const { ids, key, units, people, amounts, parts } = areas;
      const inPart = areas.rows.map((row) => isPart[row] === 1);
      const top = highest(amounts, people);
      if (top === null) return [];
      const estimates = measured(amounts, people, inPart, top);
      const drawn = measures.map((): number[] => []);
      const random = seeded(given.seed, key);
      for (const sums of clusterTotals(parts, units.length, given.replicates, random)) {
        measured([...sums], people, inPart, top).forEach((value, at) => {
          if (value !== null) drawn[at]!.push(value);
        });
      }
      return measures.map(
        (measure, at): EstimatedRow => ({
          ...ids,
          measure,
          located: amounts.reduce((sum, amount) => sum + amount, 0),
          top: units[top]!,
          top_stories: amounts[top]!,
          estimate: estimates[at]!,
          ...limits(drawn[at]!, given.replicates),
        }),
      );
    });
  },
});

function highest(amounts: readonly number[], people: readonly number[]): number | null {
  let best: number | null = null;
  amounts.forEach((amount, at) => {
    if (amount > 0 && (best === null || amount / people[at]! > amounts[best]! / people[best]!)) best = at;
  });
  return best;
}

/** The measures in their order; null where there is none. */
function measured(
  amounts: readonly number[],
  people: readonly number[],
  inPart: readonly boolean[],
  top: number,
): (number | null)[] {
  const rates = amounts.map((amount, at) => (1000 * amount) / people[at]!);
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  const middle = median(rates);
  const part = amounts.reduce((sum, amount, at) => sum + (inPart[at]! ? amount : 0), 0);
  return [
    gini(amounts, people),
    rates[top]!,
    middle > 0 ? rates[top]! / middle : null,
    total > 0 ? part / total : null,
  ];
}

function limits(values: number[], replicates: number): { low: number | null; high: number | null } {
  if (values.length * 2 < replicates) return { low: null, high: null };
  const sorted = Float64Array.from(values).sort();
  return { low: quantile(sorted, 0.025), high: quantile(sorted, 0.975) };
}
