import { betaQuantile } from "./incomplete-beta.ts";
import type { Interval } from "./interval.ts";

/**
 * The ratio of two Poisson rates, (k1 / e1) / (k2 / e2), with its exact conditional 95 % interval: given
 * k1 + k2, k1 is binomial, and the limits are those of Clopper & Pearson (1934) turned into odds (Przyborowski
 * & Wilenski 1940, Biometrika 31, p. 313-323). Counts and exposures in (say residents, or posts published).
 * k1 = 0 has a lower limit of 0, k2 = 0 no ratio and no upper limit (null). Null where both counts are 0;
 * throws where a count is no whole number or an exposure is not above 0.
 */
export function rateRatio(
  k1: number,
  e1: number,
  k2: number,
  e2: number,
): { readonly ratio: number | null; readonly lower: number; readonly upper: number | null } | null {
  for (const k of [k1, k2]) {
    if (!Number.isSafeInteger(k) || k < 0) throw new RangeError(`found count = ${k}, expected 0 or more`);
  }
  if (!(e1 > 0 && e2 > 0)) throw new RangeError(`found exposures ${e1} and ${e2}, expected both above 0`);
  if (k1 + k2 === 0) return null;
  const { lower, upper } = clopperPearsonOdds(k1, k2);
  const scale = e2 / e1;
  return {
    ratio: k2 === 0 ? null : (k1 / k2) * scale,
    lower: lower * scale,
    upper: k2 === 0 ? null : upper * scale,
  };
}

/** Clopper and Pearson's limits of k1 among k1 + k2, as odds. */
function clopperPearsonOdds(k1: number, k2: number): Interval {
  // The complement has its own quantile, so that neither near 0 nor near 1 digits are lost.
  const lower = k1 === 0 ? 0 : betaQuantile(0.025, k1, k2 + 1) / betaQuantile(0.975, k2 + 1, k1);
  const upper =
    k2 === 0 ? Number.POSITIVE_INFINITY : betaQuantile(0.975, k1 + 1, k2) / betaQuantile(0.025, k2, k1 + 1);
  return { lower, upper };
}
