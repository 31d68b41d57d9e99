import type { ColumnTable } from "arquero";
import { about, aboutAttribute } from "./about.ts";
import {
  axisTitle,
  type ChartContext,
  type ChartHeader,
  columnFor,
  optionalColumn,
  unitOf,
  type WordContext,
} from "./chart.ts";
import { lineHeight, type Part, paragraph, stack, svg, textLines, typeSize } from "./drawing.ts";
import { numberOrNull } from "./estimates.ts";
import { halo, rule, seriesStyle, soft } from "./palette.ts";
import { textWidth } from "./text-layout.ts";
import { formatEstimate, formatNumber, labelOf, wordsIn } from "./words.ts";

interface Point {
  readonly label: string;
  readonly about: string;
  readonly x: number;
  readonly y: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** How many of the steepest pieces, at the upper end, are named in the drawing. */
const named = 3;

/**
 * A Lorenz curve: `{kind: lorenz, label, x, y, low, high}`, x and y being cumulated shares behind each unit, in order of
 * the rate, and `low` and `high` the limits of y, drawn as a band. The curve starts at 0 and 0. The units of the highest rates are named at their points; the straight line is where
 * all would lie were rates equal.
 */
export default function lorenz(rows: ColumnTable, header: ChartHeader, context: ChartContext): Element {
  const { width, document } = context;
  const points = pointsOf(rows, header, context);
  return stack(
    document,
    width,
    [
      paragraph(document, axisTitle(header, columnFor(header, "y"), context), width),
      panel(points, header, context),
      paragraph(document, axisTitle(header, columnFor(header, "x"), context), width),
    ],
    "lorenz",
  );
}

/** Every point of the curve in words. */
export function alt(rows: ColumnTable, header: ChartHeader, context: WordContext = {}): string {
  const [x, y] = [columnFor(header, "x"), columnFor(header, "y")];
  const points = pointsOf(rows, header, context).map(
    (point) =>
      `${point.label} ${formatNumber(point.x, unitOf(header, x), context)} / ${formatEstimate({ ...point, value: point.y }, unitOf(header, y), context)}`,
  );
  if (points.length === 0) return `${header.title}. ${wordsIn(context).withheld}.`;
  return `${header.title}. ${axisTitle(header, x, context)} / ${axisTitle(header, y, context)}: ${points.join("; ")}.`;
}

function pointsOf(rows: ColumnTable, header: ChartHeader, context: WordContext): Point[] {
  const [label, x, y] = ["label", "x", "y"].map((role) => columnFor(header, role)) as [
    string,
    string,
    string,
  ];
  const [low, high] = [optionalColumn(header, "low"), optionalColumn(header, "high")];
  return (rows.objects() as Record<string, unknown>[])
    .flatMap((row) => {
      const [across, up] = [numberOrNull(row[x]), numberOrNull(row[y])];
      return across === null || up === null
        ? []
        : [
            {
              label: labelOf(header, label, row[label], context),
              about: about(header, [[label, String(row[label])]]),
              x: across,
              y: up,
              low: low === undefined ? null : numberOrNull(row[low]),
              high: high === undefined ? null : numberOrNull(row[high]),
            },
          ];
    })
    .sort((a, b) => a.x - b.x);
}

function panel(points: readonly Point[], header: ChartHeader, context: ChartContext): Part {
  const { document, width } = context;
  const left = 44;
  const side = Math.min(width - left - 8, 420);
  const [top, bottom] = [10, 10 + side];
  const height = bottom + lineHeight + 4;
  const across = (share: number) => left + share * side;
  const up = (share: number) => bottom - share * side;
  const ticks = [0, 0.25, 0.5, 0.75, 1];
  const { colour } = seriesStyle(0);
  const percent = (share: number) => formatNumber(share, "proportion", context);
  const unit = unitOf(header, columnFor(header, "y"));
  if (points.length === 0) return paragraph(document, wordsIn(context).withheld, width);
  const at = (x: number, y: number) => `${across(x).toFixed(1)},${up(y).toFixed(1)}`;
  const path = [{ x: 0, y: 0 }, ...points].map(({ x, y }) => at(x, y)).join("L");
  const limited = points.flatMap(({ x, low, high }) =>
    low === null || high === null ? [] : [{ x, low, high }],
  );
  const edge = [
    at(0, 0),
    ...limited.map(({ x, high }) => at(x, high)),
    ...[...limited].reverse().map(({ x, low }) => at(x, low)),
  ];
  const band =
    limited.length === 0
      ? []
      : [
          svg(document, "path", {
            d: `M${edge.join("L")}Z`,
            fill: colour,
            "fill-opacity": 0.15,
            class: "band",
          }),
        ];
  const node = svg(document, "g", {}, [
    ...band,
    ...ticks.flatMap((tick) => [
      svg(document, "line", { x1: left, x2: left + side, y1: up(tick), y2: up(tick), stroke: rule }),
      svg(document, "text", { x: left - 6, y: up(tick) + 4, "text-anchor": "end", fill: soft }, [
        percent(tick),
      ]),
      svg(
        document,
        "text",
        { x: across(tick), y: bottom + lineHeight, "text-anchor": "middle", fill: soft },
        [percent(tick)],
      ),
    ]),
    svg(document, "line", {
      x1: left,
      y1: bottom,
      x2: left + side,
      y2: top,
      stroke: soft,
      "stroke-dasharray": "4 4",
    }),
    ...textLines(
      document,
      [wordsIn(context).even],
      across(0.34) - textWidth(wordsIn(context).even, typeSize),
      up(0.4),
      {
        ...halo,
        fill: soft,
      },
    ),
    svg(document, "path", { d: `M${path}`, fill: "none", stroke: colour, "stroke-width": 2 }),
    ...points.map((point) =>
      svg(
        document,
        "circle",
        { cx: across(point.x), cy: up(point.y), r: 3.5, fill: colour, ...aboutAttribute(point.about) },
        [
          svg(document, "title", {}, [
            `${point.label}: ${percent(point.x)} / ${formatEstimate({ ...point, value: point.y }, unit, context)}`,
          ]),
        ],
      ),
    ),
    ...points.slice(-named).flatMap(({ label, about }, at, shown) => {
      // A unit's piece ends at its point: its name stands at the piece's start, where there is room below the curve.
      const index = points.length - shown.length + at;
      const start = points[index - 1] ?? { x: 0, y: 0 };
      const end = points[index]!;
      const size = textWidth(label, typeSize);
      const x = Math.min(across((start.x + end.x) / 2) + 8, width - size - 2);
      return textLines(document, [label], x, up((start.y + end.y) / 2) + 14, {
        ...halo,
        fill: colour,
        ...aboutAttribute(about),
      });
    }),
  ]);
  return { node, height };
}
