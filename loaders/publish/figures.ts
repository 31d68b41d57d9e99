import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, posix } from "node:path";
import { pathToFileURL } from "node:url";
import { type ColumnTable, from } from "arquero";
import type { FeatureCollection } from "geojson";
import { JSDOM } from "jsdom";
import { choicesLink } from "./choices-link.ts";
import type { FigureParts } from "./figure-parts.ts";
import { inLanguage } from "./header-translation.ts";
import { elementId, escapeHtml } from "./html.ts";
import { methodDisclosure } from "./method.ts";
import { tableNotes } from "./method-tables.ts";
import type { PublishedResult, QueryHeader } from "./published-result.ts";
import { resultTable } from "./result-table.ts";
import type { PublishedValidation } from "./validation.ts";

/** Areas of maps, among the figures: no query has a name that begins so. */
const boundariesFile = "_boundaries.json";

/** Widths in px at which each chart is drawn: a page shows the one that its column has room for. */
export const chartWidths = { wide: 680, narrow: 340 } as const;

/** What a chart module (`src/components/charts/*.ts`, or a `.ts` beside the query) exports. */
interface ChartModule {
  default(rows: ColumnTable, header: QueryHeader, context: ChartContext): Element;
  alt(rows: ColumnTable, header: QueryHeader, context: ChartContext): string;
}

export interface ChartContext {
  readonly width: number;
  readonly document: Document;
  readonly language: string;
  /** Prefix for element ids, unique on a page. */
  readonly id: string;
  /** GeoJSON of the map units, each feature with an `id`. */
  readonly boundaries?: FeatureCollection;
  /** Titles of the ids that stand in this result. */
  readonly labels: Readonly<Record<string, string>>;
}

export interface FigureOptions {
  /** The folder of published results. */
  readonly results: string;
  /** The folder of published tables. */
  readonly tables: string;
  readonly queries: readonly string[];
  /** Absolute folder of pages: a chart module `QUERY.ts` there comes before the standard kinds. */
  readonly pages: string;
  /** Absolute folder of the standard chart kinds. */
  readonly kinds: string;
  /** The report's languages, the first of them first. */
  readonly languages: readonly string[];
  readonly boundaries?: FeatureCollection;
  /** Language to column to id to title: topics, regions, platforms and so on. */
  readonly labels: Readonly<Record<string, ColumnLabels>>;
  /** What people found of the annotators. */
  readonly validation: readonly PublishedValidation[];
  readonly output: string;
  readonly progress?: (done: number, total: number, unit: string) => void;
}

/** Column to id to title. */
export type ColumnLabels = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The module that draws a query's chart, or undefined for a query without one. */
export function chartModule(
  query: string,
  kind: string | undefined,
  pages: string,
  kinds: string,
): string | undefined {
  const own = join(pages, `${query}.ts`);
  if (existsSync(own)) return own;
  return kind === undefined ? undefined : join(kinds, `${kind}.ts`);
}

/**
 * Draws every query's chart, table and Method disclosure ahead, in each language: `QUERY.json`, `QUERY.svg` and
 * `QUERY.chart.json` (to draw it again from other rows), and `LANGUAGE/QUERY.…` for languages after the first.
 */
export async function drawFigures(options: FigureOptions): Promise<{ rowsIn: number; rowsOut: number }> {
  // One document makes the elements of all charts: to make a document takes longer than to draw most of them.
  const { document } = new JSDOM("").window;
  let drawn = 0;
  if (options.boundaries !== undefined) {
    await mkdir(options.output, { recursive: true });
    await writeFile(join(options.output, boundariesFile), `${JSON.stringify(options.boundaries)}\n`);
  }
  for (const [done, query] of options.queries.entries()) {
    const file = join(options.results, `${query}.json`);
    const result = JSON.parse(await readFile(file, "utf8")) as PublishedResult;
    for (const [index, language] of options.languages.entries()) {
      const name = index === 0 ? query : posix.join(language, query);
      const chart = await drawFigure(inLanguage(result, language), name, language, document, options);
      if (chart && index === 0) drawn += 1;
    }
    options.progress?.(done + 1, options.queries.length, "figures");
  }
  return { rowsIn: options.queries.length, rowsOut: drawn };
}

/** Writes one figure in one language below the name given. Returns whether it has a chart. */
async function drawFigure(
  result: PublishedResult,
  name: string,
  language: string,
  document: Document,
  options: FigureOptions,
): Promise<boolean> {
  const base = join(options.output, name);
  await mkdir(dirname(base), { recursive: true });
  const labels = labelsFor(result, options.labels[language] ?? {});
  const chart = await drawChart(result, language, labels, document, options);
  for (const [index, svg] of (chart?.files ?? []).entries()) {
    await writeFile(`${base}${index === 0 ? "" : `-${index + 1}`}.svg`, svg);
  }
  const place = language === options.languages[0] ? "" : `/${language}`;
  const definition = chartDefinition(result, language, labels, options);
  if (definition !== undefined) await writeFile(`${base}.chart.json`, `${JSON.stringify(definition)}\n`);
  const parts: FigureParts = {
    query: result.query,
    title: result.header.title,
    chart: chart?.html ?? "",
    alt: chart?.alt ?? "",
    table: resultTable(result, { language, labels }),
    method: methodDisclosure(
      result,
      options.validation,
      language,
      place,
      tableNotes(result, options.tables, language),
      definition === undefined ? "" : `${name}.chart.json`,
    ),
    choices: await choicesLink(result, options.results, language, place),
  };
  await writeFile(`${base}.json`, `${JSON.stringify(parts)}\n`);
  return chart !== undefined;
}

/** What the query editor needs to draw a standard chart again from other rows; undefined for a chart of its own. */
function chartDefinition(
  { query, header }: PublishedResult,
  language: string,
  labels: Readonly<Record<string, string>>,
  options: FigureOptions,
): object | undefined {
  const { title, columns, labels: own, chart } = header;
  if (chart === undefined || chart.kind === "own" || existsSync(join(options.pages, `${query}.ts`))) {
    return undefined;
  }
  return {
    language,
    labels,
    header: { title, columns, ...(own === undefined ? {} : { labels: own }), chart },
  };
}

/** The titles for the columns that a result has. */
function labelsFor(result: PublishedResult, labels: ColumnLabels): Record<string, string> {
  return Object.assign({}, ...Object.keys(result.header.columns).map((column) => labels[column] ?? {}));
}

async function drawChart(
  result: PublishedResult,
  language: string,
  labels: Readonly<Record<string, string>>,
  document: Document,
  options: FigureOptions,
): Promise<{ html: string; alt: string; files: string[] } | undefined> {
  const path = chartModule(result.query, result.header.chart?.kind, options.pages, options.kinds);
  if (path === undefined) return undefined;
  if (!existsSync(path)) {
    throw new Error(
      `${result.query}.sql: found chart kind "${result.header.chart?.kind}", expected a file ${path}`,
    );
  }
  const module = (await import(pathToFileURL(path).href)) as ChartModule;
  const rows = from([...result.rows] as object[]);
  let files: string[] = [];
  let alt = "";
  const drawings = Object.entries(chartWidths).map(([name, width]) => {
    const context: ChartContext = {
      width,
      document,
      language,
      id: `${elementId(result.query)}-${name}`,
      labels,
      ...(options.boundaries === undefined ? {} : { boundaries: options.boundaries }),
    };
    const drawing = module.default(rows, result.header, context);
    const html = drawing.outerHTML;
    if (name === "wide") {
      alt = module.alt(rows, result.header, context);
      files = svgsOf(drawing).map((svg) => standaloneSvg(svg, alt));
    }
    return `<div class="chart chart-${name}" role="img" aria-label="${escapeHtml(alt)}">${html}</div>`;
  });
  return { html: drawings.join(""), alt, files };
}

function svgsOf(drawing: Element): Element[] {
  return drawing.tagName.toLowerCase() === "svg"
    ? [drawing]
    : [...drawing.querySelectorAll("svg")].filter((svg) => svg.parentElement?.closest("svg") === null);
}

/** An SVG that can be opened by itself: namespace, title and a plain font, which are added to `svg`. */
function standaloneSvg(svg: Element, alt: string): string {
  const title = svg.ownerDocument.createElementNS("http://www.w3.org/2000/svg", "title");
  title.textContent = alt;
  svg.prepend(title);
  svg.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  svg.setAttribute("font-family", "system-ui, sans-serif");
  // HTML's serialiser writes a no-break space as an entity that XML lacks.
  return `${svg.outerHTML.replaceAll("&nbsp;", "\u00a0")}\n`;
}
