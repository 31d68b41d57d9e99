import type { ColumnTable } from "arquero";
import { scaleLinear } from "d3";
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
import { numberOrNull, orderedIds } from "./estimates.ts";
import { numberIn } from "./in-locale.ts";
import { halo, rule, seriesStyle, soft } from "./palette.ts";
import { bold, textWidth, wrap } from "./text-layout.ts";
import { formatEstimate, formatNumber, labelOf, wordsIn } from "./words.ts";

interface Specification {
  readonly choices: readonly string[];
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly isBase: boolean;
}

const panelHeight = 170;

/**
 * A multiverse plot: `{kind: multiverse, x, low, high, choices, base, reference}`. Above, the estimate under every
 * combination of choices, from the lowest to the highest; below, which choices each column of dots stands for. The
 * combination that the report goes by (`base`) has another mark and is named. Simonsohn, Simmons & Nelson (2020),
 * "Specification curve analysis", Nature Human Behaviour 4, p. 1208-1214.
 */
export default function multiverse(rows: ColumnTable, header: ChartHeader, context: ChartContext): Element {
  const { document, width } = context;
  const specifications = specificationsOf(rows, header);
  const title = paragraph(document, axisTitle(header, columnFor(header, "x"), context), width);
  const parts =
    specifications.length === 0
      ? [paragraph(document, wordsIn(context).withheld, width)]
      : [curve(specifications, header, context), matrix(rows, specifications, header, context)];
  return stack(document, width, [title, ...parts], "multiverse");
}

/** The lowest, the highest and the reported estimate, and how many there are; then the range under each choice. */
export function alt(rows: ColumnTable, header: ChartHeader, context: WordContext = {}): string {
  const all = specificationsOf(rows, header);
  const unit = unitOf(header, columnFor(header, "x"));
  const words = wordsIn(context);
  const first = all[0];
  if (first === undefined) return `${header.title}. ${words.withheld}.`;
  const write = (value: number) => formatNumber(value, unit, context);
  const range = (some: readonly Specification[]) => `${write(some[0]!.value)}–${write(some.at(-1)!.value)}`;
  const base = all.find(({ isBase }) => isBase);
  const reported = base === undefined ? "" : ` ${words.reported}: ${formatEstimate(base, unit, context)}.`;
  const by = choicesOf(header).map((column, at) => {
    const ids = orderedIds(rows, column, header, context);
    const ranges = ids.flatMap((id) => {
      const some = all.filter(({ choices }) => choices[at] === id);
      return some.length === 0 ? [] : [`${labelOf(header, column, id, context)} ${range(some)}`];
    });
    return ranges.join("; ");
  });
  return `${header.title}. ${all.length} ${words.combinations}: ${range(all)}.${reported} ${by.join(". ")}.`;
}

function choicesOf(header: ChartHeader): readonly string[] {
  return (header.chart?.choices ?? []) as string[];
}

/** The rows with an estimate, from the lowest to the highest. */
function specificationsOf(rows: ColumnTable, header: ChartHeader): Specification[] {
  const x = columnFor(header, "x");
  const [low, high] = [optionalColumn(header, "low"), optionalColumn(header, "high")];
  const columns = choicesOf(header);
  const base = (header.chart?.base ?? {}) as Record<string, string>;
  return (rows.objects() as Record<string, unknown>[])
    .flatMap((row) => {
      const value = numberOrNull(row[x]);
      if (value === null) return [];
      const choices = columns.map((column) => String(row[column]));
      return [
        {
          choices,
          value,
          low: low === undefined ? null : numberOrNull(row[low]),
          high: high === undefined ? null : numberOrNull(row[high]),
          isBase: columns.every((column, at) => base[column] === choices[at]),
        },
      ];
    })
    .sort((a, b) => a.value - b.value);
}

/** Left edge of the dots: the same above and below. */
function leftOf(width: number): number {
  return Math.min(0.4 * width, 220);
}

function placeOf(count: number, width: number): (index: number) => number {
  const left = leftOf(width);
  const step = (width - left - 8) / count;
  return (index) => left + (index + 0.5) * step;
}

function curve(all: readonly Specification[], header: ChartHeader, context: ChartContext): Part {
  const { document, width } = context;
  const unit = unitOf(header, columnFor(header, "x"));
  const reference = header.chart?.reference === undefined ? [] : [Number(header.chart.reference)];
  const ends = all.flatMap(({ value, low, high }) => [low ?? value, high ?? value]).concat(reference);
  const scale = scaleLinear()
    .domain([Math.min(...ends), Math.max(...ends)])
    .nice(5)
    .range([panelHeight - 8, 12]);
  const x = placeOf(all.length, width);
  const left = leftOf(width);
  const marks = all.flatMap((one, index) => {
    const { colour } = seriesStyle(one.isBase ? 1 : 0);
    const [at, y] = [x(index), scale(one.value)];
    const range =
      one.low === null || one.high === null
        ? []
        : [
            svg(document, "line", {
              x1: at,
              x2: at,
              y1: scale(one.low),
              y2: scale(one.high),
              stroke: colour,
              "stroke-width": one.isBase ? 2 : 1,
            }),
          ];
    const names = choicesOf(header).map((column, place) =>
      labelOf(header, column, one.choices[place], context),
    );
    const tip = svg(document, "title", {}, [`${names.join(", ")}: ${formatEstimate(one, unit, context)}`]);
    const mark = one.isBase
      ? svg(document, "path", { d: diamond(at, y), fill: colour }, [tip])
      : svg(document, "circle", { cx: at, cy: y, r: 2.5, fill: colour }, [tip]);
    return [...range, mark];
  });
  const node = svg(document, "g", {}, [
    ...scale
      .ticks(5)
      .flatMap((tick) => [
        svg(document, "line", { x1: left, x2: width, y1: scale(tick), y2: scale(tick), stroke: rule }),
        svg(document, "text", { x: left - 6, y: scale(tick) + 4, "text-anchor": "end", fill: soft }, [
          unit === "proportion"
            ? formatNumber(tick, unit, context)
            : numberIn(context.language ?? "en", tick, { maximumSignificantDigits: 3 }),
        ]),
      ]),
    ...reference.map((value) =>
      svg(document, "line", {
        x1: left,
        x2: width,
        y1: scale(value),
        y2: scale(value),
        stroke: soft,
        "stroke-dasharray": "4 4",
      }),
    ),
    ...marks,
    ...baseName(all, x, scale, context),
  ]);
  return { node, height: panelHeight };
}

function baseName(
  all: readonly Specification[],
  x: (index: number) => number,
  scale: (value: number) => number,
  context: ChartContext,
): Element[] {
  const index = all.findIndex(({ isBase }) => isBase);
  if (index === -1) return [];
  const text = wordsIn(context).reported;
  const size = textWidth(text, bold * typeSize);
  const left = Math.max(leftOf(context.width) + 2, Math.min(x(index) - size / 2, context.width - size));
  // Values rise to the right, so there is room above on the left and below on the right.
  const { value, low, high } = all[index]!;
  const over = index < all.length / 2;
  const y = over
    ? Math.max(10, scale(high ?? value) - 10)
    : Math.min(panelHeight - 2, scale(low ?? value) + 16);
  return textLines(context.document, [text], left, y, {
    ...halo,
    fill: seriesStyle(1).colour,
    "font-weight": 600,
  });
}

function diamond(x: number, y: number): string {
  const [a, b] = [x.toFixed(1), y.toFixed(1)];
  return `M${a},${(y - 6).toFixed(1)}L${(x + 5).toFixed(1)},${b}L${a},${(y + 6).toFixed(1)}L${(x - 5).toFixed(1)},${b}Z`;
}

function matrix(
  rows: ColumnTable,
  all: readonly Specification[],
  header: ChartHeader,
  context: ChartContext,
): Part {
  const { document, width } = context;
  const x = placeOf(all.length, width);
  const left = leftOf(width);
  let top = 10;
  const drawn: Element[] = [];
  choicesOf(header).forEach((column, at) => {
    drawn.push(svg(document, "line", { x1: 0, x2: width, y1: top - 4, y2: top - 4, stroke: rule }));
    for (const id of orderedIds(rows, column, header, context)) {
      if (!all.some(({ choices }) => choices[at] === id)) continue;
      const lines = wrap(labelOf(header, column, id, context), left - 10, typeSize);
      drawn.push(...textLines(document, lines, 0, top + 12));
      const middle = top + (lines.length * lineHeight) / 2;
      all.forEach(({ choices, isBase }, index) => {
        if (choices[at] !== id) return;
        const { colour } = seriesStyle(isBase ? 1 : 0);
        drawn.push(
          isBase
            ? svg(document, "path", { d: diamond(x(index), middle), fill: colour })
            : svg(document, "rect", { x: x(index) - 1, y: middle - 5, width: 2, height: 10, fill: colour }),
        );
      });
      top += lines.length * lineHeight + 3;
    }
    top += 9;
  });
  return { node: svg(document, "g", {}, drawn), height: top };
}
