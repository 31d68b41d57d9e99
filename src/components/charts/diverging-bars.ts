import * as Plot from "@observablehq/plot";
import { aboutAttribute } from "./about.ts";
import type { ChartContext } from "./chart.ts";
import type { DivergingRow } from "./diverging-rows.ts";
import { fromPlot, lineHeight, type Part, svg, textLines, typeSize } from "./drawing.ts";
import { halo, seriesStyle, soft } from "./palette.ts";
import { textWidth, wrap } from "./text-layout.ts";
import { formatNumber, wordsIn } from "./words.ts";

const barHeight = 14;
const narrow = 480;

export interface DivergingOptions {
  /** The highest value or limit of all groups, which share one scale. */
  readonly highest: number;
  /** Ids of rows in drawing order; others come after them. */
  readonly order: readonly string[];
  readonly context: ChartContext;
}

/** Bars to both sides of a line with their intervals and values; labels stand above the bars where it is narrow. */
export function divergingBars(rows: readonly DivergingRow[], options: DivergingOptions): Part {
  const { highest, order, context } = options;
  const { document, width } = context;
  const above = width < narrow;
  const widest = Math.max(0, ...rows.map(({ label }) => textWidth(label, typeSize)));
  const column = above ? width : Math.min(widest, 0.34 * width);
  const place = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length);
  let edge = 4;
  const bars = [...rows]
    .sort((a, b) => place(a.id) - place(b.id))
    .map((row) => {
      const lines = wrap(row.label, column, typeSize);
      const text = lines.length * lineHeight;
      const height = above ? text + barHeight : Math.max(text, barHeight);
      const middle = above ? edge + text + barHeight / 2 : edge + height / 2;
      const top = above ? edge : edge + (height - text) / 2;
      edge += height + 8;
      return { ...row, lines, middle, top, y1: middle - barHeight / 2, y2: middle + barHeight / 2 };
    });
  const room = 44;
  const [from, to] = [(above ? 0 : column + 14) + room, width - room];
  const end = highest > 0 ? highest : 1;
  const x = (value: number) => (from + to) / 2 + (value / end) * ((to - from) / 2);
  const marks = ([-1, 1] as const).flatMap((sign): Plot.Markish[] => {
    const name = sign < 0 ? "left" : "right";
    const { colour } = seriesStyle(sign < 0 ? 1 : 0);
    const sides = bars.flatMap(({ y1, y2, middle, label, about, [name]: side }) =>
      side.value === null
        ? []
        : [
            {
              y1,
              y2,
              middle,
              about,
              from: x(0),
              to: x(sign * side.value),
              low: side.low === null ? null : x(sign * side.low),
              high: side.high === null ? null : x(sign * side.high),
              tip: `${label}: ${side.text}`,
            },
          ],
    );
    return [
      Plot.rect(sides, {
        x1: "from",
        x2: "to",
        y1: "y1",
        y2: "y2",
        fill: colour,
        fillOpacity: 0.75,
        title: "tip",
        ariaLabel: "about",
      }),
      Plot.ruleY(
        sides.filter(({ low, high }) => low !== null && high !== null),
        { x1: "low", x2: "high", y: "middle", stroke: "currentColor", strokeWidth: 1.5, ariaLabel: "about" },
      ),
    ];
  });
  const drawn = Plot.plot({
    document,
    width,
    height: edge,
    margin: 0,
    x: { type: "identity", axis: null },
    y: { type: "identity", axis: null },
    marks: [...marks, Plot.ruleX([x(0)], { y1: () => 0, y2: () => edge - 4, stroke: soft })],
  });
  const value = (bar: (typeof bars)[number], sign: -1 | 1): Element[] => {
    const side = sign < 0 ? bar.left : bar.right;
    const text =
      side.value === null ? wordsIn(context).withheld : formatNumber(side.value, "proportion", context);
    const at = x(sign * (side.high ?? side.value ?? 0)) + sign * 6;
    return textLines(document, [text], at, bar.middle + 4, {
      ...halo,
      ...(sign < 0 ? { "text-anchor": "end" } : {}),
      ...aboutAttribute(bar.about),
    });
  };
  const node = svg(document, "g", {}, [
    fromPlot(document, drawn),
    ...bars.flatMap((bar) => [
      ...textLines(document, bar.lines, 0, bar.top + 12, aboutAttribute(bar.about)),
      ...value(bar, -1),
      ...value(bar, 1),
    ]),
  ]);
  return { node, height: edge + 8 };
}
