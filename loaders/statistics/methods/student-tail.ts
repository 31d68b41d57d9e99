import { betaQuantile, logIncompleteBeta } from "./incomplete-beta.ts";
import { type Tail, tailOf } from "./tail.ts";

/**
 * The two-sided p of Student's t with `df` degrees of freedom: I(df / (df + t²); df / 2, 1/2), Abramowitz &
 * Stegun (1964), 26.7.1 and 26.5.27. Throws where `df` is not above 0.
 */
export function studentTwoSided(t: number, df: number): Tail {
  if (!(df > 0) || Number.isNaN(t))
    throw new RangeError(`found t = ${t}, df = ${df}, expected numbers, df > 0`);
  if (Math.abs(t) === Number.POSITIVE_INFINITY) return tailOf(Number.NEGATIVE_INFINITY);
  const whole = df + t * t;
  return tailOf(logIncompleteBeta(df / whole, df / 2, 0.5, (t * t) / whole));
}

/** The 97.5 % quantile of Student's t with `df` degrees of freedom: half a 95 % interval in standard errors. */
export function studentQuantile975(df: number): number {
  // The smaller of x = df / (df + t²) and 1 - x is the one whose digits are kept.
  const rest = betaQuantile(0.95, 0.5, df / 2);
  if (rest < 0.5) return Math.sqrt((df * rest) / (1 - rest));
  const x = betaQuantile(0.05, df / 2, 0.5);
  return Math.sqrt((df * (1 - x)) / x);
}
