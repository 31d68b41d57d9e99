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
    factors.forEach((factor, at) => {
      const drawn = times[at]!.fill(0);
      const size = drawn.length;
      for (let k = 0; k < size; k++) drawn[Math.floor(random() * size)]!++;
      if (at === 0) for (let unit = 0; unit < units; unit++) weights[unit] = drawn[factor[unit]!]!;
      else for (let unit = 0; unit < units; unit++) weights[unit]! *= drawn[factor[unit]!]!;
    });
    yield weights;
  }
}

/**
 * How much falls into each cell in `draws` bootstrap resamples of whole clusters of one factor: the sums by cell of
 * `times` multiplied with the weights of `clusterWeights`, with the same numbers drawn, but only what a drawn cluster holds
 * is added. `cluster`, `cell` and `times` say for every part of the data in which cluster and cell it is and how much;
 * cells are numbered from 0 up to `cells`. Yields one array for all draws, written anew: use it before the next.
 */
export function* clusterTotals(
  parts: {
    readonly cluster: ArrayLike<number>;
    readonly cell: ArrayLike<number>;
    readonly times: ArrayLike<number>;
  },
  cells: number,
  draws: number,
  random: Random,
): Generator<Float64Array> {
  let clusters = 0;
  for (let at = 0; at < parts.cluster.length; at++) clusters = Math.max(clusters, parts.cluster[at]! + 1);
  const starts = new Uint32Array(clusters + 1);
  for (let at = 0; at < parts.cluster.length; at++) starts[parts.cluster[at]! + 1]!++;
  for (let cluster = 0; cluster < clusters; cluster++) starts[cluster + 1]! += starts[cluster]!;
  const next = starts.slice(0, clusters);
  const cell = new Uint32Array(parts.cluster.length);
  const times = new Float64Array(parts.cluster.length);
  for (let at = 0; at < parts.cluster.length; at++) {
    const place = next[parts.cluster[at]!]!++;
    cell[place] = parts.cell[at]!;
    times[place] = parts.times[at]!;
  }
  const sums = new Float64Array(cells);
  for (let draw = 0; draw < draws; draw++) {
    sums.fill(0);
    for (let k = 0; k < clusters; k++) {
      const drawn = Math.floor(random() * clusters);
      for (let at = starts[drawn]!; at < starts[drawn + 1]!; at++) sums[cell[at]!]! += times[at]!;
    }
    yield sums;
  }
}
