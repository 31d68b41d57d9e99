import { autocorrelation, detrendedRanks } from "./detrended-ranks.ts";
import { consecutive } from "./hamed-rao.ts";
import { checkSeries } from "./series.ts";

/** The largest autocorrelation that counts: beyond it the series says next to nothing of its slope. */
const largest = 0.95;

/**
 * What the variance of a slope is multiplied with where values carry over to the next step: (1 + r) / (1 - r), the
 * variance of a mean of a first-order autoregression over that of independent values (Bartlett 1935, JRSS 98, p. 536-543).
 * r is the first autocorrelation of detrended ranks, freed of the bias that a fitted line gives it, r = ρ - (2 + 4ρ) / n
 * (Orcutt & Winokur 1969, Econometrica 37, p. 1-14); below 0 it counts as 0, so the factor is at least 1. `steps` as in
 * `hamedRao`. 1 of fewer than 6 values. Throws where a value is not finite.
 */
export function carryOver(
  values: readonly number[],
  steps: readonly number[] = consecutive(values.length),
): number {
  checkSeries(values);
  const n = values.length;
  if (n < 6) return 1;
  const found = autocorrelation(detrendedRanks(values, steps), 1);
  if (found === null) return 1;
  const r = Math.min(largest, Math.max(0, (n * found.correlation + 2) / (n - 4)));
  return (1 + r) / (1 - r);
}
