import type { ColumnTable } from "arquero";
import type { FeatureCollection } from "geojson";
import type { ChartContext, ChartHeader } from "../charts/chart.ts";
import { chartKinds } from "./chart-kinds.ts";
import type { Answer } from "./engine.ts";
import type { NoChart } from "./words.ts";

/** How a figure's chart is drawn, as the build wrote it into `data/charts`. */
interface Definition {
  readonly language: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly header: ChartHeader;
}

interface Drawn {
  readonly element: Element;
  /** What is drawn against what, where the chart is not the figure's own kind. */
  readonly simple?: { readonly column: string; readonly label: string };
}

export interface AnswerPlace {
  readonly document: Document;
  /** Room in px. */
  readonly width: number;
  readonly root: string;
  /** Fetches a JSON file of the site; throws where it is not there. */
  readonly fetchJson: (address: URL) => Promise<unknown>;
  /** The figure's definition, below `data/charts`. */
  readonly file?: string;
}

/** Widths in px between which charts are drawn ahead, and the room that the page leaves around one here. */
const widths = { least: 320, most: 680, around: 24 };
/** More rows than this make a simple chart that nobody reads. */
const mostSimple = 60;

/**
 * An answer as a chart: of the figure's kind where it has the columns, else names against one number as dots, else why
 * there is none. Throws what the chart throws on rows that it can't draw.
 */
export async function drawAnswer(answer: Answer, place: AnswerPlace): Promise<Drawn | NoChart> {
  if (answer.count === 0) return { why: "empty" };
  if (answer.count > answer.rows.length) return { why: "cut", rows: answer.count };
  if (place.file === undefined) return { why: "kind" };
  const definition = (await place.fetchJson(new URL(`data/charts/${place.file}`, place.root))) as Definition;
  const { header } = definition;
  const missing = columnsOf(header).filter((name) => !answer.columns.some((column) => column.name === name));
  const simple = missing.length === 0 ? undefined : simpleHeader(answer, header);
  if (missing.length > 0 && simple === undefined) return { why: "columns", missing };
  const kind = (simple?.header ?? header).chart?.kind ?? "";
  const module = chartKinds[kind];
  if (module === undefined) return { why: "kind" };
  const context: ChartContext = {
    document: place.document,
    width: Math.max(widths.least, Math.min(widths.most, Math.floor(place.width) - widths.around)),
    language: definition.language,
    labels: definition.labels,
    ...(kind === "map" ? await boundaries(place.root) : {}),
  };
  const rows = tableOf(answer);
  const element = place.document.createElement("div");
  element.className = "chart";
  element.setAttribute("role", "img");
  element.setAttribute("aria-label", module.alt(rows, simple?.header ?? header, context));
  element.append(module.default(rows, simple?.header ?? header, context));
  return simple === undefined ? { element } : { element, simple };
}

/** The columns that a chart's roles name. */
function columnsOf({ chart }: ChartHeader): string[] {
  const { kind: _, base: __, reference: ___, ...roles } = chart ?? { kind: "" };
  return Object.values(roles).flatMap((role) => (Array.isArray(role) ? role : [role])) as string[];
}

/** Dots of the first number by the first name, if each name stands once. */
export function simpleHeader(
  { columns, rows }: Pick<Answer, "columns" | "rows">,
  header: ChartHeader,
): { readonly header: ChartHeader; readonly column: string; readonly label: string } | undefined {
  const name = columns.findIndex(({ numeric }) => !numeric);
  const number = columns.findIndex(({ numeric }) => numeric);
  if (name < 0 || number < 0 || rows.length > mostSimple) return undefined;
  const isOnce = new Set(rows.map((row) => row[name])).size === rows.length;
  if (!isOnce) return undefined;
  const [label, column] = [columns[name]!.name, columns[number]!.name];
  return {
    column,
    label,
    header: {
      title: `${column}, ${label}`,
      columns: { [label]: ["id", label], [column]: header.columns[column] ?? ["number", column] },
      ...(header.labels === undefined ? {} : { labels: header.labels }),
      chart: { kind: "dots", label, x: column },
    },
  };
}

/** Charts ask a table for its rows and its columns, and for nothing else. */
export function tableOf({ columns, rows }: Pick<Answer, "columns" | "rows">): ColumnTable {
  const table = {
    objects: () => rows.map((row) => Object.fromEntries(columns.map(({ name }, at) => [name, row[at]]))),
    array: (name: string) => {
      const at = columns.findIndex((column) => column.name === name);
      return rows.map((row) => row[at]);
    },
  };
  return table as unknown as ColumnTable;
}

async function boundaries(root: string): Promise<{ readonly boundaries?: FeatureCollection }> {
  // A study may have no boundaries: the map is then drawn as its dots, as ahead.
  const answer = await fetch(new URL("data/charts/_boundaries.json", root));
  return answer.ok ? { boundaries: (await answer.json()) as FeatureCollection } : {};
}
