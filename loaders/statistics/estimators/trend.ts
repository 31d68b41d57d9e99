import { z } from "zod";
import { median } from "../../quantile.ts";
import { type EstimatedRow, estimator } from "../estimator.ts";
import { hamedRao } from "../methods/hamed-rao.ts";
import { mannKendall } from "../methods/mann-kendall.ts";
import { theilSen } from "../methods/theil-sen.ts";
import type { RowSet } from "../row-set.ts";
import { seriesParameters, testedSeries } from "../series/tested-series.ts";

const parameters = z.strictObject({
  ...seriesParameters,
  /** Column of numbers: when, in any unit that steps equally. */
  time: z.string(),
  /** Column of numbers: what is measured. A row where it is null is left out. */
  value: z.string(),
  /** Column of counts that the values rest on; their sum is given as `stories`. */
  count: z.string(),
  /** Slopes are given for so many units of time: 365.25 of days makes them a year's. */
  per: z.number().positive().default(1),
  /** How many lags of autocorrelation are looked at. */
  lags: z.int().min(1).default(3),
});

/**
 * The trend of each series: Mann-Kendall's tau, its p by Hamed and Rao's correction for autocorrelation (a correction
 * below 1, which would make p smaller than that of independent values, counts as 1 as in `like-months`), that p
 * adjusted within its family by Benjamini and Hochberg, and the Theil-Sen slope with Sen's interval. `level` is the
 * median value, `correction` what the variance was multiplied with. What a method can't answer is null.
 */
export default estimator({
  parameters,
  estimate(rows: RowSet, given: z.output<typeof parameters>): EstimatedRow[] {
    const [times, values, counts] = [given.time, given.value, given.count].map((name) => rows.numbers(name));
    return testedSeries(rows, given, (at) => {
      const kept = at.filter((row) => Number.isFinite(values![row]!)).sort((a, b) => times![a]! - times![b]!);
      const series = kept.map((row) => values![row]!);
      const slope = theilSen(
        kept.map((row) => times![row]! / given.per),
        series,
      );
      const plain = mannKendall(series);
      const test = hamedRao(series, Math.max(1, Math.min(given.lags, series.length - 1)));
      return {
        periods: kept.length,
        stories: at.reduce((sum, row) => sum + (counts![row]! || 0), 0),
        level: series.length === 0 ? null : median(series),
        tau: plain?.tau ?? null,
        correction: test?.correction ?? null,
        p: plain === null ? null : Math.max(plain.p, test?.p ?? 0),
        slope: slope?.slope ?? null,
        low: slope?.interval?.lower ?? null,
        high: slope?.interval?.upper ?? null,
      };
    });
  },
});
