import { figureValidation } from "./figure-validation.ts";
import { elementId, escapeHtml } from "./html.ts";
import type { PublishedResult } from "./published-result.ts";
import type { PublishedValidation } from "./validation.ts";
import { type MethodWords, wordsOf } from "./words/words.ts";

/**
 * The Method disclosure of a result: everything a reviewer needs to judge it and to make it again. `validation` is what
 * people found of the annotators; the header says which of them the result uses. `place` goes before the path of the
 * method's page, `/ru` for one. `tables` is the HTML that tells of the tables that its query reads; `chart` names the
 * file by which the query editor draws the chart again, empty where there is none.
 */
export function methodDisclosure(
  result: PublishedResult,
  validation: readonly PublishedValidation[],
  language: string,
  place = "",
  tables = "",
  chart = "",
): string {
  const { header } = result;
  const words = wordsOf(language).method;
  const page = `${place}${header.method}`;
  const entries: [string, string][] = [
    [words.question, escapeHtml(header.question)],
    [words.population, escapeHtml(header.population)],
    [words.unit, escapeHtml(header.unit)],
    [words.denominator, escapeHtml(header.denominator ?? words.noDenominator)],
    [words.interval, escapeHtml(header.interval ?? words.none)],
    [words.validation, figureValidation(result, validation, language)],
    [words.limits, list(header.limits ?? [], words)],
    [words.rows, rows(result, words)],
    [words.page, `<a href="${escapeHtml(page)}">${escapeHtml(page)}</a>`],
    [words.columns, columns(result, wordsOf(language).columnUnits)],
    [words.hash, `<code class="hash">sha256 ${result.sha256}</code>`],
  ];
  const definitions = entries.map(([term, meaning]) => `<dt>${term}</dt><dd>${meaning}</dd>`).join("");
  const title = escapeHtml(header.title);
  return `<details class="method" id="method-${elementId(result.query)}"><summary>${words.name}<span class="visually-hidden">: ${title}</span></summary><dl>${definitions}</dl><p class="query-name">${wordsOf(language).query} <code>${escapeHtml(result.query)}.sql</code></p><pre class="sql" tabindex="0"${chart === "" ? "" : ` data-chart="${escapeHtml(chart)}"`}><code>${escapeHtml(result.sql.trim())}</code></pre>${downloads(result, place, words)}${tables}</details>`;
}

function rows(result: PublishedResult, words: MethodWords): string {
  const { length } = result.rows;
  return result.withheld === 0
    ? words.rowsAll(length, result.threshold)
    : words.rowsWithheld(length, result.withheld, result.threshold);
}

function list(items: readonly string[], words: MethodWords): string {
  if (items.length === 0) return words.seePage;
  if (items.length === 1) return escapeHtml(items[0]!);
  return `<ul>${items.map((item) => `<li>${escapeHtml(item)}</li>`).join("")}</ul>`;
}

function columns(result: PublishedResult, units: Readonly<Record<string, string>>): string {
  const items = Object.entries(result.header.columns).map(
    ([name, [unit, meaning]]) =>
      `<li><code>${escapeHtml(name)}</code> (${escapeHtml(units[unit] ?? unit)}): ${escapeHtml(meaning)}</li>`,
  );
  return `<ul>${items.join("")}</ul>`;
}

function downloads(result: PublishedResult, place: string, words: MethodWords): string {
  const base = `/data/results/${result.query}`;
  const links = [
    [`${base}.csv`, "CSV"],
    [`${base}.parquet`, "Parquet"],
    [`${base}.sql`, "SQL"],
    ...(result.header.chart === undefined ? [] : [[`/data/figures${place}/${result.query}.svg`, "SVG"]]),
  ].map(([href, label]) => `<a download href="${escapeHtml(href!)}">${label}</a>`);
  return `<p class="downloads">${words.download}: ${links.join(" · ")}</p>`;
}
