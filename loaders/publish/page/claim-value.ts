import type { Cell, ResultReader, ResultRow } from "../published-result.ts";
import { parseClaimLink } from "./links.ts";

export interface ClaimValue {
  readonly query: string;
  readonly column: string;
  readonly unit: string;
  readonly value: number;
  readonly row: ResultRow;
  /** The row's place in the result, from 0. */
  readonly at: number;
}

/**
 * The number that a `claim:` link names, or a sentence that says why there is none: unknown query or column,
 * no row or several, a figure withheld by the disclosure threshold, or a value that is not a number.
 */
export function claimValue(href: string, results: ResultReader): ClaimValue | string {
  const link = parseClaimLink(href);
  if (typeof link === "string") return link;
  const result = results(link.query);
  if (result === undefined) {
    return `no result "${link.query}": expected a query file ${link.query}.sql below the pages folder`;
  }
  const columns = Object.keys(result.header.columns);
  const unknown = [link.column, ...link.where.map(([name]) => name)].find((name) => !columns.includes(name));
  if (unknown !== undefined) {
    return `no column "${unknown}" in ${link.query}: expected one of ${columns.join(", ")}`;
  }
  const rows = result.rows.filter((row) => link.where.every(([name, value]) => sameCell(row[name], value)));
  const row = rows[0];
  if (row === undefined || rows.length > 1) {
    const keys = result.header.key.join(", ");
    return `${rows.length === 0 ? "no row" : `${rows.length} rows`} of ${link.query} for ${describe(link.where)}: expected one; rows are told apart by ${keys}`;
  }
  const value = row[link.column];
  if (value === null || value === undefined) {
    return `${link.query}/${link.column} for ${describe(link.where)} is withheld or empty: no number can be claimed (disclosure threshold ${result.threshold})`;
  }
  if (typeof value !== "number") return `${link.query}/${link.column} is "${value}": expected a number`;
  const unit = result.header.columns[link.column]?.[0] ?? "";
  return { query: link.query, column: link.column, unit, value, row, at: result.rows.indexOf(row) };
}

function sameCell(cell: Cell | undefined, wanted: string): boolean {
  return cell === null || cell === undefined ? wanted === "" : String(cell) === wanted;
}

function describe(where: readonly (readonly [string, string])[]): string {
  return where.length === 0 ? "no condition" : where.map(([name, value]) => `${name}=${value}`).join(", ");
}
