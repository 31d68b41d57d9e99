export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/**
 * A quantile of numbers in ascending order, linear between neighbours: type 7 of Hyndman & Fan (1996), "Sample
 * quantiles in statistical packages", The American Statistician 50(4), p. 361-365. `p` from 0 to 1. Throws
 * where there are no numbers or `p` is outside.
 */
export function quantile(sorted: ArrayLike<number>, p: number): number {
  if (sorted.length === 0) throw new RangeError("found no numbers, expected one or more");
  if (!(p >= 0 && p <= 1)) throw new RangeError(`found p = ${p}, expected 0 <= p <= 1`);
  const at = (sorted.length - 1) * p;
  const low = Math.floor(at);
  const high = Math.min(low + 1, sorted.length - 1);
  return sorted[low]! + (at - low) * (sorted[high]! - sorted[low]!);
}

/** The median of numbers in any order. Throws where there are none. */
export function median(values: readonly number[]): number {
  return quantile(Float64Array.from(values).sort(), 0.5);
}

/**
 * The 95 % percentile interval of resampled estimates: Efron & Tibshirani (1993), "An Introduction to the
 * Bootstrap", ch. 13. Null of fewer than 40 (2.5 % of them is less than one), or where one is not finite.
 */
export function percentileInterval(estimates: ArrayLike<number>): Interval | null {
  if (estimates.length < 40) return null;
  const sorted = Float64Array.from(estimates).sort();
  if (!sorted.every(Number.isFinite)) return null;
  return { lower: quantile(sorted, 0.025), upper: quantile(sorted, 0.975) };
}
