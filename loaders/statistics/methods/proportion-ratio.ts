import { normalQuantile975 } from "../wilson.ts";
import { checkPart } from "./counts.ts";
import type { Interval } from "./interval.ts";

/**
 * The ratio (k1 / n1) / (k2 / n2) of two independent proportions with its 95 % score interval: Koopman (1984),
 * "Confidence intervals for the ratio of two binomial proportions", Biometrics 40, p. 513-517: the ratios that
 * a chi-square test with the proportions' constrained likelihood estimates does not reject. Unlike Katz's
 * logarithmic interval it stands where a count is 0: k1 = 0 has a lower limit of exactly 0.
 * Null where n1, n2 or k2 is 0 (the ratio is not finite); throws where a part is no whole number of its whole.
 */
export function proportionRatio(
  k1: number,
  n1: number,
  k2: number,
  n2: number,
): (Interval & { readonly ratio: number }) | null {
  checkPart(k1, n1, "the first proportion");
  checkPart(k2, n2, "the second proportion");
  if (n1 === 0 || n2 === 0 || k2 === 0) return null;
  const ratio = k1 / n1 / (k2 / n2);
  const score = (logRatio: number): number => scoreAt(Math.exp(logRatio), k1, n1, k2, n2);
  // The score falls as the ratio rises; the limits are where it is +z and -z.
  const centre = Math.log(k1 === 0 ? 0.5 / n1 / (k2 / n2) : ratio);
  const upper = Math.exp(crossing(score, -normalQuantile975, centre));
  const lower = k1 === 0 ? 0 : Math.exp(crossing(score, normalQuantile975, centre));
  return { ratio, lower, upper };
}

/** The standardised distance of p1 from `ratio` p2 under the estimates constrained to p1 = ratio p2. */
function scoreAt(ratio: number, k1: number, n1: number, k2: number, n2: number): number {
  const n = n1 + n2;
  const b = ratio * (n1 + k2) + k1 + n2;
  // The smaller root of n ratio p² - b p + (k1 + k2) = 0, written so that it loses no digits.
  const p2 = (2 * (k1 + k2)) / (b + Math.sqrt(Math.max(0, b * b - 4 * n * ratio * (k1 + k2))));
  const p1 = Math.min(1, ratio * p2);
  const variance = (p1 * (1 - p1)) / n1 + (ratio * ratio * p2 * (1 - p2)) / n2;
  const distance = k1 / n1 - (ratio * k2) / n2;
  return variance > 0 ? distance / Math.sqrt(variance) : Math.sign(distance) * Number.POSITIVE_INFINITY || 0;
}

/** Where a falling function of x passes `level`, from a start near it, by halving. */
function crossing(f: (x: number) => number, level: number, start: number): number {
  let [low, high] = [start, start];
  for (let width = 1; width < 1000 && f(low) < level; width *= 2) low -= width;
  for (let width = 1; width < 1000 && f(high) > level; width *= 2) high += width;
  for (let step = 0; step < 200; step++) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) break;
    if (f(middle) > level) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
