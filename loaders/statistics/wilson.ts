/** The 97.5 % quantile of the standard normal distribution. */
export const normalQuantile975 = 1.9599639845400545;

/**
 * The Wilson score interval (95 %) of a proportion: Wilson (1927), "Probable inference, the law of
 * succession, and statistical inference", JASA 22(158), p. 209-212, without continuity correction.
 * `k` successes of `n` trials, counts; returns proportions. `k = 0` gives a lower limit of exactly 0 and
 * `k = n` an upper limit of exactly 1. Returns null where `n` is 0; throws where not 0 <= k <= n.
 */
export function wilson(k: number, n: number): { lower: number; upper: number } | null {
  if (!(k >= 0 && k <= n)) throw new RangeError(`found k = ${k} of n = ${n}, expected 0 <= k <= n`);
  if (n === 0) return null;
  const z = normalQuantile975;
  const upper =
    k === n ? 1 : (k + (z * z) / 2 + z * Math.sqrt((k * (n - k)) / n + (z * z) / 4)) / (n + z * z);
  // The product of the two roots is k² / (n (n + z²)): dividing by the upper one loses no digits near 0.
  return { lower: (k * k) / (n * (n + z * z) * upper), upper };
}
