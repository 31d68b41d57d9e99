import type { ColumnTable } from "arquero";
import type { FeatureCollection } from "geojson";
import { wordsIn } from "./words.ts";

/** What a chart reads of a query's header. */
export interface ChartHeader {
  readonly title: string;
  /** Column to unit and meaning. */
  readonly columns: Readonly<Record<string, readonly [unit: string, meaning: string]>>;
  /** Column to value to the words that stand for it: one text, or one per language. */
  readonly labels?: Readonly<
    Record<string, Readonly<Record<string, string | Readonly<Record<string, string>>>>>
  >;
  /** The kind of chart and the columns in its roles. */
  readonly chart?: Readonly<Record<string, unknown>> & { readonly kind: string };
}

/** Where a chart is drawn. */
export interface ChartContext {
  /** Width in px; the height follows from the rows. */
  readonly width: number;
  /** A browser's document, or jsdom's where the chart is drawn ahead. */
  readonly document: Document;
  /** BCP 47 language of numbers, dates and words; English where absent. */
  readonly language?: string;
  /** Titles of ids that stand in rows, in the order in which series are drawn. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Areas of a map, each feature with the unit's id as `id`. */
  readonly boundaries?: FeatureCollection;
}

/** What the text alternative needs to know. */
export type WordContext = Pick<ChartContext, "language" | "labels">;

/** A chart module: a file of this folder, named by `chart.kind`, or a `.ts` beside its query. */
export interface ChartModule {
  default(rows: ColumnTable, header: ChartHeader, context: ChartContext): Element;
  alt(rows: ColumnTable, header: ChartHeader, context?: WordContext): string;
}

/** The column in a role of the chart. Throws where the header gives none. */
export function columnFor(header: ChartHeader, role: string): string {
  const column = header.chart?.[role];
  if (typeof column === "string") return column;
  throw new Error(
    `"${header.title}": found no ${role} in the chart of the header, expected a column name: add it to the query`,
  );
}

/** The column in a role that a chart can do without. */
export function optionalColumn(header: ChartHeader, role: string): string | undefined {
  const column = header.chart?.[role];
  return typeof column === "string" ? column : undefined;
}

/** The unit of a column; `number` where the header does not say. */
export function unitOf(header: ChartHeader, column: string): string {
  return header.columns[column]?.[0] ?? "number";
}

/** What stands along an axis: the column's meaning, and the unit where the meaning does not say it. */
export function axisTitle(header: ChartHeader, column: string, context: WordContext): string {
  const [unit, meaning] = header.columns[column] ?? ["number", column];
  const said = wordsIn(context).units[unit] ?? (unit.startsWith("per ") ? unit : "");
  const text = said === "" || meaning.replace(/\s/g, " ").includes(said) ? meaning : `${meaning}, ${said}`;
  return text.charAt(0).toUpperCase() + text.slice(1);
}
