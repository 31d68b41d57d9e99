import type { QueryHeader, ResultRow } from "./published-result.ts";

export interface Disclosed {
  readonly rows: readonly ResultRow[];
  readonly withheld: number;
}

/**
 * Withholds what could point to a person. A row is withheld where its counted cell, or the rest of the total
 * that it is a part of, is above 0 and below `threshold` (primary suppression). Where exactly one row of a
 * group that adds up to a published total (`cell.within`) is withheld, the smallest other count of the group
 * is withheld too, so that the first cannot be found by subtraction (secondary suppression; Willenborg and
 * de Waal 2001, Elements of Statistical Disclosure Control, section 1.3). Key columns stay; all others
 * become null.
 */
export function disclose(rows: readonly ResultRow[], header: QueryHeader, threshold: number): Disclosed {
  const { cell } = header;
  if (cell === undefined) return { rows, withheld: 0 };
  const count = (row: ResultRow) => asCount(row[cell.count]);
  const withheld = new Set(rows.filter((row) => isSmall(row, cell, threshold)));
  for (const group of groups(rows, cell.within)) {
    if (group.filter((row) => withheld.has(row)).length !== 1) continue;
    const others = group.filter((row) => !withheld.has(row) && (count(row) ?? 0) > 0);
    const smallest = others.sort((a, b) => count(a)! - count(b)!)[0];
    if (smallest !== undefined) withheld.add(smallest);
  }
  return {
    rows: rows.map((row) => (withheld.has(row) ? keysOnly(row, header.key) : row)),
    withheld: withheld.size,
  };
}

function isSmall(row: ResultRow, cell: NonNullable<QueryHeader["cell"]>, threshold: number): boolean {
  const count = asCount(row[cell.count]);
  if (count === undefined) return false;
  if (count > 0 && count < threshold) return true;
  const of = cell.of === undefined ? undefined : asCount(row[cell.of]);
  return of !== undefined && of - count > 0 && of - count < threshold;
}

function groups(rows: readonly ResultRow[], within: readonly string[] | undefined): ResultRow[][] {
  if (within === undefined) return [];
  const found = new Map<string, ResultRow[]>();
  for (const row of rows) {
    const key = JSON.stringify(within.map((name) => row[name]));
    const group = found.get(key);
    if (group === undefined) found.set(key, [row]);
    else group.push(row);
  }
  return [...found.values()];
}

function keysOnly(row: ResultRow, key: readonly string[]): ResultRow {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, key.includes(name) ? value : null]),
  );
}

function asCount(value: unknown): number | undefined {
  return typeof value === "number" ? value : undefined;
}
