import type { ColumnTable } from "arquero";
import { scaleLinear } from "d3";
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
import { border, paper, rule, soft, steps } from "./palette.ts";
import { bold, labelWidth, textWidth, wrap } from "./text-layout.ts";
import { formatNumber, labelOf, wordsIn } from "./words.ts";

interface Named {
  readonly id: string;
  readonly label: string;
  readonly about: string;
}

interface Cells {
  readonly rows: readonly Named[];
  readonly columns: readonly Named[];
  /** Null where it is withheld, undefined where the rows say nothing. */
  readonly value: (row: string, column: string) => number | null | undefined;
  /** Whether rows and columns are the same things, so that columns can bear their rows' numbers. */
  readonly isSquare: boolean;
}

/** Of every box, unless it has its own. */
const boxBorder = { stroke: rule, "stroke-width": 0.5 };
/** Of a panel's values, the share that must have room in their cells for any to be written. */
const fewestWritten = 0.75;

/**
 * Cells in five classes of colour: `{kind: matrix, row, column, x, facet}`. A pair of the same things is drawn on both
 * sides of the diagonal, and columns bear the rows' numbers; other columns have their names upright. Values are written
 * where they have room, unless so few have that they would seem to be picked. A panel a value of `facet`, all in the same
 * classes.
 */
export default function matrix(rows: ColumnTable, header: ChartHeader, context: ChartContext): Element {
  const { document, width } = context;
  const panels = panelsOf(rows, header, context);
  const unit = unitOf(header, columnFor(header, "x"));
  const values = (rows.array(columnFor(header, "x")) as unknown[]).map(numberOrNull);
  const highest = Math.max(0, ...values.map((value) => value ?? 0));
  const scale = scaleLinear()
    .domain([0, highest > 0 ? highest : 1])
    .nice(steps.length);
  const limits = steps.map((_, step) => (scale.domain()[1]! * (step + 1)) / steps.length);
  return stack(
    document,
    width,
    [
      paragraph(document, axisTitle(header, columnFor(header, "x"), context), width),
      key(limits, unit, context),
      ...panels.flatMap(({ title, cells }) => [
        ...(title === "" ? [] : [heading(title, context)]),
        grid(cells, limits, unit, context),
      ]),
    ],
    "matrix",
  );
}

/** Every cell that has a value, row by row; of pairs each once. */
export function alt(rows: ColumnTable, header: ChartHeader, context: WordContext = {}): string {
  const unit = unitOf(header, columnFor(header, "x"));
  const sentences = panelsOf(rows, header, context).flatMap(({ title, cells }) => {
    const { rows: ids, columns, value, isSquare } = cells;
    const said = ids.flatMap((row, at) => {
      const parts = columns.flatMap((column, index) => {
        const found = isSquare && index <= at ? undefined : value(row.id, column.id);
        if (found === undefined) return [];
        return [
          `${column.label} ${found === null ? wordsIn(context).withheld : formatNumber(found, unit, context)}`,
        ];
      });
      return parts.length === 0 ? [] : [`${row.label}: ${parts.join("; ")}.`];
    });
    return title === "" ? said : [`${title}.`, ...said];
  });
  return [`${header.title}.`, ...sentences].join(" ");
}

interface Panel {
  readonly title: string;
  readonly cells: Cells;
}

/** The cells of each value of `facet`; all as one, without a title, where the header names none. */
function panelsOf(rows: ColumnTable, header: ChartHeader, context: WordContext): Panel[] {
  const facet = optionalColumn(header, "facet");
  if (facet === undefined) return [{ title: "", cells: cellsOf(rows, header, context) }];
  return orderedIds(rows, facet, header, context).map((id) => ({
    title: labelOf(header, facet, id, context),
    cells: cellsOf(rows, header, context, (row) => String(row[facet]) === id),
  }));
}

function heading(title: string, { document, width }: ChartContext): Part {
  const lines = wrap(title, width, typeSize * bold);
  const node = svg(document, "g", {}, textLines(document, lines, 0, lineHeight, { "font-weight": 600 }));
  return { node, height: lines.length * lineHeight + 6 };
}

function cellsOf(
  rows: ColumnTable,
  header: ChartHeader,
  context: WordContext,
  shown: (row: Record<string, unknown>) => boolean = () => true,
): Cells {
  const [row, column, x] = ["row", "column", "x"].map((role) => columnFor(header, role)) as [
    string,
    string,
    string,
  ];
  const found = new Map<string, number | null>();
  const address = (one: unknown, other: unknown) => JSON.stringify([String(one), String(other)]);
  for (const one of (rows.objects() as Record<string, unknown>[]).filter(shown)) {
    found.set(address(one[row], one[column]), numberOrNull(one[x]));
  }
  const own = orderedIds(rows, row, header, context);
  const others = orderedIds(rows, column, header, context);
  const isSquare = own.some((id) => others.includes(id));
  const all = isSquare
    ? [...own, ...others.filter((id) => !own.includes(id))].sort(
        (a, b) => others.indexOf(a) - others.indexOf(b),
      )
    : own;
  const named = (ids: readonly string[], name: string) =>
    ids.map((id) => ({ id, label: labelOf(header, name, id, context), about: about(header, [[name, id]]) }));
  return {
    rows: named(all, row),
    columns: named(isSquare ? all : others, isSquare ? row : column),
    isSquare,
    value: (one, other) => {
      const value = found.get(address(one, other));
      return value === undefined && isSquare ? found.get(address(other, one)) : value;
    },
  };
}

function grid(cells: Cells, limits: readonly number[], unit: string, context: ChartContext): Part {
  const { document, width } = context;
  const { rows, columns, isSquare, value } = cells;
  const name = (label: string, at: number) => (isSquare ? `${at + 1} ${label}` : label);
  const names = rows.map(({ label }, at) => name(label, at));
  const left = labelWidth(names, 0.36 * width, typeSize) + 8;
  const size = Math.min(44, (width - left - 2) / columns.length);
  const longestHead = width < 480 ? 118 : 210;
  const heads = columns.map(({ label }, at) => (isSquare ? String(at + 1) : cut(label, longestHead)));
  const write = (number: number) => formatNumber(number, unit, context);
  const hasRoom = (words: string) => textWidth(words, typeSize) + 2 <= size - 1;
  const known = rows.flatMap(({ id }) => columns.map((column) => value(id, column.id) ?? null));
  const written = known.flatMap((number) => (number === null ? [] : [write(number)]));
  const isWritten = written.filter(hasRoom).length >= fewestWritten * written.length;
  const widestHead = Math.max(...heads.map((head) => textWidth(head, typeSize)));
  const top = isSquare ? lineHeight + 4 : widestHead + 8;
  // Numbers that would touch are given at every other column; all rows have theirs.
  const every = isSquare && widestHead + 3 > size ? 2 : 1;
  const children: Element[] = heads.flatMap((head, at) => {
    if (at % every !== 0) return [];
    const x = left + (at + 0.5) * size;
    const of = aboutAttribute(columns[at]!.about);
    return isSquare
      ? textLines(document, [head], x, top - 6, { "text-anchor": "middle", fill: soft, ...of })
      : textLines(document, [head], 0, 0, {
          transform: `translate(${Math.round(x + 4)},${Math.round(top - 5)}) rotate(-90)`,
          ...of,
        });
  });
  const boxes: Element[] = [];
  const texts: Element[] = [];
  let y = top;
  for (const [at, row] of rows.entries()) {
    const lines = wrap(names[at]!, left - 8, typeSize);
    const height = Math.max(22, lines.length * lineHeight);
    const middle = y + (height - lines.length * lineHeight) / 2 + 12;
    children.push(...textLines(document, lines, 0, middle, aboutAttribute(row.about)));
    for (const [index, column] of columns.entries()) {
      const found = value(row.id, column.id);
      const box = { x: left + index * size, y, width: size - 1, height: height - 1 };
      if (found === undefined) {
        if (!isSquare || index !== at) continue;
        boxes.push(svg(document, "rect", { ...box, fill: "none", stroke: "none" }));
        continue;
      }
      const of = aboutAttribute([row.about, column.about].filter((one) => one !== "").join(" "));
      const words = found === null ? wordsIn(context).withheld : write(found);
      boxes.push(
        svg(document, "rect", { ...box, ...filling(found, limits), ...of }, [
          svg(document, "title", {}, [`${row.label}, ${column.label}: ${words}`]),
        ]),
      );
      if (found !== null && isWritten && hasRoom(words)) {
        texts.push(
          ...textLines(document, [words], box.x + box.width / 2, y + height / 2 + 4, {
            ...of,
            ...(classOf(found, limits) >= 3 ? { fill: paper } : {}),
          }),
        );
      }
    }
    y += height;
  }
  // What all boxes or all texts have is said once: a page may have thousands.
  children.push(
    svg(document, "g", boxBorder, boxes),
    svg(document, "g", { "text-anchor": "middle", "pointer-events": "none" }, texts),
  );
  return { node: svg(document, "g", {}, children), height: y + 4 };
}

/** The classes with their limits, and what a withheld cell looks like. */
function key(limits: readonly number[], unit: string, context: ChartContext): Part {
  const { document, width } = context;
  const names = limits.map((limit, at) => {
    const from = formatNumber(at === 0 ? 0 : limits[at - 1]!, unit, context);
    return { text: `${from}–${formatNumber(limit, unit, context)}`, style: filling(limit, limits) };
  });
  let [x, y] = [0, 4];
  const children = [...names, { text: wordsIn(context).withheld, style: filling(null, limits) }].flatMap(
    ({ text, style }) => {
      const size = textWidth(text, typeSize) + 34;
      if (x > 0 && x + size > width) [x, y] = [0, y + lineHeight + 4];
      const drawn = [
        svg(document, "rect", { x: x + 0.5, y: y + 0.5, width: 15, height: 13, ...boxBorder, ...style }),
        ...textLines(document, [text], x + 21, y + 11, { fill: soft }),
      ];
      x += size;
      return drawn;
    },
  );
  return { node: svg(document, "g", {}, children), height: y + lineHeight + 10 };
}

function classOf(value: number, limits: readonly number[]): number {
  return Math.max(
    0,
    limits.findIndex((limit) => value <= limit),
  );
}

function filling(value: number | null, limits: readonly number[]): Record<string, string | number> {
  if (value === null) return { fill: "none", stroke: border, "stroke-width": 1, "stroke-dasharray": "2 2" };
  return { fill: steps[classOf(value, limits)]! };
}

function cut(text: string, width: number): string {
  if (textWidth(text, typeSize) <= width) return text;
  let short = text;
  while (textWidth(`${short}…`, typeSize) > width) short = short.slice(0, -1);
  return `${short.trimEnd()}…`;
}
