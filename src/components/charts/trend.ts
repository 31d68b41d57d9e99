import type { ColumnTable } from "arquero";
import { axisTitle, type ChartContext, type ChartHeader, columnFor, unitOf } from "./chart.ts";
import { type Part, paragraph, stack, svg } from "./drawing.ts";
import { seriesKey } from "./series-key.ts";
import { timeTicks } from "./time-ticks.ts";
import { trendPanels } from "./trend-lines.ts";
import { trendMarks } from "./trend-marks.ts";
import { panel } from "./trend-panel.ts";
import { valueAxis } from "./value-axis.ts";

export { trendAlt as alt } from "./trend-alt.ts";

const narrow = 480;
const gap = 24;

/**
 * Lines over time: `{kind: trend, x, y, low, high, by, facet, marks}`. A line a value of `by`, named at its end; a
 * panel a value of `facet`, all on the same scales, with the lines' key above. A withheld value is a gap. `marks` are columns of
 * ids that are null but where something happened (an event, a source that starts): upright lines with numbers, which
 * the words below explain.
 */
export default function trend(rows: ColumnTable, header: ChartHeader, context: ChartContext): Element {
  const { document, width } = context;
  const y = columnFor(header, "y");
  const unit = unitOf(header, y);
  const panels = trendPanels(rows, header, context);
  const lines = panels.flatMap((one) => one.lines);
  const points = lines.flatMap((line) => line.points);
  const highest = Math.max(0, ...points.map(({ value, high }) => high ?? value ?? 0));
  const several = panels.length > 1;
  const marks = trendMarks(rows, header, context);
  const columns = several && width >= narrow ? (width >= 900 ? 3 : 2) : 1;
  const size = (width - (columns - 1) * gap) / columns;
  const shared = {
    document,
    width: size,
    height: several ? 110 : width < narrow ? 210 : 260,
    axis: valueAxis(highest, unit, several ? 3 : 5, context),
    unit,
    named: !several,
    marks,
    context,
  };
  const dates = points.map(({ date }) => date);
  const drawn = panels.map(({ title, about, lines }) =>
    panel({ ...shared, title, about, lines, ticks: timeTicks(dates, size - 60, context) }),
  );
  const names = panels[0]?.lines ?? [];
  return stack(
    document,
    width,
    [
      paragraph(document, axisTitle(header, y, context), width),
      ...(several && names.length > 1 ? [seriesKey(document, width, names)] : []),
      ...grid(document, drawn, columns, size),
      ...marks.map(({ number, text }) => paragraph(document, `(${number}) ${text}`, width)),
    ],
    "trend",
  );
}

/** Parts in rows of `columns`, each `size` px wide. */
function grid(document: Document, parts: readonly Part[], columns: number, size: number): Part[] {
  const lines: Part[] = [];
  for (let first = 0; first < parts.length; first += columns) {
    const row = parts.slice(first, first + columns);
    const height = Math.max(...row.map((part) => part.height));
    // Panels of one row stand on one line, however many lines their titles take.
    const nodes = row.map((part, column) =>
      svg(
        document,
        "g",
        { transform: `translate(${Math.round(column * (size + gap))},${height - part.height})` },
        [part.node],
      ),
    );
    lines.push({ node: svg(document, "g", {}, nodes), height: height + 12 });
  }
  return lines;
}
