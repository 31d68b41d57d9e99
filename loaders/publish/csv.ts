import type { Cell, PublishedResult } from "./published-result.ts";

/**
 * A published result as CSV (RFC 4180, UTF-8, LF). A text that a spreadsheet would run as a formula gets an
 * apostrophe in front (OWASP, CSV injection).
 */
export function resultCsv(result: Pick<PublishedResult, "header" | "rows">): string {
  const names = Object.keys(result.header.columns);
  const lines = [names, ...result.rows.map((row) => names.map((name) => row[name] ?? null))];
  return lines.map((line) => `${line.map(csvCell).join(",")}\n`).join("");
}

function csvCell(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return String(cell);
  const text = /^\s*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
