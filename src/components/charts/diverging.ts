import type { ColumnTable } from "arquero";
import { scaleLinear } from "d3";
import { aboutAttribute } from "./about.ts";
import {
  axisTitle,
  type ChartContext,
  type ChartHeader,
  columnFor,
  unitOf,
  type WordContext,
} from "./chart.ts";
import { lineHeight, type Part, paragraph, stack, svg, textLines, typeSize } from "./drawing.ts";
import { type Estimate, estimatesOf, facetsOf, orderedIds } from "./estimates.ts";
import { numberIn } from "./in-locale.ts";
import { border, rule, seriesStyle, soft } from "./palette.ts";
import { seriesKey } from "./series-key.ts";
import { textWidth, wrap } from "./text-layout.ts";
import { formatEstimate, labelOf } from "./words.ts";

/** Two series, right and left of 0. */
type Side = { readonly label: string; readonly index: number };

const rowHeight = 18;

/**
 * Dots right and left of 0 with their intervals: `{kind: diverging, label, x, low, high, by, facet}`. The first value of
 * `by` is what lies right of 0. A panel a value of `facet`, all on one scale. Intervals are cut at the ends of the axis.
 */
export default function diverging(rows: ColumnTable, header: ChartHeader, context: ChartContext): Element {
  const { document, width } = context;
  const x = columnFor(header, "x");
  const by = columnFor(header, "by");
  const sides = orderedIds(rows, by, header, context).map((id, index) => ({
    id,
    label: labelOf(header, by, id, context),
    index,
  }));
  const panels = panelsOf(rows, header, context);
  const all = panels.flatMap(({ estimates }) => estimates);
  const widest = Math.max(1, ...all.map(({ value }) => Math.abs(value ?? 0)));
  const end = scaleLinear().domain([0, widest]).nice(4).domain()[1]!;
  const size = Math.max(...all.map(({ label }) => textWidth(label, typeSize)), 0);
  const left = Math.min(size, 0.42 * width) + 12;
  return stack(
    document,
    width,
    [
      paragraph(document, axisTitle(header, x, context), width),
      seriesKey(document, width, sides),
      ...panels.map(({ title, estimates }) =>
        panel(title, estimates, {
          end,
          left,
          unit: unitOf(header, x),
          sides: new Map(sides.map((side) => [side.id, side])),
          context,
        }),
      ),
    ],
    "diverging",
  );
}

/** Every value with its interval, panel by panel and side by side. */
export function alt(rows: ColumnTable, header: ChartHeader, context: WordContext = {}): string {
  const unit = unitOf(header, columnFor(header, "x"));
  const by = columnFor(header, "by");
  const sentences = panelsOf(rows, header, context).flatMap(({ title, estimates }) =>
    orderedIds(rows, by, header, context).flatMap((side) => {
      const own = estimates.filter(({ series }) => series === side);
      if (own.length === 0) return [];
      const values = own.map((one) => `${one.label} ${formatEstimate(one, unit, context)}`).join("; ");
      return [`${[title, labelOf(header, by, side, context)].filter(Boolean).join(", ")}: ${values}.`];
    }),
  );
  return [`${header.title}.`, ...sentences].join(" ");
}

function panelsOf(
  rows: ColumnTable,
  header: ChartHeader,
  context: WordContext,
): { title: string; estimates: Estimate[] }[] {
  return facetsOf(estimatesOf(rows, header, context), rows, header, context).map(({ title, estimates }) => ({
    title,
    estimates: estimates.sort((a, b) => (b.value ?? 0) - (a.value ?? 0)),
  }));
}

interface PanelOptions {
  readonly end: number;
  readonly left: number;
  readonly unit: string;
  readonly sides: ReadonlyMap<string, Side>;
  readonly context: ChartContext;
}

function panel(
  title: string,
  estimates: readonly Estimate[],
  { end, left, unit, sides, context }: PanelOptions,
): Part {
  const { document, width } = context;
  const right = width - 12;
  const x = (value: number) =>
    left + ((Math.max(-end, Math.min(end, value)) + end) / (2 * end)) * (right - left);
  const head = title === "" ? 0 : lineHeight + 4;
  const top = head + lineHeight + 6;
  const ticks = scaleLinear()
    .domain([-end, end])
    .ticks(width < 480 ? 4 : 8);
  const bottom = top + estimates.length * rowHeight;
  const language = context.language ?? "en";
  const children = [
    ...(title === "" ? [] : textLines(document, [title], 0, 12, { "font-weight": 600 })),
    ...ticks.flatMap((tick) => [
      svg(document, "line", {
        x1: x(tick),
        x2: x(tick),
        y1: top - 2,
        y2: bottom,
        stroke: tick === 0 ? border : rule,
      }),
      ...textLines(document, [numberIn(language, tick).replace("-", "\u2212")], x(tick), head + 12, {
        "text-anchor": "middle",
        fill: soft,
      }),
    ]),
    ...estimates.flatMap((estimate, at) => {
      const y = top + (at + 0.5) * rowHeight;
      const { colour, symbol } = seriesStyle(sides.get(estimate.series)?.index ?? 0);
      const { value, low, high } = estimate;
      const of = aboutAttribute(estimate.about);
      const name = textLines(document, wrap(estimate.label, left - 12, typeSize).slice(0, 1), 0, y + 4, of);
      if (value === null) return name;
      const tip = `${estimate.label}: ${formatEstimate(estimate, unit, context)}`;
      return [
        ...name,
        ...(low === null || high === null
          ? []
          : [
              svg(document, "line", {
                x1: x(low),
                x2: x(high),
                y1: y,
                y2: y,
                stroke: colour,
                "stroke-width": 1.75,
                ...of,
              }),
            ]),
        mark(document, symbol === "circle", x(value), y, { fill: colour, ...of }, tip),
      ];
    }),
  ];
  return { node: svg(document, "g", {}, children), height: bottom + 14 };
}

/** A dot, or a square on its corner, so that sides are not told by colour alone. */
function mark(
  document: Document,
  isRound: boolean,
  x: number,
  y: number,
  style: Readonly<Record<string, string>>,
  tip: string,
): Element {
  const title = svg(document, "title", {}, [tip]);
  return isRound
    ? svg(document, "circle", { cx: x, cy: y, r: 4.5, ...style }, [title])
    : svg(
        document,
        "path",
        { d: `M${x.toFixed(1)},${(y - 5.5).toFixed(1)}l5.5,5.5l-5.5,5.5l-5.5,-5.5z`, ...style },
        [title],
      );
}
