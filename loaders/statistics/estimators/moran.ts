import { seeded } from "../../random.ts";
import { areasOf } from "../areas.ts";
import { estimator } from "../estimator.ts";
import { rateDeviates } from "../methods/empirical-bayes.ts";
import { moranPermutationP, moransI } from "../methods/morans-i.ts";
import { moranParameters } from "../moran-parameters.ts";

/**
 * Global Moran's I of rates (empirical-Bayes deviates) over neighbours, with its permutation p: one row, `measure` moran.
 * No row where there are fewer than 4 areas, rates are all equal or nobody has a neighbour.
 */
export default estimator({
  parameters: moranParameters,
  estimate(rows, given) {
    const { counts, populations, neighbours } = areasOf(rows, given);
    const deviates = counts.length === 0 ? null : rateDeviates(counts, populations);
    const found = deviates === null ? null : moransI(deviates, neighbours);
    if (deviates === null || found === null) return [];
    return [
      {
        measure: "moran",
        units: counts.length,
        [given.count]: counts.reduce((sum, count) => sum + count, 0),
        i: found.i,
        expected: found.expected,
        z: found.z,
        p: moranPermutationP(deviates, neighbours, given.draws, seeded(given.seed, "moran")),
        draws: given.draws,
      },
    ];
  },
});
