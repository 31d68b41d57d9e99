import type { ColumnTable } from "arquero";
import { about } from "./about.ts";
import { type ChartHeader, columnFor, optionalColumn, unitOf, type WordContext } from "./chart.ts";
import { numberOrNull, orderedIds } from "./estimates.ts";
import { formatEstimate, labelOf } from "./words.ts";

export interface Side {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** The value with its interval, as words. */
  readonly text: string;
}

export interface DivergingRow {
  readonly id: string;
  readonly label: string;
  /** The id of the row's group; empty where there are none. */
  readonly group: string;
  readonly left: Side;
  readonly right: Side;
  /** What the row is about, for its marks. */
  readonly about: string;
}

/** The rows of a diverging chart, by falling left value; withheld ones last. */
export function divergingRows(rows: ColumnTable, header: ChartHeader, context: WordContext): DivergingRow[] {
  const label = columnFor(header, "label");
  const by = optionalColumn(header, "by");
  const side = (row: Record<string, unknown>, name: "left" | "right"): Side => {
    const column = columnFor(header, name);
    const limit = (which: string) => {
      const limitColumn = optionalColumn(header, `${name}_${which}`);
      return limitColumn === undefined ? null : numberOrNull(row[limitColumn]);
    };
    const estimate = { value: numberOrNull(row[column]), low: limit("low"), high: limit("high") };
    return { ...estimate, text: formatEstimate(estimate, unitOf(header, column), context) };
  };
  return (rows.objects() as Record<string, unknown>[])
    .map((row) => ({
      id: String(row[label]),
      label: labelOf(header, label, row[label], context),
      group: by === undefined ? "" : String(row[by]),
      left: side(row, "left"),
      right: side(row, "right"),
      about: about(header, [
        [label, String(row[label])],
        [by, by === undefined ? null : String(row[by])],
      ]),
    }))
    .sort((a, b) => (b.left.value ?? -1) - (a.left.value ?? -1));
}

/** The text alternative of a diverging chart: both values of each row, group by group. */
export function divergingAlt(rows: ColumnTable, header: ChartHeader, context: WordContext = {}): string {
  const by = optionalColumn(header, "by");
  const all = divergingRows(rows, header, context);
  const [left, right] = ["left", "right"].map((name) => header.columns[columnFor(header, name)]?.[1] ?? name);
  const groups = by === undefined ? [""] : orderedIds(rows, by, header, context);
  const sentences = groups.map((group) => {
    const values = all
      .filter((row) => row.group === group)
      .map((row) => `${row.label} ${row.left.text}, ${row.right.text}`);
    return `${by === undefined ? "" : `${labelOf(header, by, group, context)}: `}${values.join("; ")}.`;
  });
  return [`${header.title} (${left}; ${right}).`, ...sentences].join(" ");
}
