import gammaln from "@stdlib/math-base-special-gammaln";
import { type Tail, tailOf } from "./tail.ts";

/**
 * The upper tail of the chi-square distribution, P(X > x) with `df` degrees of freedom: the regularised
 * incomplete gamma function by its series below the mean and by its continued fraction above, on the
 * logarithmic scale (Abramowitz & Stegun 1964, 6.5.29 and 6.5.31; Lentz 1976 for the fraction). Throws where
 * `x` is negative or `df` is not above 0.
 */
export function chiSquareUpperTail(x: number, df: number): Tail {
  // @stdlib's gammainc is wrong in the third digit at 1,000 degrees of freedom, and ends at 1e-308.
  if (!(x >= 0) || !(df > 0)) throw new RangeError(`found x = ${x}, df = ${df}, expected x >= 0 and df > 0`);
  if (x === 0) return tailOf(0);
  if (x === Number.POSITIVE_INFINITY) return tailOf(Number.NEGATIVE_INFINITY);
  const [a, y] = [df / 2, x / 2];
  const front = a * Math.log(y) - y - gammaln(a);
  return tailOf(y < a + 1 ? Math.log1p(-Math.exp(front + logSeries(a, y))) : front + logFraction(a, y));
}

/** The logarithm of the sum of y^k / (a (a + 1) … (a + k)). */
function logSeries(a: number, y: number): number {
  let term = 1 / a;
  let sum = term;
  for (let k = 1; term > sum * 1e-17; k++) {
    term *= y / (a + k);
    sum += term;
  }
  return Math.log(sum);
}

/** The logarithm of 1 / (y + 1 - a - 1 (1 - a) / (y + 3 - a - …)). */
function logFraction(a: number, y: number): number {
  let b = y + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let h = d;
  for (let k = 1; k < 1_000_000; k++) {
    const numerator = -k * (k - a);
    b += 2;
    d = 1 / (numerator * d + b);
    c = b + numerator / c;
    h *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return Math.log(h);
}
