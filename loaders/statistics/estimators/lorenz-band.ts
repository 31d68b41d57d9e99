import { z } from "zod";
import { quantile } from "../../quantile.ts";
import { seeded } from "../../random.ts";
import { clusteredAreas } from "../clustered-areas.ts";
import { estimator } from "../estimator.ts";
import { clusterTotals } from "../methods/cluster-bootstrap.ts";
import { type LorenzPoint, lorenz } from "../methods/gini.ts";

const parameters = z.strictObject({
  /** Columns whose values together name a curve of their own. */
  groups: z.array(z.string()).min(1),
  unit: z.string(),
  population: z.string(),
  /** Column of the cluster; a row without one gives the unit and counts nothing. */
  cluster: z.string(),
  /** Column of how many things a row stands for; one each without it. */
  things: z.string().optional(),
  replicates: z.int().min(100).max(100_000).default(2000),
  seed: z.int(),
});

/**
 * 95 % percentile bootstrap limits of a Lorenz curve over clusters, at the curve's own points: for each area, the limits
 * of what falls on as many residents, those of the lowest rates, as live in it and in all with lower rates. Each draw
 * puts the areas in its own order, as the curve does. One row for what a cluster has in an area, and one without a cluster for every area.
 * Columns: the groups, the unit, `things`, `low`, `high`; areas of one rate follow each other as they stand in the rows.
 */
export default estimator({
  parameters,
  estimate(rows, given) {
    return clusteredAreas(rows, given).flatMap(({ ids, key, units, people, amounts, parts }) => {
      const curve = lorenz(amounts, people);
      if (curve === null) return [];
      const order = amounts.map((_, at) => at);
      order.sort((a, b) => amounts[a]! / people[a]! - amounts[b]! / people[b]!);
      const drawn = order.map((): number[] => []);
      for (const sums of clusterTotals(parts, people.length, given.replicates, seeded(given.seed, key))) {
        const one = lorenz([...sums], people);
        if (one !== null)
          order.forEach((_, at) => {
            drawn[at]!.push(heightAt(one, curve[at + 1]!.populationShare));
          });
      }
      return order.map((unit, at) => {
        const sorted = Float64Array.from(drawn[at]!).sort();
        const [low, high] = [quantile(sorted, 0.025), quantile(sorted, 0.975)];
        return { ...ids, [given.unit]: units[unit]!, things: amounts[unit]!, low, high };
      });
    });
  },
});

/** The height of a Lorenz curve above a share of residents, on the straight line between its points. */
function heightAt(points: readonly LorenzPoint[], share: number): number {
  for (let at = 1; at < points.length; at++) {
    const [a, b] = [points[at - 1]!, points[at]!];
    if (share > b.populationShare && at < points.length - 1) continue;
    const part = (share - a.populationShare) / (b.populationShare - a.populationShare);
    return a.amountShare + Math.min(1, part) * (b.amountShare - a.amountShare);
  }
  return 1;
}
