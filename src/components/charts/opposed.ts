import type { ColumnTable } from "arquero";
import { axisTitle, type ChartContext, type ChartHeader, columnFor, optionalColumn } from "./chart.ts";
import { divergingBars } from "./diverging-bars.ts";
import { divergingRows } from "./diverging-rows.ts";
import { paragraph, stack } from "./drawing.ts";
import { orderedIds } from "./estimates.ts";
import { seriesKey } from "./series-key.ts";
import { labelOf } from "./words.ts";

export { divergingAlt as alt } from "./diverging-rows.ts";

/**
 * Two shares of each row, one to the left of a line and one to the right, with their intervals:
 * `{kind: opposed, label, left, left_low, left_high, right, right_low, right_high, by}`. What is neither is not
 * drawn. A group a value of `by`; rows stand in the order of `left` in the first group, highest first.
 */
export default function opposed(rows: ColumnTable, header: ChartHeader, context: ChartContext): Element {
  const { document, width } = context;
  const by = optionalColumn(header, "by");
  const all = divergingRows(rows, header, context);
  const groups = by === undefined ? [""] : orderedIds(rows, by, header, context);
  const highest = Math.max(
    0,
    ...all.flatMap(({ left, right }) => [left.high ?? left.value ?? 0, right.high ?? right.value ?? 0]),
  );
  return stack(
    document,
    width,
    [
      seriesKey(document, width, [
        { label: axisTitle(header, columnFor(header, "left"), context), index: 1 },
        { label: axisTitle(header, columnFor(header, "right"), context), index: 0 },
      ]),
      ...groups.flatMap((group) => [
        ...(by === undefined
          ? []
          : [paragraph(document, labelOf(header, by, group, context), width, { "font-weight": 600 })]),
        divergingBars(
          all.filter((row) => row.group === group),
          { highest, order: all.filter((row) => row.group === groups[0]).map(({ id }) => id), context },
        ),
      ]),
    ],
    "diverging",
  );
}
