import type { ColumnTable } from "arquero";
import {
  axisTitle,
  type ChartContext,
  type ChartHeader,
  columnFor,
  optionalColumn,
  unitOf,
} from "./chart.ts";
import { dotRows } from "./dot-rows.ts";
import { paragraph, stack } from "./drawing.ts";
import { estimatesOf, orderedIds } from "./estimates.ts";
import { labelOf } from "./words.ts";

export { estimatesAlt as alt } from "./estimates-alt.ts";

/**
 * Ranked dots with intervals: `{kind: dots, label, x, low, high, by}`. One row a value of `label`, highest
 * first; the columns of `by` are series that share a row.
 */
export default function dots(rows: ColumnTable, header: ChartHeader, context: ChartContext): Element {
  const { document, width } = context;
  const x = columnFor(header, "x");
  const by = optionalColumn(header, "by");
  const series =
    by === undefined
      ? [{ id: "", label: "" }]
      : orderedIds(rows, by, header, context).map((id) => ({ id, label: labelOf(header, by, id, context) }));
  const estimates = estimatesOf(rows, header, context);
  return stack(
    document,
    width,
    [
      paragraph(document, axisTitle(header, x), width),
      dotRows(estimates, { document, width, unit: unitOf(header, x), series, words: context }),
    ],
    "dots",
  );
}
