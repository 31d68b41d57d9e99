import type { ColumnTable } from "arquero";
import { aboutAttribute } from "./about.ts";
import { axisTitle, type ChartContext, type ChartHeader, columnFor, unitOf } from "./chart.ts";
import { lineHeight, type Part, paragraph, stack, svg, textLines, typeSize } from "./drawing.ts";
import { type Estimate, estimatesOf, orderedIds } from "./estimates.ts";
import { rule, seriesStyle, soft } from "./palette.ts";
import { seriesKey } from "./series-key.ts";
import { textWidth, wrap } from "./text-layout.ts";
import { formatEstimate, formatNumber, labelOf, wordsIn } from "./words.ts";

export { estimatesAlt as alt } from "./estimates-alt.ts";

const barHeight = 18;
const rowGap = 7;
/** Below this width a row's label stands above its bar. */
const narrow = 480;

/**
 * Bars cut into shares of one whole: `{kind: stacked, label, x, low, high, by}`. A bar a value of `label`, from the
 * largest share of the first series to the smallest; a piece a value of `by`. The intervals of the first and the last
 * piece are lines about the edges that bound them; those of all pieces are in their tips and in the table.
 */
export default function stacked(rows: ColumnTable, header: ChartHeader, context: ChartContext): Element {
  const { document, width } = context;
  const [label, by, x] = ["label", "by", "x"].map((role) => columnFor(header, role)) as [
    string,
    string,
    string,
  ];
  const series = orderedIds(rows, by, header, context);
  const estimates = estimatesOf(rows, header, context);
  const bars = orderedIds(rows, label, header, context).map((id) =>
    series.flatMap((one) => estimates.filter((found) => found.id === id && found.series === one)),
  );
  bars.sort((one, other) => (other[0]?.value ?? -1) - (one[0]?.value ?? -1));
  const names = series.map((id, index) => ({ label: labelOf(header, by, id, context), index }));
  return stack(
    document,
    width,
    [
      paragraph(document, axisTitle(header, x, context), width),
      seriesKey(document, width, names),
      panel(bars, series, unitOf(header, x), header, context),
    ],
    "stacked",
  );
}

function panel(
  bars: readonly (readonly Estimate[])[],
  series: readonly string[],
  unit: string,
  header: ChartHeader,
  context: ChartContext,
): Part {
  const { document, width } = context;
  const above = width < narrow;
  const widest = Math.max(0, ...bars.map((pieces) => textWidth(pieces[0]?.label ?? "", typeSize)));
  const left = above ? 0 : Math.min(widest, 0.36 * width) + 12;
  const right = width - 20;
  const at = (share: number) => left + share * (right - left);
  const ticks = [0, 0.25, 0.5, 0.75, 1];
  let y = lineHeight + 4;
  const drawn = bars.flatMap((pieces) => {
    const [first] = pieces;
    if (first === undefined) return [];
    const lines = wrap(first.label, above ? width : left - 12, typeSize);
    const text = lines.length * lineHeight;
    const top = above ? y + text + 2 : y + Math.max(0, (text - barHeight) / 2);
    const labelled = textLines(
      document,
      lines,
      0,
      above ? y + 12 : top + barHeight / 2 + 4 - ((lines.length - 1) * lineHeight) / 2,
      aboutAttribute(first.aboutLabel),
    );
    y = above ? top + barHeight + rowGap + 2 : y + Math.max(text, barHeight) + rowGap;
    return [...labelled, ...bar(pieces, top)];
  });

  function bar(pieces: readonly Estimate[], top: number): Element[] {
    if (pieces.some(({ value }) => value === null)) {
      return textLines(document, [wordsIn(context).withheld], left + 4, top + barHeight / 2 + 4, {
        fill: soft,
        "font-style": "italic",
      });
    }
    let edge = 0;
    const rects = pieces.map((piece) => {
      const from = edge;
      edge += piece.value!;
      const name = labelOf(header, columnFor(header, "by"), piece.series, context);
      const { colour } = seriesStyle(series.indexOf(piece.series));
      return svg(
        document,
        "rect",
        {
          x: at(from),
          y: top,
          width: Math.max(0, at(edge) - at(from) - 1),
          height: barHeight,
          fill: colour,
          "fill-opacity": 0.75,
          ...aboutAttribute(piece.about),
        },
        [svg(document, "title", {}, [`${piece.label}, ${name}: ${formatEstimate(piece, unit, context)}`])],
      );
    });
    return [
      ...rects,
      ...range(pieces[0], (limit) => limit),
      ...range(pieces.slice(1).at(-1), (limit) => 1 - limit),
    ];

    function range(piece: Estimate | undefined, place: (limit: number) => number): Element[] {
      if (piece === undefined || piece.low === null || piece.high === null) return [];
      const middle = top + barHeight / 2;
      return [
        svg(document, "line", {
          x1: at(place(piece.low)),
          x2: at(place(piece.high)),
          y1: middle,
          y2: middle,
          stroke: "currentColor",
          "stroke-width": 1.5,
        }),
      ];
    }
  }

  const lines = ticks.flatMap((tick) => [
    svg(document, "line", { x1: at(tick), x2: at(tick), y1: lineHeight, y2: y - rowGap + 2, stroke: rule }),
    svg(
      document,
      "text",
      { x: at(tick), y: 11, "text-anchor": tick === 0 ? "start" : "middle", fill: soft },
      [formatNumber(tick, unit, context)],
    ),
  ]);
  return { node: svg(document, "g", {}, [...lines, ...drawn]), height: y + 4 };
}
