import type { ColumnTable } from "arquero";
import { about } from "./about.ts";
import { type ChartHeader, columnFor, optionalColumn, type WordContext } from "./chart.ts";
import { numberOrNull, orderedIds } from "./estimates.ts";
import type { Line } from "./trend-panel.ts";
import { labelOf } from "./words.ts";

/** More series than this are drawn as small multiples. */
const mostLines = 4;

/** The panels of a trend and the lines in each, in the order of their labels. */
export function trendPanels(
  rows: ColumnTable,
  header: ChartHeader,
  context: WordContext,
): { title: string; about: string; lines: Line[] }[] {
  const x = columnFor(header, "x");
  const by = optionalColumn(header, "by");
  const ids = by === undefined ? [] : orderedIds(rows, by, header, context);
  const asked = optionalColumn(header, "facet");
  const facet = asked ?? (ids.length > mostLines ? by : undefined);
  const lineColumn = facet === by ? undefined : by;
  const data = rows.objects() as Record<string, unknown>[];
  const cell = (row: Record<string, unknown>, role: string) => {
    const column = optionalColumn(header, role);
    return column === undefined ? null : numberOrNull(row[column]);
  };
  const line = (
    some: readonly Record<string, unknown>[],
    label: string,
    index: number,
    of: string,
  ): Line => ({
    label,
    index,
    about: of,
    points: some
      .map((row) => ({
        date: row[x] instanceof Date ? row[x] : new Date(String(row[x])),
        value: cell(row, "y"),
        low: cell(row, "low"),
        high: cell(row, "high"),
      }))
      .sort((a, b) => a.date.getTime() - b.date.getTime()),
  });
  const linesOf = (some: readonly Record<string, unknown>[], panel: string | null) =>
    lineColumn === undefined
      ? [line(some, "", 0, about(header, [[facet, panel]]))]
      : ids.map((id, index) =>
          line(
            some.filter((row) => String(row[lineColumn]) === id),
            labelOf(header, lineColumn, id, context),
            index,
            about(header, [
              [facet, panel],
              [lineColumn, id],
            ]),
          ),
        );
  if (facet === undefined) return [{ title: "", about: "", lines: linesOf(data, null) }];
  return orderedIds(rows, facet, header, context).map((id) => ({
    title: labelOf(header, facet, id, context),
    about: about(header, [[facet, id]]),
    lines: linesOf(
      data.filter((row) => String(row[facet]) === id),
      id,
    ),
  }));
}
