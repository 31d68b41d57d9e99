import type { EstimatedRow } from "../estimator.ts";
import { benjaminiHochberg } from "../methods/adjusted-p.ts";

/**
 * Rows with `p_adjusted`: their p by Benjamini and Hochberg among the rows that have the same values of the columns
 * of the family (all rows where there are none). A row without p is not counted and has null.
 * Columns of the family that are not among `series` are left out of what is given.
 */
export function adjusted(
  rows: readonly EstimatedRow[],
  family: readonly string[],
  series: readonly string[],
): EstimatedRow[] {
  const families = new Map<string, EstimatedRow[]>();
  for (const row of rows.filter(({ p }) => typeof p === "number")) {
    const name = JSON.stringify(family.map((column) => row[column]));
    families.set(name, [...(families.get(name) ?? []), row]);
  }
  const found = new Map<EstimatedRow, number>();
  for (const members of families.values()) {
    const values = benjaminiHochberg(members.map(({ p }) => Number(p)));
    members.forEach((row, at) => {
      found.set(row, values[at]!);
    });
  }
  const left = new Set(family.filter((column) => !series.includes(column)));
  return rows.map((row) => ({
    ...Object.fromEntries(Object.entries(row).filter(([column]) => !left.has(column))),
    p_adjusted: found.get(row) ?? null,
  }));
}
