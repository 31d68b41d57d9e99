import { elementId, escapeHtml } from "./html.ts";
import type { PublishedResult } from "./published-result.ts";

const notValidated =
  "The keywords behind this figure have not been checked by human coders in this edition: precision and recall are unknown.";

/**
 * The Method disclosure of a result: everything a reviewer needs to judge it and to make it again. `tables` is the HTML
 * that tells of the tables that its query reads.
 */
export function methodDisclosure(result: PublishedResult, tables = ""): string {
  const { header } = result;
  const entries: [string, string][] = [
    ["Question", escapeHtml(header.question)],
    ["Population", escapeHtml(header.population)],
    ["Unit", escapeHtml(header.unit)],
    ["Denominator", escapeHtml(header.denominator ?? "none: counts")],
    ["Interval", escapeHtml(header.interval ?? "none")],
    ["Keyword validation", escapeHtml(header.validation ?? notValidated)],
    ["Known limits", list(header.limits ?? [])],
    ["Rows", rows(result)],
    ["Method page", `<a href="${escapeHtml(header.method)}">${escapeHtml(header.method)}</a>`],
    ["Columns", columns(result)],
    ["Content hash", `<code class="hash">sha256 ${result.sha256}</code>`],
  ];
  const definitions = entries.map(([term, meaning]) => `<dt>${term}</dt><dd>${meaning}</dd>`).join("");
  const title = escapeHtml(header.title);
  return `<details class="method" id="method-${elementId(result.query)}"><summary>Method<span class="visually-hidden">: ${title}</span></summary><dl>${definitions}</dl><p class="query-name">Query <code>${escapeHtml(result.query)}.sql</code></p><pre class="sql" tabindex="0"><code>${escapeHtml(result.sql.trim())}</code></pre>${downloads(result)}${tables}</details>`;
}

function rows(result: PublishedResult): string {
  const withheld =
    result.withheld === 0
      ? `none withheld (threshold ${result.threshold})`
      : `${result.withheld} withheld, counts below ${result.threshold}`;
  return `${result.rows.length}, ${withheld}`;
}

function list(items: readonly string[]): string {
  if (items.length === 0) return "see the method page";
  if (items.length === 1) return escapeHtml(items[0]!);
  return `<ul>${items.map((item) => `<li>${escapeHtml(item)}</li>`).join("")}</ul>`;
}

function columns(result: PublishedResult): string {
  const items = Object.entries(result.header.columns).map(
    ([name, [unit, meaning]]) =>
      `<li><code>${escapeHtml(name)}</code> (${escapeHtml(unit)}): ${escapeHtml(meaning)}</li>`,
  );
  return `<ul>${items.join("")}</ul>`;
}

function downloads(result: PublishedResult): string {
  const base = `/data/results/${result.query}`;
  const links = [
    [`${base}.csv`, "CSV"],
    [`${base}.parquet`, "Parquet"],
    [`${base}.sql`, "SQL"],
    ...(result.header.chart === undefined ? [] : [[`/data/figures/${result.query}.svg`, "SVG"]]),
  ].map(([href, label]) => `<a download href="${escapeHtml(href!)}">${label}</a>`);
  return `<p class="downloads">Download: ${links.join(" · ")}</p>`;
}
