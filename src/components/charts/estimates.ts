import type { ColumnTable } from "arquero";
import { about } from "./about.ts";
import { type ChartHeader, columnFor, optionalColumn, type WordContext } from "./chart.ts";
import { labelOf } from "./words.ts";

/** A value with its interval; nulls where it is withheld, or where the query gives no interval. */
export interface Estimate {
  /** The id that the estimate is about. */
  readonly id: string;
  readonly label: string;
  /** The series' id; empty where there is one series. */
  readonly series: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** What the estimate is about, for its mark: the id, and the series. */
  readonly about: string;
  /** The same without the series, for the row's name. */
  readonly aboutLabel: string;
}

/** The estimates of a chart: column `label` (or `unit`) against `x` with `low` and `high`, in series `by`. */
export function estimatesOf(
  rows: ColumnTable,
  header: ChartHeader,
  context: WordContext,
  labelRole = "label",
): Estimate[] {
  const label = columnFor(header, labelRole);
  const by = optionalColumn(header, "by");
  const cells = (role: string) => {
    const column = optionalColumn(header, role);
    return column === undefined ? () => null : (row: Row) => numberOrNull(row[column]);
  };
  const [value, low, high] = [cells("x"), cells("low"), cells("high")];
  columnFor(header, "x");
  return (rows.objects() as Row[]).map((row) => ({
    id: String(row[label]),
    label: labelOf(header, label, row[label], context),
    series: by === undefined ? "" : String(row[by]),
    value: value(row),
    low: low(row),
    high: high(row),
    about: about(header, [
      [label, String(row[label])],
      [by, by === undefined ? null : String(row[by])],
    ]),
    aboutLabel: about(header, [[label, String(row[label])]]),
  }));
}

type Row = Readonly<Record<string, unknown>>;

/** A cell as a number: DuckDB's 64-bit integers too; null where it is withheld. */
export function numberOrNull(cell: unknown): number | null {
  return cell === null || cell === undefined ? null : Number(cell);
}

/** The distinct values of a column, in the order of the context's and the header's labels, then of the rows. */
export function orderedIds(
  rows: ColumnTable,
  column: string,
  header: ChartHeader,
  context: WordContext,
): string[] {
  const known = [...Object.keys(header.labels?.[column] ?? {}), ...Object.keys(context.labels ?? {})];
  const rank = (id: string) => {
    const index = known.indexOf(id);
    return index === -1 ? known.length : index;
  };
  const ids = [...new Set((rows.array(column) as unknown[]).map(String))];
  return ids.sort((a, b) => rank(a) - rank(b));
}

/** Estimates split by the column `facet` of the chart, in the order of its labels; one part without a title where none. */
export function facetsOf(
  estimates: readonly Estimate[],
  rows: ColumnTable,
  header: ChartHeader,
  context: WordContext,
): { title: string; estimates: Estimate[] }[] {
  const facet = optionalColumn(header, "facet");
  if (facet === undefined) return [{ title: "", estimates: [...estimates] }];
  const of = (rows.array(facet) as unknown[]).map(String);
  return orderedIds(rows, facet, header, context).map((id) => ({
    title: labelOf(header, facet, id, context),
    estimates: estimates.filter((_, at) => of[at] === id),
  }));
}

/** The rows' labels from the highest value of the first series to the lowest; withheld ones last. */
export function labelsByValue(
  estimates: readonly Estimate[],
  firstSeries: string,
): { id: string; label: string; aboutLabel: string }[] {
  const value = ({ id }: { id: string }) =>
    estimates.find((one) => one.id === id && one.series === firstSeries)?.value ?? -Number.MAX_VALUE;
  const distinct = new Map(estimates.map(({ id, label, aboutLabel }) => [id, { id, label, aboutLabel }]));
  return [...distinct.values()].sort((a, b) => value(b) - value(a));
}
