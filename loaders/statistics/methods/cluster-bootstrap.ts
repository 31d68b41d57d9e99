import type { Random } from "../../random.ts";

/**
 * The weights of units in `draws` bootstrap resamples of whole clusters. `factors` are one or more ways to
 * cluster the same units, each a cluster number from 0 for every unit: story alone, or story and source. With
 * one factor it is the cluster bootstrap (Davison & Hinkley 1997, "Bootstrap Methods and their Application",
 * 3.8): as many clusters are drawn with replacement as there are, and a unit counts as often as its cluster was
 * drawn. With more each factor is drawn by itself and a unit's weight is the product: Owen (2007), "The
 * pigeonhole bootstrap", Annals of Applied Statistics 1(2), p. 386-411, which errs to the wide side. Yields one
 * array for all draws, written anew: use it before the next. Throws where there are no factors, their lengths
 * differ, or a number is not a whole one of 0 or more.
 */
export function* clusterWeights(
  factors: readonly ArrayLike<number>[],
  draws: number,
  random: Random,
): Generator<Float64Array> {
  const units = factors[0]?.length;
  if (units === undefined || factors.some((factor) => factor.length !== units)) {
    throw new RangeError(
      `found factors of ${factors.map(({ length }) => length).join(", ")} units, expected as many`,
    );
  }
  const sizes = factors.map((factor) => {
    let size = 0;
    for (let unit = 0; unit < units; unit++) {
      const cluster = factor[unit]!;
      if (!Number.isSafeInteger(cluster) || cluster < 0) throw new RangeError(`found cluster ${cluster}`);
      size = Math.max(size, cluster + 1);
    }
    return size;
  });
  const weights = new Float64Array(units);
  const times = sizes.map((size) => new Uint32Array(size));
  for (let draw = 0; draw < draws; draw++) {
    weights.fill(1);
    factors.forEach((factor, at) => {
      const drawn = times[at]!.fill(0);
      for (let k = 0; k < drawn.length; k++) drawn[Math.floor(random() * drawn.length)]!++;
      for (let unit = 0; unit < units; unit++) weights[unit]! *= drawn[factor[unit]!]!;
    });
    yield weights;
  }
}
