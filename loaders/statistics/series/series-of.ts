import type { RowSet } from "../row-set.ts";

/** The rows of one series: the values that name it, by column, and its places in the row set. */
export interface Series {
  readonly ids: Readonly<Record<string, string | null>>;
  readonly at: readonly number[];
}

/** Rows apart by the values of some columns of texts, in order of appearance. Throws where there is no such column. */
export function seriesOf(rows: RowSet, columns: readonly string[]): Series[] {
  const texts = columns.map((name) => rows.texts(name));
  const found = new Map<string, { ids: Record<string, string | null>; at: number[] }>();
  for (let row = 0; row < rows.count; row++) {
    const values = texts.map((column) => column[row]!);
    const name = JSON.stringify(values);
    let series = found.get(name);
    if (series === undefined) {
      series = { ids: Object.fromEntries(columns.map((column, at) => [column, values[at]!])), at: [] };
      found.set(name, series);
    }
    series.at.push(row);
  }
  return [...found.values()];
}
