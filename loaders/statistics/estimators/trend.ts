import { z } from "zod";
import { median } from "../../quantile.ts";
import { type EstimatedRow, estimator } from "../estimator.ts";
import { carryOver } from "../methods/carry-over.ts";
import { hamedRao } from "../methods/hamed-rao.ts";
import { mannKendall } from "../methods/mann-kendall.ts";
import { theilSen } from "../methods/theil-sen.ts";
import type { RowSet } from "../row-set.ts";
import { blurred, blurStep } from "../series/blur.ts";
import { seriesParameters, testedSeries } from "../series/tested-series.ts";

const parameters = z.strictObject({
  ...seriesParameters,
  /** Column of numbers: when, in any unit; the rows of a series are equal steps. */
  time: z.string(),
  /** Column of numbers: what is measured. Null in a period without a value, which keeps its place in time. */
  value: z.string(),
  /** Column of counts that the values rest on; their sum is given as `stories`. */
  count: z.string(),
  /** Column of numbers: what one story more adds to the value of the period; null where a value tells no count. */
  worth: z.string().default("worth"),
  /** Column of numbers: the study's threshold. */
  threshold: z.string().default("threshold"),
  /** Slopes are given for so many units of time: 365.25 of days makes them a year's. */
  per: z.number().positive().default(1),
  /** How many lags of autocorrelation are looked at. */
  lags: z.int().min(1).default(3),
});

/**
 * The trend of each series: Mann-Kendall's tau, its p by Hamed and Rao's correction for autocorrelation (`correction`, what
 * the variance was multiplied with; one below 1, which would make p smaller than that of independent values, counts as
 * 1), that p adjusted within its family by Benjamini and Hochberg, and the Theil-Sen slope with Sen's interval widened by
 * what carries over from period to period (carryOver). `level` is the median value. What a method can't answer is null.
 *
 * A median is the value of one period, and a median slope that of two: where a period's count is small, `level`,
 * `slope`, `low` and `high` are rounded, the limits outwards (blurStep), or they would tell it.
 */
export default estimator({
  parameters,
  estimate(rows: RowSet, given: z.output<typeof parameters>): EstimatedRow[] {
    const numbers = (name: string) => rows.numbers(name);
    const [times, values, counts] = [numbers(given.time), numbers(given.value), numbers(given.count)];
    const [worths, thresholds] = [numbers(given.worth), numbers(given.threshold)];
    return testedSeries(rows, given, (at) => {
      const periods = [...at].sort((a, b) => times[a]! - times[b]!);
      const steps = periods.flatMap((row, step) => (Number.isFinite(values[row]!) ? [step] : []));
      const kept = steps.map((step) => periods[step]!);
      const series = kept.map((row) => values[row]!);
      const slope = theilSen(
        kept.map((row) => times[row]! / given.per),
        series,
        carryOver(series, steps),
      );
      const plain = mannKendall(series);
      const test = hamedRao(series, given.lags, steps);
      const step = blurStep(
        kept.map((row) => ({ value: values[row]!, count: counts[row]!, worth: worths[row]! })),
        thresholds[at[0]!]!,
      );
      return {
        periods: kept.length,
        stories: at.reduce((sum, row) => sum + (counts[row]! || 0), 0),
        level: series.length === 0 ? null : blurred(median(series), step),
        tau: plain?.tau ?? null,
        // Where no corrected variance is above 0, autocorrelation is negative and the plain test stands.
        correction: plain === null ? null : Math.max(1, test?.correction ?? 1),
        p: plain === null ? null : Math.max(plain.p, test?.p ?? 0),
        slope: blurred(slope?.slope ?? null, step),
        low: blurred(slope?.interval?.lower ?? null, step, Math.floor),
        high: blurred(slope?.interval?.upper ?? null, step, Math.ceil),
      };
    });
  },
});
