import type { ColumnTable } from "arquero";
import { type ChartContext, type ChartHeader, columnFor, unitOf, type WordContext } from "./chart.ts";
import { lineHeight, type Part, stack, svg, textLines, typeSize } from "./drawing.ts";
import { numberOrNull } from "./estimates.ts";
import { rule, soft } from "./palette.ts";
import { wrap } from "./text-layout.ts";
import { formatNumber, labelOf, wordsIn } from "./words.ts";

const narrow = 480;
const padding = 9;
const gap = 26;

interface Stage {
  readonly id: string;
  readonly label: string;
  readonly kept: string;
  readonly left: readonly { readonly label: string; readonly value: string }[];
}

/**
 * A study flow from stage to stage: `{kind: flow, stage, outcome, x}`. In each stage the row whose outcome is `kept`
 * is what reaches it, and the others what does not reach the next. Stages stand in the rows' order. What is left out
 * stands to the right, and where it is narrow indented below.
 */
export default function flow(rows: ColumnTable, header: ChartHeader, context: ChartContext): Element {
  const { document, width } = context;
  const stages = stagesOf(rows, header, context);
  const parts = stages.map((stage, index) => stagePart(stage, index === stages.length - 1, context));
  return stack(document, width, parts, "flow");
}

/** The text alternative: every stage with its number, and every exclusion. */
export function alt(rows: ColumnTable, header: ChartHeader, context: WordContext = {}): string {
  const sentences = stagesOf(rows, header, context).map(({ label, kept, left }) => {
    const parts = left.map((one) => `${one.label} ${one.value}`);
    return `${label} ${kept}${parts.length === 0 ? "" : `; ${parts.join("; ")}`}.`;
  });
  return [`${header.title}.`, ...sentences].join(" ");
}

function stagesOf(rows: ColumnTable, header: ChartHeader, context: WordContext): Stage[] {
  const [stage, outcome, x] = ["stage", "outcome", "x"].map((role) => columnFor(header, role)) as [
    string,
    string,
    string,
  ];
  const all = rows.objects() as Record<string, unknown>[];
  const write = (cell: unknown) => {
    const value = numberOrNull(cell);
    return value === null ? wordsIn(context).withheld : formatNumber(value, unitOf(header, x), context);
  };
  return [...new Set(all.map((row) => String(row[stage])))].map((id) => {
    const own = all.filter((row) => String(row[stage]) === id);
    const kept = own.find((row) => row[outcome] === "kept");
    return {
      id,
      label: labelOf(header, stage, id, context),
      kept: write(kept?.[x]),
      left: own
        .filter((row) => row[outcome] !== "kept")
        .map((row) => ({ label: labelOf(header, outcome, row[outcome], context), value: write(row[x]) })),
    };
  });
}

/** A stage's box, the box of what is left out there, and the arrow to the next stage. */
function stagePart({ label, kept, left }: Stage, last: boolean, context: ChartContext): Part {
  const { document, width } = context;
  const stacked = width < narrow;
  const size = stacked ? width - 60 : Math.round(0.46 * width);
  const main = textBox(document, [kept, ...wrap(label, size - 2 * padding, typeSize)], 0, 0, size, true);
  const sideLeft = stacked ? 60 : Math.round(0.54 * width);
  const sideSize = width - sideLeft - 1;
  const lines = left.flatMap((one) => wrap(`${one.value}  ${one.label}`, sideSize - 2 * padding, typeSize));
  const sideTop = stacked ? main.height + 12 : 0;
  const side = lines.length === 0 ? undefined : textBox(document, lines, sideLeft, sideTop, sideSize, false);
  const bottom = Math.max(main.height, side === undefined ? 0 : sideTop + side.height);
  const stem = stacked ? 24 : Math.round(size / 2);
  const height = last ? bottom + 4 : bottom + gap;
  const branch = stacked ? sideTop + lineHeight : main.height / 2;
  const arrows = [
    ...(last ? [] : [arrow(document, stem, main.height, stem, height - 2)]),
    ...(side === undefined ? [] : [arrow(document, stacked ? stem : size, branch, sideLeft - 2, branch)]),
  ];
  return { node: svg(document, "g", {}, [...arrows, main.node, ...(side ? [side.node] : [])]), height };
}

function textBox(
  document: Document,
  lines: readonly string[],
  left: number,
  top: number,
  width: number,
  strong: boolean,
): Part {
  const height = lines.length * lineHeight + 2 * padding - 2;
  const [first, ...rest] = lines;
  const x = left + padding;
  const y = top + padding + 11;
  const node = svg(document, "g", {}, [
    svg(document, "rect", {
      x: left + 0.5,
      y: top + 0.5,
      width: width - 1,
      height: height - 1,
      rx: 3,
      fill: "none",
      stroke: strong ? soft : rule,
      "stroke-width": strong ? 1.25 : 1,
    }),
    ...textLines(document, [first!], x, y, strong ? { "font-weight": 700 } : {}),
    ...textLines(document, rest, x, y + lineHeight),
  ]);
  return { node, height };
}

/** A straight arrow, upright or level, with its head drawn: markers would need ids. */
function arrow(document: Document, x1: number, y1: number, x2: number, y2: number): Element {
  const head = x1 === x2 ? `M${x2 - 4},${y2 - 6}L${x2},${y2}L${x2 + 4},${y2 - 6}` : undefined;
  const level = `M${x2 - 6},${y2 - 4}L${x2},${y2}L${x2 - 6},${y2 + 4}`;
  return svg(document, "path", {
    d: `M${x1},${y1}L${x2},${y2}${head ?? level}`,
    fill: "none",
    stroke: soft,
    "stroke-width": 1.25,
  });
}
