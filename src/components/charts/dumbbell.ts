import type { ColumnTable } from "arquero";
import { axisTitle, type ChartContext, type ChartHeader, columnFor, unitOf } from "./chart.ts";
import { dotRows } from "./dot-rows.ts";
import { paragraph, stack } from "./drawing.ts";
import { estimatesOf, orderedIds } from "./estimates.ts";
import { labelOf } from "./words.ts";

export { estimatesAlt as alt } from "./estimates-alt.ts";

/**
 * Dots of several series joined by a line in each row, so that their distance is what the eye sees:
 * `{kind: dumbbell, label, x, low, high, by}`. One row a value of `label`, highest of the first series first.
 */
export default function dumbbell(rows: ColumnTable, header: ChartHeader, context: ChartContext): Element {
  const { document, width } = context;
  const x = columnFor(header, "x");
  const by = columnFor(header, "by");
  const series = orderedIds(rows, by, header, context).map((id) => ({
    id,
    label: labelOf(header, by, id, context),
  }));
  const estimates = estimatesOf(rows, header, context);
  return stack(
    document,
    width,
    [
      paragraph(document, axisTitle(header, x, context), width),
      dotRows(estimates, { document, width, unit: unitOf(header, x), series, words: context, joined: true }),
    ],
    "dumbbell",
  );
}
