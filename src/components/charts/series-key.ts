import * as Plot from "@observablehq/plot";
import { fromPlot, lineHeight, type Part, svg, textLines, typeSize } from "./drawing.ts";
import { seriesStyle } from "./palette.ts";
import { bold, textWidth } from "./text-layout.ts";

/** The mark of a series with its name behind it, in its colour, from `left` on the baseline `y`. */
export function seriesName(
  document: Document,
  label: string,
  index: number,
  left: number,
  y: number,
): Element[] {
  const { colour, symbol } = seriesStyle(index);
  const drawn = Plot.plot({
    document,
    width: 12,
    height: 12,
    margin: 0,
    axis: null,
    x: { type: "identity" },
    y: { type: "identity" },
    marks: [Plot.dot([[6, 6]], { r: 4.5, symbol, fill: colour })],
  });
  const mark = fromPlot(document, drawn);
  mark.setAttribute("transform", `translate(${Math.round(left)},${Math.round(y) - 10})`);
  return [mark, ...textLines(document, [label], left + 16, y, { fill: colour, "font-weight": 600 })];
}

/** The names of all series in a line, or in several where the width asks for it. */
export function seriesKey(
  document: Document,
  width: number,
  series: readonly { label: string; index: number }[],
): Part {
  let [left, y] = [0, lineHeight + 2];
  const names = series.flatMap(({ label, index }) => {
    const size = textWidth(label, bold * typeSize) + 34;
    if (left > 0 && left + size > width) [left, y] = [0, y + lineHeight + 4];
    const drawn = seriesName(document, label, index, left, y);
    left += size;
    return drawn;
  });
  return { node: svg(document, "g", {}, names), height: y + 14 };
}

/** The names of series side by side on the baseline `y`, each near the px `at` of its own mark. */
export function namesAbove(
  document: Document,
  width: number,
  series: readonly { label: string; index: number; at: number }[],
  y: number,
): Element[] {
  const names = series
    .map((one) => ({ ...one, size: textWidth(one.label, bold * typeSize) + 28 }))
    .sort((a, b) => a.at - b.at);
  const lefts = sideBySide(names, width);
  return names.flatMap(({ label, index }, order) => seriesName(document, label, index, lefts[order]!, y));
}

/** Left edges of names, the lowest to the left of its mark, none over another. */
function sideBySide(names: readonly { at: number; size: number }[], width: number): number[] {
  const total = names.reduce((sum, { size }) => sum + size, 0);
  const lefts: number[] = [];
  let edge = 0;
  let rest = total;
  for (const [order, { at, size }] of names.entries()) {
    const wanted = order === 0 && names.length > 1 ? at - size + 12 : at - 6;
    lefts.push(Math.max(edge, Math.min(wanted, width - rest)));
    edge = lefts[order]! + size;
    rest -= size;
  }
  return lefts;
}
