/**
 * A quantile of numbers in ascending order, linear between neighbours: type 7 of Hyndman and Fan (1996), "Sample
 * quantiles in statistical packages", The American Statistician 50(4). `p` from 0 to 1; NaN of no numbers.
 */
export function quantile(sorted: ArrayLike<number>, p: number): number {
  if (sorted.length === 0) return Number.NaN;
  const at = (sorted.length - 1) * p;
  const low = Math.floor(at);
  const high = Math.min(low + 1, sorted.length - 1);
  return sorted[low]! + (at - low) * (sorted[high]! - sorted[low]!);
}

/** A 95 % interval: the 2.5 % and 97.5 % quantiles of simulated values; null of fewer than 40. */
export function percentileInterval(values: readonly number[]): Interval | null {
  if (values.length < 40) return null;
  const sorted = Float64Array.from(values).sort();
  return { lower: quantile(sorted, 0.025), upper: quantile(sorted, 0.975) };
}

export interface Interval {
  readonly lower: number;
  readonly upper: number;
}
