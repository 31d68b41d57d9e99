import * as Plot from "@observablehq/plot";
import type { ColumnTable } from "arquero";
import { aboutAttribute } from "./about.ts";
import {
  axisTitle,
  type ChartContext,
  type ChartHeader,
  columnFor,
  optionalColumn,
  unitOf,
} from "./chart.ts";
import { fromPlot, lineHeight, type Part, paragraph, stack, svg, textLines, typeSize } from "./drawing.ts";
import { type Estimate, estimatesOf, orderedIds } from "./estimates.ts";
import { seriesStyle, soft } from "./palette.ts";
import { textWidth, wrap } from "./text-layout.ts";
import { topAxis, type ValueAxis, valueAxis } from "./value-axis.ts";
import { formatEstimate, formatNumber, labelOf, wordsIn } from "./words.ts";

export { estimatesAlt as alt } from "./estimates-alt.ts";

const barHeight = 18;
const rowGap = 8;

/**
 * Bars from 0 with their intervals, in groups: `{kind: shares, label, x, low, high, by}`. A bar a value of
 * `label`, in the same order and colour in each group; a group a value of `by`. More than three bars are of one colour: their
 * names tell them apart.
 */
export default function shares(rows: ColumnTable, header: ChartHeader, context: ChartContext): Element {
  const { document, width } = context;
  const x = columnFor(header, "x");
  const by = optionalColumn(header, "by");
  const unit = unitOf(header, x);
  const estimates = estimatesOf(rows, header, context);
  const ids = orderedIds(rows, columnFor(header, "label"), header, context);
  const highest = Math.max(0, ...estimates.map(({ value, high }) => high ?? value ?? 0));
  const axis = valueAxis(highest, unit, width < 480 ? 4 : 5, context);
  const widest = Math.max(0, ...estimates.map(({ label }) => textWidth(label, typeSize)));
  const left = Math.min(widest, 0.32 * width) + 12;
  const isPlain = ids.length > 3;
  const groups = by === undefined ? [""] : orderedIds(rows, by, header, context);
  const parts = groups.map((group, index) =>
    groupPart(
      estimates
        .filter(({ series }) => series === group)
        .sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)),
      {
        title: by === undefined ? "" : labelOf(header, by, group, context),
        withTicks: index === 0,
        colourOf: (id) => seriesStyle(isPlain ? 0 : ids.indexOf(id)).colour,
        axis,
        left,
        unit,
        context,
      },
    ),
  );
  return stack(
    document,
    width,
    [paragraph(document, axisTitle(header, x, context), width), ...parts],
    "shares",
  );
}

interface GroupOptions {
  readonly title: string;
  /** The first group alone writes the axis; the others have its lines. */
  readonly withTicks: boolean;
  readonly colourOf: (id: string) => string;
  readonly axis: ValueAxis;
  readonly left: number;
  readonly unit: string;
  readonly context: ChartContext;
}

function groupPart(estimates: readonly Estimate[], options: GroupOptions): Part {
  const { title, withTicks, colourOf, axis, left, unit, context } = options;
  const { document, width } = context;
  const ticks = withTicks ? lineHeight + 4 : 0;
  const titleHeight = title === "" ? 0 : lineHeight + 6;
  let edge = ticks + titleHeight + 4;
  const bars = estimates.map((estimate) => {
    const lines = wrap(estimate.label, left - 12, typeSize);
    const height = Math.max(barHeight, lines.length * lineHeight);
    const middle = edge + height / 2;
    edge += height + rowGap;
    return {
      ...estimate,
      lines,
      middle,
      y1: middle - barHeight / 2,
      y2: middle + barHeight / 2,
      colour: colourOf(estimate.id),
      tip: `${[title, estimate.label].filter((text) => text !== "").join(", ")}: ${formatEstimate(estimate, unit, context)}`,
    };
  });
  const right = width - 48;
  const shown = bars.filter(({ value }) => value !== null);
  const drawn = Plot.plot({
    document,
    width,
    height: edge,
    marginTop: ticks,
    marginBottom: rowGap,
    marginLeft: left,
    marginRight: width - right,
    x: { domain: [0, axis.end], range: [left, right], axis: null },
    y: { type: "identity", axis: null },
    marks: [
      ...topAxis(axis, ticks + titleHeight, edge - rowGap + 4).slice(0, withTicks ? 2 : 1),
      Plot.rect(shown, {
        x1: 0,
        x2: "value",
        y1: "y1",
        y2: "y2",
        fill: "colour",
        fillOpacity: 0.75,
        title: "tip",
        ariaLabel: "about",
      }),
      Plot.ruleY(
        shown.filter(({ low }) => low !== null),
        { x1: "low", x2: "high", y: "middle", stroke: "currentColor", strokeWidth: 1.5, ariaLabel: "about" },
      ),
    ],
  });
  const at = (value: number) => left + (value / axis.end) * (right - left);
  const node = svg(document, "g", {}, [
    fromPlot(document, drawn),
    ...(title === "" ? [] : textLines(document, [title], 0, ticks + lineHeight, { "font-weight": 600 })),
    ...bars.flatMap(({ lines, middle, value, high, about }) => [
      ...textLines(
        document,
        lines,
        0,
        middle + 4 - ((lines.length - 1) * lineHeight) / 2,
        aboutAttribute(about),
      ),
      ...(value === null
        ? textLines(document, [wordsIn(context).withheld], left + 4, middle + 4, {
            fill: soft,
            "font-style": "italic",
          })
        : textLines(
            document,
            [formatNumber(value, unit, context)],
            at(high ?? value) + 7,
            middle + 4,
            aboutAttribute(about),
          )),
    ]),
  ]);
  return { node, height: edge + 6 };
}
