import { about } from "../../src/components/charts/about.ts";
import { formatCell, unitLabel } from "./format-cell.ts";
import { escapeHtml } from "./html.ts";
import type { Cell, PublishedResult } from "./published-result.ts";
import { wordsOf } from "./words/words.ts";

export interface TableWords {
  readonly language: string;
  /** Titles of ids that stand in results: topics, regions, platforms and so on. */
  readonly labels: Readonly<Record<string, string>>;
}

/**
 * A published result as an HTML table: one header row with units and meanings, key columns as row headers. A cell that
 * names a thing says which in `data-of`, as the chart's marks do; one of other text has the class `text`; all others are
 * numbers, thousands of them on a page, and bear no class.
 */
export function resultTable(result: PublishedResult, words: TableWords): string {
  const columns = Object.entries(result.header.columns);
  const head = columns
    .map(([name, [unit, meaning]]) => {
      const label = unitLabel(unit, words.language);
      const shown = label === "" ? "" : ` <span class="unit">${escapeHtml(label)}</span>`;
      return `<th scope="col" title="${escapeHtml(meaning)}"${isNumeric(unit) ? ' class="number"' : ""}>${escapeHtml(result.header.headings?.[name] ?? name.replaceAll("_", " "))}${shown}</th>`;
    })
    .join("");
  const body = result.rows
    .map((row) => {
      const cells = columns.map(([name, [unit]]) => {
        const text = escapeHtml(cellText(result, name, unit, row[name], words));
        const of = typeof row[name] === "string" ? about(result.header, [[name, row[name]]]) : "";
        const mark = of === "" ? "" : ` data-of="${escapeHtml(of)}"`;
        if (result.header.key.includes(name)) return `<th scope="row"${mark}>${text}</th>`;
        return isNumeric(unit) ? `<td>${text}</td>` : `<td${mark || ' class="text"'}>${text}</td>`;
      });
      return `<tr>${cells.join("")}</tr>`;
    })
    .join("");
  const title = escapeHtml(result.header.title);
  return `<div class="table-scroll" tabindex="0" role="region" aria-label="${wordsOf(words.language).table}: ${title}"><table class="result"><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>${withheldNote(result, words.language)}`;
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

function withheldNote(result: PublishedResult, language: string): string {
  if (result.withheld === 0) return "";
  const text = wordsOf(language).withheldRows(result.withheld, result.rows.length, result.threshold);
  return `<p class="withheld">${escapeHtml(text)}</p>`;
}

function isNumeric(unit: string): boolean {
  return unit !== "id" && unit !== "text" && unit !== "date";
}
