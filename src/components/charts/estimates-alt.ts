import type { ColumnTable } from "arquero";
import { type ChartHeader, columnFor, optionalColumn, unitOf, type WordContext } from "./chart.ts";
import { type Estimate, estimatesOf, labelsByValue, orderedIds } from "./estimates.ts";
import { formatEstimate, labelOf } from "./words.ts";

/** The text alternative of dots and shares: every value with its interval, series by series. */
export function estimatesAlt(rows: ColumnTable, header: ChartHeader, context: WordContext = {}): string {
  const by = optionalColumn(header, "by");
  const estimates = estimatesOf(rows, header, context);
  const unit = unitOf(header, columnFor(header, "x"));
  const series = by === undefined ? [""] : orderedIds(rows, by, header, context);
  const sentences = series.map((id) => {
    const values = listed(
      estimates.filter((estimate) => estimate.series === id),
      unit,
      context,
    );
    return by === undefined ? `${values}.` : `${labelOf(header, by, id, context)}: ${values}.`;
  });
  return [`${header.title}.`, ...sentences].join(" ");
}

/** Estimates from the highest to the lowest as `label value (low–high); …`. */
export function listed(estimates: readonly Estimate[], unit: string, context: WordContext): string {
  const order = labelsByValue(estimates, estimates[0]?.series ?? "").map(({ id }) => id);
  return [...estimates]
    .sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
    .map((estimate) => `${estimate.label} ${formatEstimate(estimate, unit, context)}`)
    .join("; ");
}
