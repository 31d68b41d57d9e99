import type { ColumnTable } from "arquero";
import { type ChartHeader, columnFor, optionalColumn, unitOf, type WordContext } from "./chart.ts";
import { columnPrecision } from "./column-precision.ts";
import { type Estimate, estimatesOf, facetsOf, labelsByValue, orderedIds } from "./estimates.ts";
import { formatEstimate, labelOf, type Precision } from "./words.ts";

/** The text alternative of dots and shares: every value with its interval, series by series. */
export function estimatesAlt(rows: ColumnTable, header: ChartHeader, context: WordContext = {}): string {
  const by = optionalColumn(header, "by");
  const all = estimatesOf(rows, header, context);
  const unit = unitOf(header, columnFor(header, "x"));
  const precision = columnPrecision(all, header);
  const series = by === undefined ? [""] : orderedIds(rows, by, header, context);
  const sentences = facetsOf(all, rows, header, context).flatMap(({ title, estimates }) =>
    series.flatMap((id) => {
      const own = estimates.filter((estimate) => estimate.series === id);
      if (own.length === 0 && title !== "") return [];
      const values = listed(own, unit, context, precision);
      const of = [title, by === undefined ? "" : labelOf(header, by, id, context)].filter(Boolean).join(", ");
      return [of === "" ? `${values}.` : `${of}: ${values}.`];
    }),
  );
  return [`${header.title}.`, ...sentences].join(" ");
}

/** Estimates from the highest to the lowest as `label value (low–high); …`. */
export function listed(
  estimates: readonly Estimate[],
  unit: string,
  context: WordContext,
  precision: Precision = {},
): string {
  const order = labelsByValue(estimates, estimates[0]?.series ?? "").map(({ id }) => id);
  return [...estimates]
    .sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
    .map((estimate) => `${estimate.label} ${formatEstimate(estimate, unit, context, precision)}`)
    .join("; ");
}
