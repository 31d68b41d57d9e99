/** What all regions' rates are taken to be drawn from, by moments. */
export interface RatePrior {
  /** All cases over all residents. */
  readonly mean: number;
  /** The variance of true rates between regions; below 0 where rates differ less than by chance. */
  readonly variance: number;
}

/**
 * The mean and variance of the distribution of rates between regions: Marshall (1991), "Mapping disease and
 * mortality rates using empirical Bayes estimators", Applied Statistics 40(2), p. 283-294. Throws where lengths
 * differ, there are no regions, a count is below 0 or a population is not above 0.
 */
export function ratePrior(counts: readonly number[], populations: readonly number[]): RatePrior {
  if (counts.length !== populations.length || counts.length === 0) {
    throw new RangeError(
      `found ${counts.length} counts and ${populations.length} populations, expected as many`,
    );
  }
  if (!counts.every((k) => k >= 0) || !populations.every((n) => n > 0)) {
    throw new RangeError("found a count below 0 or a population of 0, expected counts >= 0, populations > 0");
  }
  const people = populations.reduce((sum, n) => sum + n, 0);
  const mean = counts.reduce((sum, k) => sum + k, 0) / people;
  const spread = counts.reduce((sum, k, at) => {
    const n = populations[at]!;
    return sum + (n * (k / n - mean) ** 2) / people;
  }, 0);
  return { mean, variance: spread - mean / (people / counts.length) };
}

/**
 * Rates drawn towards the mean of all regions, the more the fewer residents a region has: the global empirical
 * Bayes estimator of Marshall (1991). Counts and residents in, rates per resident out. A variance below 0 counts
 * as 0: all regions get the mean. One region keeps its rate; counts of 0 throughout give 0. Throws as `ratePrior`.
 */
export function empiricalBayesRates(counts: readonly number[], populations: readonly number[]): number[] {
  const { mean, variance } = ratePrior(counts, populations);
  const kept = Math.max(0, variance);
  return counts.map((count, at) => {
    const n = populations[at]!;
    return kept === 0 ? mean : mean + (kept * (count / n - mean)) / (kept + mean / n);
  });
}

/**
 * Each region's distance from the mean rate in standard deviations of such a region, for Moran's I of rates:
 * Assunção & Reis (1999), "A new proposal to adjust Moran's I for population density", Statistics in Medicine
 * 18, p. 2147-2162. Null where all counts are 0. Throws as `ratePrior`.
 */
export function rateDeviates(counts: readonly number[], populations: readonly number[]): number[] | null {
  const { mean, variance } = ratePrior(counts, populations);
  if (mean === 0) return null;
  return counts.map((count, at) => {
    const n = populations[at]!;
    const own = variance + mean / n;
    return (count / n - mean) / Math.sqrt(own > 0 ? own : mean / n);
  });
}
