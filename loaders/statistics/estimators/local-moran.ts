import { seeded } from "../../random.ts";
import { areasOf } from "../areas.ts";
import { estimator } from "../estimator.ts";
import { rateDeviates } from "../methods/empirical-bayes.ts";
import { localMoran } from "../methods/local-moran.ts";
import { moranParameters } from "../moran-parameters.ts";

/**
 * Local Moran's I of rates (empirical-Bayes deviates): one row an area, `i`, `quadrant`, `p` of conditional permutations
 * and `adjusted` p with false discovery control over the map. An area without neighbours has nulls.
 */
export default estimator({
  parameters: moranParameters,
  estimate(rows, given) {
    const { ids, counts, populations, neighbours } = areasOf(rows, given);
    const deviates = counts.length === 0 ? null : rateDeviates(counts, populations);
    if (deviates === null) return [];
    const found = localMoran(deviates, neighbours, given.draws, seeded(given.seed, "local-moran"));
    return ids.map((id, at) => {
      const one = found?.[at];
      return {
        [given.unit]: id,
        [given.count]: counts[at]!,
        neighbours: neighbours[at]!.length,
        quadrant: one?.quadrant ?? null,
        i: one?.i ?? null,
        p: one?.p ?? null,
        adjusted: one?.adjusted ?? null,
      };
    });
  },
});
