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
import { numberOrNull, orderedIds } from "./estimates.ts";
import { numberIn } from "./in-locale.ts";
import { border, halo, rule, sides } from "./palette.ts";
import { labelWidth, textWidth, wrap } from "./text-layout.ts";
import { formatEstimate, formatNumber, labelOf, wordsIn } from "./words.ts";

/** Edges of the five classes, as multiples of the reference. */
const edges = [0.5, 0.8, 1.25, 2] as const;
const cell = 24;

interface Cell {
  readonly row: string;
  readonly column: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * A heat table of ratios: `{kind: heat, row, column, x, low, high, reference}`. Cells are in five classes of multiples of
 * the reference, in one colour below it and another above; a value is written where its interval leaves the reference out. A
 * withheld cell is empty.
 */
export default function heat(rows: ColumnTable, header: ChartHeader, context: ChartContext): Element {
  const { document, width } = context;
  const cells = cellsOf(rows, header);
  return stack(
    document,
    width,
    [
      paragraph(document, axisTitle(header, columnFor(header, "x"), context), width),
      key(header, context),
      grid(rows, cells, header, context),
    ],
    "heat",
  );
}

/** The values whose intervals leave the reference out, row by row, and how many do not. */
export function alt(rows: ColumnTable, header: ChartHeader, context: WordContext = {}): string {
  const [row, column, x] = ["row", "column", "x"].map((role) => columnFor(header, role)) as [
    string,
    string,
    string,
  ];
  const unit = unitOf(header, x);
  const cells = cellsOf(rows, header);
  const said = cells
    .filter((one) => stands(one, header))
    .map(
      (one) =>
        `${labelOf(header, row, one.row, context)}, ${labelOf(header, column, one.column, context)} ${formatEstimate(one, unit, context)}`,
    );
  const shown = cells.filter(({ value }) => value !== null).length;
  const numbers = `${said.length}/${shown} (${wordsIn(context).withheld} ${cells.length - shown})`;
  return `${header.title}. ≠ ${referenceOf(header)}: ${numbers}. ${said.join("; ")}.`;
}

function cellsOf(rows: ColumnTable, header: ChartHeader): Cell[] {
  const [row, column, x] = ["row", "column", "x"].map((role) => columnFor(header, role)) as [
    string,
    string,
    string,
  ];
  const [low, high] = [optionalColumn(header, "low"), optionalColumn(header, "high")];
  return (rows.objects() as Record<string, unknown>[]).map((one) => ({
    row: String(one[row]),
    column: String(one[column]),
    value: numberOrNull(one[x]),
    low: low === undefined ? null : numberOrNull(one[low]),
    high: high === undefined ? null : numberOrNull(one[high]),
  }));
}

function referenceOf(header: ChartHeader): number {
  return Number(header.chart?.reference ?? 1);
}

/** Whether the interval leaves the reference out. */
function stands({ low, high }: Cell, header: ChartHeader): boolean {
  const reference = referenceOf(header);
  return low !== null && high !== null && (low > reference || high < reference);
}

function classOf(value: number, reference: number): number {
  return edges.filter((edge) => value >= edge * reference).length;
}

function grid(rows: ColumnTable, cells: readonly Cell[], header: ChartHeader, context: ChartContext): Part {
  const { document, width } = context;
  const [row, column, x] = ["row", "column", "x"].map((role) => columnFor(header, role)) as [
    string,
    string,
    string,
  ];
  const rowIds = orderedIds(rows, row, header, context);
  const columnIds = orderedIds(rows, column, header, context);
  const unit = unitOf(header, x);
  const labels = columnIds.map((id) => labelOf(header, column, id, context));
  const names = rowIds.map((id) => labelOf(header, row, id, context));
  const above = width < 480;
  const nameWidth = above ? width : labelWidth(names, 0.36 * width, typeSize);
  const left = above ? 0 : nameWidth + 10;
  const step = (width - left) / Math.max(1, columnIds.length);
  const head = Math.max(0, ...labels.map((label) => textWidth(label, typeSize))) + 8;
  const found = new Map(cells.map((one) => [`${one.row} ${one.column}`, one]));
  const heads = labels.map((label, at) => {
    const middle = left + (at + 0.5) * step + 4;
    return svg(
      document,
      "text",
      {
        transform: `translate(${middle.toFixed(1)},${(head - 4).toFixed(1)}) rotate(-90)`,
        ...aboutAttribute(about(header, [[column, columnIds[at]!]])),
      },
      [label],
    );
  });
  let bottom = head;
  const lines = rowIds.flatMap((id, place) => {
    const top = bottom;
    const name = names[place]!;
    const nameLines = wrap(name, nameWidth, typeSize);
    const nameHeight = nameLines.length * lineHeight;
    const height = above ? cell : Math.max(cell, nameHeight);
    const text = textLines(
      document,
      nameLines,
      0,
      top + (above ? 0 : (height - nameHeight) / 2) + 12,
      aboutAttribute(about(header, [[row, id]])),
    );
    const y = above ? top + nameHeight : top;
    bottom = y + height + (above ? 4 : 2);
    return [
      ...text,
      ...columnIds.flatMap((other, at) => {
        const one = found.get(`${id} ${other}`);
        const value = one?.value ?? null;
        const said = `${name}, ${labels[at]}: ${one === undefined ? wordsIn(context).none : formatEstimate(one, unit, context)}`;
        const of = aboutAttribute(
          about(header, [
            [row, id],
            [column, other],
          ]),
        );
        const square = svg(
          document,
          "rect",
          {
            x: left + at * step + 1,
            y,
            width: step - 2,
            height,
            fill: value === null ? "none" : sides[classOf(value, referenceOf(header))]!,
            stroke: value === null ? rule : "none",
            ...of,
          },
          [svg(document, "title", {}, [said])],
        );
        if (one === undefined || value === null || !stands(one, header)) return [square];
        const middle = { x: left + (at + 0.5) * step, y: y + height / 2 + 4, "text-anchor": "middle" };
        const size = textWidth(formatNumber(value, unit, context), typeSize);
        const written = svg(document, "text", { ...middle, ...halo, "font-weight": 600, ...of }, [
          size <= step + 4 ? formatNumber(value, unit, context) : "•",
        ]);
        return [square, written];
      }),
    ];
  });
  return { node: svg(document, "g", {}, [...heads, ...lines]), height: bottom + 4 };
}

/** The five classes and the empty one, with their edges. */
function key(header: ChartHeader, context: ChartContext): Part {
  const { document, width } = context;
  const reference = referenceOf(header);
  const write = (edge: number) =>
    numberIn(context.language ?? "en", edge * reference, { maximumSignificantDigits: 3 });
  const names = [
    `< ${write(edges[0])}`,
    ...edges.slice(1).map((edge, at) => `${write(edges[at]!)}–${write(edge)}`),
    `≥ ${write(edges[3])}`,
    wordsIn(context).withheld,
  ];
  let [left, y] = [0, 4];
  const drawn = names.flatMap((name, at) => {
    const size = textWidth(name, typeSize) + 30;
    if (left > 0 && left + size > width) [left, y] = [0, y + lineHeight + 4];
    const square = svg(document, "rect", {
      x: left + 1,
      y,
      width: 14,
      height: 14,
      fill: sides[at] ?? "none",
      stroke: border,
    });
    const text = textLines(document, [name], left + 20, y + 12);
    left += size + 6;
    return [square, ...text];
  });
  return { node: svg(document, "g", {}, drawn), height: y + lineHeight + 8 };
}
