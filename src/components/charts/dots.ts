import type { ColumnTable } from "arquero";
import {
  axisTitle,
  type ChartContext,
  type ChartHeader,
  columnFor,
  optionalColumn,
  unitOf,
} from "./chart.ts";
import { columnPrecision } from "./column-precision.ts";
import { dotRows } from "./dot-rows.ts";
import { type Part, paragraph, stack, svg } from "./drawing.ts";
import { estimatesOf, facetsOf, orderedIds } from "./estimates.ts";
import { labelOf } from "./words.ts";

export { estimatesAlt as alt } from "./estimates-alt.ts";

/**
 * Ranked dots with intervals: `{kind: dots, label, x, low, high, by, facet, reference}`. One row a value of `label`,
 * highest first; the columns of `by` are series that share a row. A panel a value of `facet`, all on one axis. A plain line
 * stands at `reference`: 0 of differences and changes, whose numbers then have signs, 1 of ratios.
 */
export default function dots(rows: ColumnTable, header: ChartHeader, context: ChartContext): Element {
  const { document, width } = context;
  const x = columnFor(header, "x");
  const by = optionalColumn(header, "by");
  const series =
    by === undefined
      ? [{ id: "", label: "" }]
      : orderedIds(rows, by, header, context).map((id) => ({ id, label: labelOf(header, by, id, context) }));
  const all = estimatesOf(rows, header, context);
  const reference = header.chart?.reference;
  const options = {
    document,
    width,
    unit: unitOf(header, x),
    words: context,
    precision: columnPrecision(all, header),
    scaledBy: all,
    ...(typeof reference === "number" ? { reference } : {}),
  };
  return stack(
    document,
    width,
    [
      paragraph(document, axisTitle(header, x, context), width),
      ...facetsOf(all, rows, header, context).flatMap(({ title, estimates }) => [
        ...(title === "" ? [] : [panelTitle(document, title, width)]),
        dotRows(estimates, { ...options, series }),
      ]),
    ],
    "dots",
  );
}

/** A panel's title, with some room above it. */
function panelTitle(document: Document, title: string, width: number): Part {
  const text = title.charAt(0).toUpperCase() + title.slice(1);
  const { node, height } = paragraph(document, text, width, { "font-weight": 600 });
  return { node: svg(document, "g", { transform: "translate(0,8)" }, [node]), height: height + 8 };
}
