import type { ColumnTable } from "arquero";
import { type ChartHeader, columnFor, type WordContext } from "./chart.ts";
import { formatMonth, labelOf } from "./words.ts";

/** Something that happened in a period of a trend. */
export interface TrendMark {
  readonly date: Date;
  /** Written at the mark; from 1, in the order of time. */
  readonly number: string;
  /** When and what. */
  readonly text: string;
}

/** The marks of a trend: each id of the columns of `marks`, at the dates of its rows; none without such columns. */
export function trendMarks(rows: ColumnTable, header: ChartHeader, context: WordContext): TrendMark[] {
  const columns = header.chart?.marks;
  if (!Array.isArray(columns)) return [];
  const x = columnFor(header, "x");
  const texts = new Map<number, Set<string>>();
  for (const row of rows.objects() as Record<string, unknown>[]) {
    const time = new Date(row[x] as string | Date).getTime();
    for (const column of columns as string[]) {
      if (row[column] === null || row[column] === undefined) continue;
      const said = texts.get(time) ?? new Set();
      texts.set(time, said.add(labelOf(header, column, row[column], context)));
    }
  }
  return [...texts]
    .sort(([a], [b]) => a - b)
    .map(([time, said], index) => {
      const date = new Date(time);
      return {
        date,
        number: String(index + 1),
        text: `${formatMonth(date, "long", context)}: ${[...said].join("; ")}`,
      };
    });
}
