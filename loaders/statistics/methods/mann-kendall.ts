import { normalTwoSided } from "./normal-tail.ts";
import { tieSizes } from "./ranks.ts";
import { checkSeries } from "./series.ts";
import type { Tail } from "./tail.ts";

export interface TrendTest extends Tail {
  /** Rising pairs less falling pairs. */
  readonly s: number;
  /** The variance of `s` were there no trend. */
  readonly variance: number;
  /** Kendall's tau-a: `s` over the number of pairs. */
  readonly tau: number;
  readonly z: number;
}

/**
 * Mann-Kendall's test of a monotonic trend in values in order of time, with the correction for ties and for
 * continuity: Mann (1945), Econometrica 13, p. 245-259; Kendall (1975), "Rank Correlation Methods". The p is
 * two-sided and takes the values to be independent (hamedRao does not). All equal: s = 0, p = 1. Null of fewer
 * than 3 values; the normal approximation wants some 10. Throws where a value is not finite.
 */
export function mannKendall(values: readonly number[]): TrendTest | null {
  checkSeries(values);
  if (values.length < 3) return null;
  const s = kendallScore(values);
  return trendTest(s, kendallVariance(values), (values.length * (values.length - 1)) / 2);
}

/** A score, its variance and the number of its pairs as a test, with the correction for continuity. */
export function trendTest(s: number, variance: number, pairs: number): TrendTest {
  const z = s === 0 || variance === 0 ? 0 : (s - Math.sign(s)) / Math.sqrt(variance);
  return { s, variance, tau: s / pairs, z, ...normalTwoSided(z) };
}

/** Rising pairs less falling pairs of values in order of time. */
export function kendallScore(values: readonly number[]): number {
  let s = 0;
  for (let i = 0; i < values.length; i++) {
    for (let j = i + 1; j < values.length; j++) s += Math.sign(values[j]! - values[i]!);
  }
  return s;
}

/** The variance of the score of independent values, less what their ties take. */
export function kendallVariance(values: readonly number[]): number {
  const n = values.length;
  const tied = tieSizes(values).reduce((sum, t) => sum + t * (t - 1) * (2 * t + 5), 0);
  return (n * (n - 1) * (2 * n + 5) - tied) / 18;
}
