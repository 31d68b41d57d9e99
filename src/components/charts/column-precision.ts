import { type ChartHeader, columnFor, unitOf } from "./chart.ts";
import type { Estimate } from "./estimates.ts";
import { type Precision, points } from "./words.ts";

/** Units of the last decimal that the middle interval of a column spans at least. */
const finest = 5;
const most = 3;

/**
 * How the numbers of a chart's column `x` are written: with signs where its `reference` is 0 or it holds differences, and
 * with as many decimals, at most three, as tell the ends of its intervals apart (the values, where none has an interval).
 */
export function columnPrecision(estimates: readonly Estimate[], header: ChartHeader): Precision {
  const unit = unitOf(header, columnFor(header, "x"));
  const signed = unit === points || header.chart?.reference === 0;
  if (unit !== points && unit !== "number") return { signed };
  const scale = unit === points ? 100 : 1;
  const widths = estimates
    .flatMap(({ low, high }) => (low === null || high === null || high <= low ? [] : [high - low]))
    .sort((a, b) => a - b);
  const values = estimates.flatMap(({ value }) => (value === null ? [] : [value]));
  const span = widths[Math.floor(widths.length / 2)] ?? (Math.max(...values) - Math.min(...values)) / 20;
  const wanted = span > 0 ? Math.ceil(Math.log10(finest / (scale * span))) : 0;
  return { signed, decimals: Math.max(signed ? 1 : 0, Math.min(most, wanted)) };
}
