import { z } from "zod";
import { areasOf } from "../areas.ts";
import { estimator } from "../estimator.ts";
import { empiricalBayesRates } from "../methods/empirical-bayes.ts";

/**
 * Rates of areas per 1,000 residents, drawn towards the mean of all by Marshall's empirical Bayes: one row an area, with
 * `count`, `population`, `rate` and `smoothed`. Parameters name the statement's columns; the area keeps its column's name.
 */
export default estimator({
  parameters: z.strictObject({ unit: z.string(), count: z.string(), population: z.string() }),
  estimate(rows, columns) {
    const { ids, counts, populations } = areasOf(rows, columns);
    if (ids.length === 0) return [];
    const smoothed = empiricalBayesRates(counts, populations);
    return ids.map((id, at) => ({
      [columns.unit]: id,
      [columns.count]: counts[at]!,
      [columns.population]: populations[at]!,
      rate: (1000 * counts[at]!) / populations[at]!,
      smoothed: 1000 * smoothed[at]!,
    }));
  },
});
