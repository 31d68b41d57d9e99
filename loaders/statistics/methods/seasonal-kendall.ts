import { median } from "../../quantile.ts";
import { kendallScore, kendallVariance, type TrendTest, trendTest } from "./mann-kendall.ts";
import { checkSeries } from "./series.ts";

/**
 * The seasonal Kendall test, which compares like months only: January with January, and so on; Hirsch, Slack &
 * Smith (1982), "Techniques of trend analysis for monthly water quality data", Water Resources Research 18,
 * p. 107-121. `values` stand in order of time from a first season, null where a month is missing; `period` is
 * the seasons of a year. `slope` is the median change a year between like months. The p is two-sided, and takes
 * seasons to be independent. Null where no season has two values. Throws where `period` is below 1 or a value
 * is neither null nor finite.
 */
export function seasonalKendall(
  values: readonly (number | null)[],
  period: number,
): (TrendTest & { readonly slope: number }) | null {
  if (!Number.isSafeInteger(period) || period < 1) {
    throw new RangeError(`found period = ${period}, expected a whole number of 1 or more`);
  }
  let [s, variance, pairs] = [0, 0, 0];
  const slopes: number[] = [];
  for (let season = 0; season < period; season++) {
    const years: number[] = [];
    const seen: number[] = [];
    for (let at = season, year = 0; at < values.length; at += period, year++) {
      const value = values[at];
      if (value === null || value === undefined) continue;
      years.push(year);
      seen.push(value);
    }
    checkSeries(seen);
    s += kendallScore(seen);
    variance += kendallVariance(seen);
    pairs += (seen.length * (seen.length - 1)) / 2;
    for (let i = 0; i < seen.length; i++) {
      for (let j = i + 1; j < seen.length; j++) slopes.push((seen[j]! - seen[i]!) / (years[j]! - years[i]!));
    }
  }
  if (pairs === 0) return null;
  return { ...trendTest(s, variance, pairs), slope: median(slopes) };
}
