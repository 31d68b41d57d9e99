import { normalQuantile975 } from "../wilson.ts";
import { autocorrelation, detrendedRanks } from "./detrended-ranks.ts";
import { kendallScore, kendallVariance, type TrendTest, trendTest } from "./mann-kendall.ts";
import { checkSeries } from "./series.ts";

/** The steps of values without gaps. */
export function consecutive(length: number): number[] {
  return Array.from({ length }, (_, at) => at);
}

/**
 * Mann-Kendall's test with the variance corrected for autocorrelation: Hamed & Rao (1998), "A modified
 * Mann-Kendall trend test for autocorrelated data", Journal of Hydrology 204, p. 182-196. The values stand at
 * equal steps of time, `steps` their rising numbers where some are left out: then a lag is one of time, not of places in
 * the list, and (n - lag) in the formula the number of pairs so far apart. Of the ranks of what the Theil-Sen slope
 * leaves, the autocorrelations beyond ±1.96/√n enter, up to `lags` (all there are unless said; 3 is Hamed and Rao's own
 * advice for short series).
 * `correction` is what the variance was multiplied with. Null of fewer than 3 values, or where the corrected
 * variance is not above 0 (strong negative autocorrelation), except of values that are all equal: p = 1.
 * Throws where a value is not finite, `lags` is no whole number of 1 or more, or `steps` are not rising whole numbers.
 */
export function hamedRao(
  values: readonly number[],
  lags: number = values.length - 1,
  steps: readonly number[] = consecutive(values.length),
): (TrendTest & { readonly correction: number }) | null {
  checkSeries(values);
  const n = values.length;
  if (n < 3) return null;
  if (!Number.isSafeInteger(lags) || lags < 1)
    throw new RangeError(`found lags = ${lags}, expected 1 or more`);
  if (
    steps.length !== n ||
    !steps.every((step, at) => Number.isSafeInteger(step) && (at === 0 || step > steps[at - 1]!))
  )
    throw new RangeError(`found steps ${steps.join(", ")}, expected ${n} rising whole numbers`);
  const uncorrected = kendallVariance(values);
  const correction = uncorrected === 0 ? 1 : varianceCorrection(values, steps, lags);
  if (!(correction > 0)) return null;
  return { ...trendTest(kendallScore(values), uncorrected * correction, (n * (n - 1)) / 2), correction };
}

function varianceCorrection(values: readonly number[], steps: readonly number[], lags: number): number {
  const n = values.length;
  const ranked = detrendedRanks(values, steps);
  let sum = 0;
  for (let lag = 1; lag <= Math.min(lags, steps[n - 1]! - steps[0]!); lag++) {
    const found = autocorrelation(ranked, lag);
    if (found === null) return 1;
    const { correlation, pairs } = found;
    if (Math.abs(correlation) > normalQuantile975 / Math.sqrt(n)) {
      sum += pairs * (pairs - 1) * (pairs - 2) * correlation;
    }
  }
  return 1 + (2 / (n * (n - 1) * (n - 2))) * sum;
}
