import * as Plot from "@observablehq/plot";
import { aboutAttribute } from "./about.ts";
import type { WordContext } from "./chart.ts";
import { fromPlot, lineHeight, type Part, svg, textLines, typeSize } from "./drawing.ts";
import { rule, seriesStyle, soft } from "./palette.ts";
import { bold, spread, textWidth, wrap } from "./text-layout.ts";
import type { TimeTick } from "./time-ticks.ts";
import type { TrendMark } from "./trend-marks.ts";
import type { ValueAxis } from "./value-axis.ts";
import { formatEstimate, formatMonth } from "./words.ts";

export interface Point {
  readonly date: Date;
  /** Null where it is withheld: the line has a gap there. */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

export interface Line {
  readonly label: string;
  /** What the line is about, its panel included. */
  readonly about: string;
  /** Place in the order of series, which gives colour and mark. */
  readonly index: number;
  /** In the order of time. */
  readonly points: readonly Point[];
}

export interface PanelOptions {
  readonly document: Document;
  readonly width: number;
  /** Height of the plot itself, without title and ticks. */
  readonly height: number;
  readonly title: string;
  /** What the panel is about. */
  readonly about: string;
  readonly lines: readonly Line[];
  readonly axis: ValueAxis;
  readonly ticks: readonly TimeTick[];
  readonly unit: string;
  /** Whether lines are named at their ends. */
  readonly named: boolean;
  readonly context: WordContext;
  /** What happened, as upright lines. */
  readonly marks: readonly TrendMark[];
}

/** One panel of lines over time. */
export function panel(options: PanelOptions): Part {
  const { document, width, height, title, lines, axis, ticks, named, context, unit } = options;
  const titleLines = title === "" ? [] : wrap(title, width, bold * typeSize);
  const top = titleLines.length * lineHeight + 8;
  const bottom = top + height;
  const left = Math.max(...axis.ticks.map((tick) => textWidth(axis.format(tick), typeSize))) + 8;
  const ends = named ? endNames(lines, width) : [];
  const right = ends.length > 0 ? width - Math.max(...ends.map(({ size }) => size)) - 14 : width - 16;
  const marks = lines.flatMap((line): Plot.Markish[] => {
    const { colour, symbol } = seriesStyle(line.index);
    const points = line.points.map((point) => ({
      ...point,
      about: line.about,
      tip: `${[title, line.label, formatMonth(point.date, "long", context)].filter(Boolean).join(", ")}: ${formatEstimate(point, unit, context)}`,
    }));
    const shown = points.filter(({ value }) => value !== null);
    const label = line.about === "" ? {} : { ariaLabel: "about" };
    return [
      ...(points.some(({ low }) => low !== null)
        ? [
            Plot.areaY(points, {
              x: "date",
              y1: "low",
              y2: "high",
              fill: colour,
              fillOpacity: 0.15,
              ...label,
            }),
          ]
        : []),
      Plot.lineY(points, { x: "date", y: "value", stroke: colour, strokeWidth: 1.75, ...label }),
      Plot.dot(shown, {
        x: "date",
        y: "value",
        r: 2.6,
        symbol,
        fill: colour,
        title: "tip",
        ...label,
      }),
    ];
  });
  const drawn = Plot.plot({
    document,
    width,
    height: bottom + 2 * lineHeight + 6,
    marginTop: top,
    marginBottom: 2 * lineHeight + 6,
    marginLeft: left,
    marginRight: width - right,
    x: { type: "utc", domain: extent(lines), axis: null },
    y: { domain: [0, axis.end], axis: null },
    marks: [
      Plot.ruleY(axis.ticks, { stroke: rule }),
      Plot.ruleX(options.marks, { x: "date", stroke: soft, strokeDasharray: "3 3", title: "text" }),
      Plot.text(options.marks, {
        x: "date",
        frameAnchor: "top",
        text: "number",
        dx: 7,
        dy: 2,
        fill: soft,
        fontWeight: 600,
        title: "text",
      }),
      Plot.axisY(axis.ticks, {
        tickSize: 0,
        tickPadding: 8,
        label: null,
        tickFormat: axis.format,
        fill: soft,
      }),
      Plot.axisX(
        ticks.map(({ date }) => date),
        {
          tickSize: 4,
          tickPadding: 3,
          label: null,
          color: soft,
          lineHeight: 1.15,
          tickFormat: (date: Date) =>
            ticks.find((tick) => tick.date.getTime() === date.getTime())?.text ?? "",
        },
      ),
      ...marks,
    ],
  });
  const y = (value: number) => bottom - (value / axis.end) * height;
  const placed = spread(
    ends.map(({ value, lines: text }) => ({ centre: y(value), size: text.length * lineHeight })),
    top - 8,
    bottom + 8,
  );
  const node = svg(document, "g", {}, [
    fromPlot(document, drawn),
    ...textLines(document, titleLines, 0, lineHeight - 4, {
      "font-weight": 600,
      ...aboutAttribute(options.about),
    }),
    ...ends.flatMap(({ lines: text, colour, about }, index) =>
      textLines(document, text, right + 10, placed[index]! + 4 - ((text.length - 1) * lineHeight) / 2, {
        fill: colour,
        "font-weight": 600,
        ...aboutAttribute(about),
      }),
    ),
  ]);
  return { node, height: bottom + 2 * lineHeight + 6 };
}

/** The lines' names, each with the value at which its line ends. Lines without a name or value have none. */
function endNames(lines: readonly Line[], width: number) {
  return lines.flatMap(({ label, index, about, points }) => {
    const last = points.findLast(({ value }) => value !== null);
    if (label === "" || last === undefined) return [];
    const text = wrap(label, Math.max(84, 0.18 * width), bold * typeSize);
    const size = Math.max(...text.map((line) => textWidth(line, bold * typeSize)));
    return [{ lines: text, size, value: last.value!, colour: seriesStyle(index).colour, about }];
  });
}

function extent(lines: readonly Line[]): [Date, Date] {
  const times = lines.flatMap(({ points }) => points.map(({ date }) => date.getTime()));
  return [new Date(Math.min(...times)), new Date(Math.max(...times))];
}
