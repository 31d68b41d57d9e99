import * as Plot from "@observablehq/plot";
import { aboutAttribute } from "./about.ts";
import type { WordContext } from "./chart.ts";
import { fromPlot, lineHeight, type Part, svg, textLines, typeSize } from "./drawing.ts";
import { type Estimate, labelsByValue } from "./estimates.ts";
import { halo, paper, seriesStyle, soft } from "./palette.ts";
import { namesAbove } from "./series-key.ts";
import { textWidth, wrap } from "./text-layout.ts";
import { topAxis, valueAxis } from "./value-axis.ts";
import { formatEstimate, formatNumber, type Precision, wordsIn } from "./words.ts";

export interface DotRowsOptions {
  readonly document: Document;
  readonly width: number;
  readonly unit: string;
  /** Series in drawing order: id and label. One of them, with an empty label, where there are none. */
  readonly series: readonly { id: string; label: string }[];
  readonly words: WordContext;
  /** Whether a line joins the dots of a row. */
  readonly joined?: boolean;
  readonly precision?: Precision;
  /** Where a plain line stands: no difference, no change. */
  readonly reference?: number;
  /** All estimates that share the axis, where these are a part of them. */
  readonly scaledBy?: readonly Estimate[];
}

/** Vertical distance of two series in a row, px. */
const step = 9;
/** Below this width a row's label stands above its dots. */
const narrow = 480;

interface Row {
  readonly id: string;
  readonly about: string;
  readonly lines: readonly string[];
  /** Middle of the dots, px from the top. */
  readonly middle: number;
  readonly top: number;
}

interface Layout {
  readonly rows: readonly Row[];
  readonly top: number;
  readonly left: number;
  readonly right: number;
  readonly height: number;
}

/**
 * Rows of dots on lines that are their intervals, from the highest value of the first series to the lowest.
 * Several series are named above the first row, where their dots are; one series has its values written.
 */
export function dotRows(estimates: readonly Estimate[], options: DotRowsOptions): Part {
  const { document, width, unit, series, words, precision } = options;
  const scaled = options.scaledBy ?? estimates;
  const highest = Math.max(0, ...scaled.map(({ value, high }) => high ?? value ?? 0));
  const lowest = Math.min(0, ...scaled.map(({ value, low }) => low ?? value ?? 0));
  const axis = valueAxis(highest, unit, width < narrow ? 4 : 6, words, lowest);
  const layout = layoutOf(estimates, options);
  const placed = estimates.map((estimate) => {
    const index = series.findIndex(({ id }) => id === estimate.series);
    const row = layout.rows.find(({ id }) => id === estimate.id)!;
    const y = row.middle + (index - (series.length - 1) / 2) * step;
    const name = [estimate.label, series[index]!.label].filter((text) => text !== "").join(", ");
    return { ...estimate, index, y, tip: `${name}: ${formatEstimate(estimate, unit, words, precision)}` };
  });
  const drawn = Plot.plot({
    document,
    width,
    height: layout.height,
    marginTop: layout.top,
    marginBottom: 0,
    marginLeft: layout.left,
    marginRight: width - layout.right,
    x: { domain: [axis.start, axis.end], range: [layout.left, layout.right], axis: null },
    y: { type: "identity", axis: null },
    marks: [
      ...topAxis(axis, layout.rows[0]?.top ?? layout.top, layout.height, options.reference),
      ...(options.joined ? joiningLines(placed) : []),
      ...series.flatMap((_, index) => seriesMarks(placed, index)),
    ],
  });
  const x = (value: number) =>
    layout.left + ((value - axis.start) / (axis.end - axis.start)) * (layout.right - layout.left);
  const node = svg(document, "g", {}, [
    fromPlot(document, drawn),
    ...layout.rows.flatMap(({ lines, top, about }) =>
      textLines(document, lines, 0, top + 11, { ...halo, ...aboutAttribute(about) }),
    ),
    ...(series.length > 1
      ? firstRowNames(placed, layout, x, options)
      : valueTexts(placed, layout.left, x, options)),
    ...withheldTexts(placed, layout, x, options),
  ]);
  return { node, height: layout.height };
}

type Placed = Estimate & { readonly index: number; readonly y: number; readonly tip: string };

function seriesMarks(placed: readonly Placed[], index: number): Plot.Markish[] {
  const { colour, symbol } = seriesStyle(index);
  const shown = placed.filter((one) => one.index === index && one.value !== null);
  const ranged = shown.filter(({ low, high }) => low !== null && high !== null);
  return [
    Plot.ruleY(ranged, {
      x1: "low",
      x2: "high",
      y: "y",
      stroke: colour,
      strokeWidth: 1.75,
      ariaLabel: "about",
    }),
    Plot.dot(shown, {
      x: "value",
      y: "y",
      r: 4.5,
      symbol,
      fill: colour,
      stroke: paper,
      title: "tip",
      ariaLabel: "about",
    }),
  ];
}

/** A line from dot to dot of each row, through the series in their order. */
function joiningLines(placed: readonly Placed[]): Plot.Markish[] {
  const shown = placed.filter(({ value }) => value !== null);
  return [
    Plot.line(shown, {
      x: "value",
      y: "y",
      z: "id",
      stroke: soft,
      strokeWidth: 1.25,
      strokeOpacity: 0.7,
      ariaLabel: "aboutLabel",
    }),
  ];
}

function layoutOf(estimates: readonly Estimate[], options: DotRowsOptions): Layout {
  const { width, series, unit, words, precision } = options;
  const labels = labelsByValue(estimates, series[0]!.id);
  const above = width < narrow;
  const widest = Math.max(...labels.map(({ label }) => textWidth(label, typeSize)), 0);
  const column = above ? width : Math.min(widest, 0.38 * width);
  const dots = (series.length - 1) * step + 14;
  const top = lineHeight + 4;
  let edge = top + (series.length > 1 ? lineHeight + 4 : 4);
  const rows = labels.map(({ id, label, aboutLabel }) => {
    const lines = wrap(label, column, typeSize);
    const text = lines.length * lineHeight;
    const height = above ? text + dots : Math.max(text, dots);
    const middle = above ? edge + text + dots / 2 : edge + height / 2;
    const row = { id, about: aboutLabel, lines, middle, top: above ? edge : edge + (height - text) / 2 };
    edge += height + (above ? 8 : 5);
    return row;
  });
  const written = (options.scaledBy ?? estimates).flatMap(({ value }) =>
    value === null ? [] : [textWidth(formatNumber(value, unit, words, precision), typeSize)],
  );
  const right = width - (series.length > 1 ? 14 : Math.max(44, ...written.map((size) => size + 9)));
  return { rows, top, left: above ? 8 : column + 14, right, height: edge + 4 };
}

/**
 * The values beside the intervals of the one series: to the right of them; where the reference line would run through the
 * number, to the left, or behind the line where the left has no room.
 */
function valueTexts(
  placed: readonly Placed[],
  left: number,
  x: (value: number) => number,
  { document, unit, words, precision, reference = 0 }: DotRowsOptions,
): Element[] {
  return placed.flatMap(({ value, low, high, y, about }) => {
    if (value === null) return [];
    const text = formatNumber(value, unit, words, precision);
    const [size, line] = [textWidth(text, typeSize), x(reference)];
    const [before, after] = [x(low ?? value) - 7, x(high ?? value) + 7];
    const isCrossed = after < line + 4 && after + size > line - 2;
    const isBefore = isCrossed && before - size >= left;
    return textLines(document, [text], isBefore ? before : isCrossed ? line + 6 : after, y + 4, {
      ...(isBefore ? { "text-anchor": "end" } : {}),
      ...halo,
      ...aboutAttribute(about),
    });
  });
}

/** The names of the series above their dots of the first row. */
function firstRowNames(
  placed: readonly Placed[],
  { rows: [first], top }: Layout,
  x: (value: number) => number,
  { document, width, series }: DotRowsOptions,
): Element[] {
  if (first === undefined) return [];
  const names = series.map(({ label }, index) => {
    const value = placed.find((one) => one.id === first.id && one.index === index)?.value;
    return { label, index, at: x(value ?? 0) };
  });
  return namesAbove(document, width, names, top + lineHeight);
}

/** The word for a withheld value at the left, or to the right of the row's other values. */
function withheldTexts(
  placed: readonly Placed[],
  layout: Layout,
  x: (value: number) => number,
  { document, words }: DotRowsOptions,
): Element[] {
  return placed
    .filter(({ value }) => value === null)
    .flatMap(({ id, index, y, about }) => {
      const others = placed.filter((one) => one.id === id && one.value !== null);
      const right = Math.max(layout.left - 4, ...others.map(({ value, high }) => x(high ?? value ?? 0)));
      const style = {
        ...halo,
        fill: seriesStyle(index).colour,
        "font-style": "italic",
        ...aboutAttribute(about),
      };
      return textLines(document, [wordsIn(words).withheld], right + 8, y + 4, style);
    });
}
