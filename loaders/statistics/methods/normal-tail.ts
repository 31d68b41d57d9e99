import erfc from "@stdlib/math-base-special-erfc";
import { type Tail, tailOf } from "./tail.ts";

const logRootTwoPi = 0.9189385332046727;

/**
 * The natural logarithm of the standard normal's upper tail, P(Z > z). Up to z = 25 from @stdlib's erfc;
 * beyond, where the tail nears the smallest number, from Laplace's continued fraction of Mills' ratio
 * (Abramowitz & Stegun 1964, 26.2.14). Throws where `z` is not a number.
 */
export function logNormalUpperTail(z: number): number {
  if (Number.isNaN(z)) throw new RangeError("found z = NaN, expected a number");
  if (z < -1) return Math.log1p(-erfc(-z / Math.SQRT2) / 2);
  if (z <= 25) return Math.log(erfc(z / Math.SQRT2) / 2);
  if (z === Number.POSITIVE_INFINITY) return Number.NEGATIVE_INFINITY;
  let fraction = z;
  for (let k = 60; k > 0; k--) fraction = z + k / fraction;
  return -(z * z) / 2 - logRootTwoPi - Math.log(fraction);
}

/** The two-sided p of a standard normal score: P(|Z| > |z|). */
export function normalTwoSided(z: number): Tail {
  return tailOf(Math.LN2 + logNormalUpperTail(Math.abs(z)));
}
