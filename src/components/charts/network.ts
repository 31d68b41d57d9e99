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
import { networkLayout } from "./network-layout.ts";
import { border, halo, paper, seriesStyle } from "./palette.ts";
import { textWidth, wrap } from "./text-layout.ts";
import { formatNumber, labelOf, wordsIn } from "./words.ts";

interface Link {
  readonly source: string;
  readonly target: string;
  readonly value: number;
}

const narrow = 480;

/**
 * Things and the lines between those that keep company: `{kind: network, source, target, x, source_size, target_size}`.
 * The thicker a line the larger `x`; the larger a dot the larger its size. Rows whose `x` is withheld have no line. Far
 * and near say little: the lines and the table are the figure.
 */
export default function network(rows: ColumnTable, header: ChartHeader, context: ChartContext): Element {
  const { document, width } = context;
  return stack(
    document,
    width,
    [
      paragraph(document, axisTitle(header, columnFor(header, "x"), context), width),
      graph(rows, header, context),
    ],
    "network",
  );
}

/** Every line with its number, the strongest first. */
export function alt(rows: ColumnTable, header: ChartHeader, context: WordContext = {}): string {
  const source = columnFor(header, "source");
  const unit = unitOf(header, columnFor(header, "x"));
  const name = (id: string) => labelOf(header, source, id, context);
  const links = linksOf(rows, header).sort((a, b) => b.value - a.value);
  const texts = links.map(
    (link) => `${name(link.source)} – ${name(link.target)} ${formatNumber(link.value, unit, context)}`,
  );
  return `${header.title}. ${texts.length === 0 ? wordsIn(context).none : texts.join("; ")}.`;
}

function linksOf(rows: ColumnTable, header: ChartHeader): Link[] {
  const [source, target, x] = [
    columnFor(header, "source"),
    columnFor(header, "target"),
    columnFor(header, "x"),
  ];
  return (rows.objects() as Record<string, unknown>[]).flatMap((row) => {
    const value = numberOrNull(row[x]);
    return value === null ? [] : [{ source: String(row[source]), target: String(row[target]), value }];
  });
}

/** Size of each thing; 1 where the header gives no column. */
function sizesOf(rows: ColumnTable, header: ChartHeader): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const row of rows.objects() as Record<string, unknown>[]) {
    for (const role of ["source", "target"]) {
      const column = optionalColumn(header, `${role}_size`);
      const size = column === undefined ? 1 : numberOrNull(row[column]);
      if (size !== null) sizes.set(String(row[columnFor(header, role)]), size);
    }
  }
  return sizes;
}

function graph(rows: ColumnTable, header: ChartHeader, context: ChartContext): Part {
  const { document, width } = context;
  const links = linksOf(rows, header);
  if (links.length === 0) return paragraph(document, wordsIn(context).none, width);
  const sizes = sizesOf(rows, header);
  const largest = Math.max(...sizes.values());
  const unit = unitOf(header, columnFor(header, "x"));
  const source = columnFor(header, "source");
  const ids = [...new Set(links.flatMap((link) => [link.source, link.target]))].sort();
  const nodes = ids.map((id) => {
    const label = labelOf(header, source, id, context);
    const lines = wrap(label, width < narrow ? 96 : 130, typeSize);
    const radius = 3.5 + 8 * Math.sqrt((sizes.get(id) ?? 0) / largest);
    return {
      id,
      label,
      lines,
      radius,
      width: Math.max(2 * radius, ...lines.map((line) => textWidth(line, typeSize))) + 4,
      height: 2 * radius + lines.length * lineHeight,
    };
  });
  const area = nodes.reduce((sum, node) => sum + node.width * node.height, 0);
  const height = Math.round(Math.max(width < narrow ? 320 : 380, (area * 2.6) / width));
  const [low, high] = [
    Math.min(...links.map(({ value }) => value)),
    Math.max(...links.map(({ value }) => value)),
  ];
  const strength = (value: number) => (high === low ? 1 : (value - low) / (high - low));
  const places = networkLayout(
    nodes,
    links.map((link) => ({ ...link, strength: strength(link.value) })),
    width,
    height,
  );
  const radiusOf = new Map(nodes.map((node) => [node.id, node]));
  const dot = (id: string) => {
    const node = radiusOf.get(id)!;
    const { x, y } = places.get(id)!;
    return { x, y: y - node.height / 2 + node.radius };
  };
  const names = new Map(nodes.map(({ id, label }) => [id, label]));
  const { colour } = seriesStyle(0);
  const of = (...things: string[]) =>
    aboutAttribute(
      about(
        header,
        things.map((id) => [source, id]),
      ),
    );
  const lines = links.map((link) => {
    const [from, to] = [dot(link.source), dot(link.target)];
    const text = `${names.get(link.source)} – ${names.get(link.target)}: ${formatNumber(link.value, unit, context)}`;
    return svg(
      document,
      "line",
      {
        ...of(link.source, link.target),
        x1: from.x,
        y1: from.y,
        x2: to.x,
        y2: to.y,
        stroke: border,
        "stroke-opacity": 0.55,
        "stroke-width": 1 + 4 * strength(link.value),
      },
      [svg(document, "title", {}, [text])],
    );
  });
  const marks = nodes.flatMap((node) => {
    const { x, y } = dot(node.id);
    const size = sizes.get(node.id);
    const tip = size === undefined ? node.label : `${node.label}: ${formatNumber(size, "count", context)}`;
    const circle = {
      cx: x,
      cy: y,
      r: node.radius,
      fill: colour,
      stroke: paper,
      "stroke-width": 1,
      ...of(node.id),
    };
    return [
      svg(document, "circle", circle, [svg(document, "title", {}, [tip])]),
      ...textLines(document, node.lines, x, y + node.radius + 12, {
        ...halo,
        "text-anchor": "middle",
        ...of(node.id),
      }),
    ];
  });
  return { node: svg(document, "g", {}, [...lines, ...marks]), height: height + 6 };
}
