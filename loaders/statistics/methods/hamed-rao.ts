import { normalQuantile975 } from "../wilson.ts";
import { kendallScore, kendallVariance, type TrendTest, trendTest } from "./mann-kendall.ts";
import { ranks } from "./ranks.ts";
import { checkSeries } from "./series.ts";
import { theilSen } from "./theil-sen.ts";

/**
 * Mann-Kendall's test with the variance corrected for autocorrelation: Hamed & Rao (1998), "A modified
 * Mann-Kendall trend test for autocorrelated data", Journal of Hydrology 204, p. 182-196. The values stand at
 * equal steps of time. Of the ranks of what the Theil-Sen slope leaves, the autocorrelations beyond ±1.96/√n
 * enter, up to `lags` (all n - 1 unless said; 3 is Hamed and Rao's own advice for short series).
 * `correction` is what the variance was multiplied with. Null of fewer than 3 values, or where the corrected
 * variance is not above 0 (strong negative autocorrelation), except of values that are all equal: p = 1.
 * Throws where a value is not finite or `lags` is no whole number of 1 or more.
 */
export function hamedRao(
  values: readonly number[],
  lags: number = values.length - 1,
): (TrendTest & { readonly correction: number }) | null {
  checkSeries(values);
  const n = values.length;
  if (n < 3) return null;
  if (!Number.isSafeInteger(lags) || lags < 1)
    throw new RangeError(`found lags = ${lags}, expected 1 or more`);
  const uncorrected = kendallVariance(values);
  const correction = uncorrected === 0 ? 1 : varianceCorrection(values, Math.min(lags, n - 1));
  if (!(correction > 0)) return null;
  return { ...trendTest(kendallScore(values), uncorrected * correction, (n * (n - 1)) / 2), correction };
}

function varianceCorrection(values: readonly number[], lags: number): number {
  const n = values.length;
  const times = values.map((_, at) => at + 1);
  const { slope } = theilSen(times, values)!;
  const ranked = ranks(values.map((value, at) => value - times[at]! * slope));
  const mean = (n + 1) / 2;
  const variance = autocovariance(ranked, mean, 0);
  if (variance === 0) return 1;
  let sum = 0;
  for (let lag = 1; lag <= lags; lag++) {
    const correlation = autocovariance(ranked, mean, lag) / variance;
    if (Math.abs(correlation) > normalQuantile975 / Math.sqrt(n)) {
      sum += (n - lag) * (n - lag - 1) * (n - lag - 2) * correlation;
    }
  }
  return 1 + (2 / (n * (n - 1) * (n - 2))) * sum;
}

function autocovariance(values: readonly number[], mean: number, lag: number): number {
  let sum = 0;
  for (let at = lag; at < values.length; at++) sum += (values[at]! - mean) * (values[at - lag]! - mean);
  return sum / values.length;
}
