import { median } from "../../quantile.ts";
import { normalQuantile975 } from "../wilson.ts";
import type { Interval } from "./interval.ts";
import { tieSizes } from "./ranks.ts";
import { checkSeries } from "./series.ts";

export interface Slope {
  /** Units of y for one unit of x. */
  readonly slope: number;
  /** The median of y less the slope times the median of x. */
  readonly intercept: number;
  /** Sen's 95 % interval of the slope; null where there are too few pairs for its ends to lie among them. */
  readonly interval: Interval | null;
}

/**
 * The median of the slopes between all pairs of points, and Sen's 95 % interval: Theil (1950); Sen (1968),
 * "Estimates of the regression coefficient based on Kendall's tau", JASA 63, p. 1379-1389. x (times) and y are
 * of one length. The interval takes the residuals to be independent, unless `inflation` says what their score's
 * variance is multiplied with (carryOver gives it); it is null of fewer than 5 points.
 * Null where no two points differ in x. Throws where lengths differ or a value is not finite.
 */
export function theilSen(x: readonly number[], y: readonly number[], inflation = 1): Slope | null {
  if (x.length !== y.length) throw new RangeError(`found ${x.length} x and ${y.length} y, expected as many`);
  checkSeries(x);
  checkSeries(y);
  const slopes: number[] = [];
  for (let i = 0; i < x.length; i++) {
    for (let j = i + 1; j < x.length; j++) {
      const step = x[j]! - x[i]!;
      if (step !== 0) slopes.push((y[j]! - y[i]!) / step);
    }
  }
  if (slopes.length === 0) return null;
  const sorted = Float64Array.from(slopes).sort();
  const slope = median(slopes);
  return { slope, intercept: median(y) - slope * median(x), interval: senInterval(sorted, x, y, inflation) };
}

function senInterval(
  sorted: Float64Array,
  x: readonly number[],
  y: readonly number[],
  inflation: number,
): Interval | null {
  const n = y.length;
  const ties = (values: readonly number[]): number =>
    tieSizes(values).reduce((sum, t) => sum + t * (t - 1) * (2 * t + 5), 0);
  const variance = (n * (n - 1) * (2 * n + 5) - ties(x) - ties(y)) / 18;
  const half = normalQuantile975 * Math.sqrt(Math.max(0, inflation * variance));
  const lower = Math.round((sorted.length - half) / 2) - 1;
  const upper = Math.round((sorted.length + half) / 2);
  if (n < 5 || lower < 0 || upper > sorted.length - 1) return null;
  return { lower: sorted[lower]!, upper: sorted[upper]! };
}
