import { z } from "zod";
import { quantile } from "../../quantile.ts";
import { seeded } from "../../random.ts";
import { estimator } from "../estimator.ts";
import { clusterTotals } from "../methods/cluster-bootstrap.ts";
import { type LorenzPoint, lorenz } from "../methods/gini.ts";
import { patterns } from "../methods/patterns.ts";

const parameters = z.strictObject({
  /** Columns whose values together name a curve of their own. */
  groups: z.array(z.string()).min(1),
  unit: z.string(),
  population: z.string(),
  /** Column of the cluster; a row without one gives the unit and counts nothing. */
  cluster: z.string(),
  replicates: z.int().min(100).max(100_000).default(2000),
  seed: z.int(),
});

/**
 * 95 % percentile bootstrap limits of a Lorenz curve over clusters, at the curve's own points: for each area, the limits
 * of what falls on as many residents, those of the lowest rates, as live in it and in all with lower rates. Each draw
 * puts the areas in its own order, as the curve does. One row a thing, and one without a cluster for every area.
 * Columns: the groups, the unit, `things`, `low`, `high`; areas of one rate follow each other as they stand in the rows.
 */
export default estimator({
  parameters,
  estimate(rows, given) {
    const keys = given.groups.map((name) => rows.texts(name));
    const units = rows.texts(given.unit);
    const populations = rows.numbers(given.population);
    const clusters = rows.numbers(given.cluster);
    const members = new Map<string, number[]>();
    for (let row = 0; row < rows.count; row++) {
      const key = JSON.stringify(keys.map((column) => column[row]));
      const known = members.get(key);
      if (known === undefined) members.set(key, [row]);
      else known.push(row);
    }
    return [...members].flatMap(([key, group]) => {
      const place = new Map([...new Set(group.map((row) => units[row]!))].map((id, at) => [id, at]));
      const people = new Array<number>(place.size);
      for (const row of group) people[place.get(units[row]!)!] = populations[row]!;
      const things = group.filter((row) => !Number.isNaN(clusters[row]!));
      const numbers = new Map<number, number>();
      for (const row of things) {
        if (!numbers.has(clusters[row]!)) numbers.set(clusters[row]!, numbers.size);
      }
      const cluster = Uint32Array.from(things, (row) => numbers.get(clusters[row]!)!);
      const cell = Uint16Array.from(things, (row) => place.get(units[row]!)!);
      const pairs = patterns([cluster, cell]);
      const amounts = people.map(() => 0);
      for (const unit of cell) amounts[unit]!++;
      const curve = lorenz(amounts, people);
      if (curve === null) return [];
      const order = amounts.map((_, at) => at);
      order.sort((a, b) => amounts[a]! / people[a]! - amounts[b]! / people[b]!);
      const drawn = order.map((): number[] => []);
      const pieces = {
        cluster: pairs.of(cluster, Uint32Array),
        cell: pairs.of(cell, Uint16Array),
        times: pairs.times,
      };
      for (const sums of clusterTotals(pieces, people.length, given.replicates, seeded(given.seed, key))) {
        const one = lorenz([...sums], people);
        if (one !== null)
          order.forEach((_, at) => {
            drawn[at]!.push(heightAt(one, curve[at + 1]!.populationShare));
          });
      }
      const named = Object.fromEntries(
        given.groups.map((name, at) => [name, (JSON.parse(key) as string[])[at]!]),
      );
      const ids = [...place.keys()];
      return order.map((unit, at) => {
        const sorted = Float64Array.from(drawn[at]!).sort();
        const [low, high] = [quantile(sorted, 0.025), quantile(sorted, 0.975)];
        return { ...named, [given.unit]: ids[unit]!, things: amounts[unit]!, low, high };
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
