import { formatCell, unitLabel } from "./format-cell.ts";
import { escapeHtml } from "./html.ts";
import type { Cell, PublishedResult } from "./published-result.ts";

export interface TableWords {
  readonly language: string;
  /** Titles of ids that stand in results: topics, regions, platforms and so on. */
  readonly labels: Readonly<Record<string, string>>;
}

/** A published result as an HTML table: one header row with units and meanings, key columns as row headers. */
export function resultTable(result: PublishedResult, words: TableWords): string {
  const columns = Object.entries(result.header.columns);
  const head = columns
    .map(([name, [unit, meaning]]) => {
      const label = unitLabel(unit);
      const shown = label === "" ? "" : ` <span class="unit">${escapeHtml(label)}</span>`;
      return `<th scope="col" title="${escapeHtml(meaning)}"${isNumeric(unit) ? ' class="number"' : ""}>${escapeHtml(name.replaceAll("_", " "))}${shown}</th>`;
    })
    .join("");
  const body = result.rows
    .map((row) => {
      const cells = columns.map(([name, [unit]]) => {
        const text = escapeHtml(cellText(result, name, unit, row[name], words));
        if (result.header.key.includes(name)) return `<th scope="row">${text}</th>`;
        return isNumeric(unit) ? `<td class="number">${text}</td>` : `<td>${text}</td>`;
      });
      return `<tr>${cells.join("")}</tr>`;
    })
    .join("");
  const title = escapeHtml(result.header.title);
  return `<div class="table-scroll" tabindex="0" role="region" aria-label="Table: ${title}"><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>${withheldNote(result)}`;
}

function cellText(
  result: PublishedResult,
  column: string,
  unit: string,
  cell: Cell | undefined,
  { language, labels }: TableWords,
): string {
  if (unit !== "id" || typeof cell !== "string") return formatCell(cell, unit, language);
  const own = result.header.labels?.[column]?.[cell];
  if (own !== undefined)
    return typeof own === "string" ? own : (own[language] ?? Object.values(own)[0] ?? cell);
  return labels[cell] ?? cell;
}

function withheldNote(result: PublishedResult): string {
  if (result.withheld === 0) return "";
  return `<p class="withheld">${result.withheld} of ${result.rows.length} rows are withheld (–): a count below ${result.threshold} could point to a person.</p>`;
}

function isNumeric(unit: string): boolean {
  return unit !== "id" && unit !== "text" && unit !== "date";
}
