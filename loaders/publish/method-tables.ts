import { escapeHtml } from "./html.ts";
import type { PublishedResult } from "./published-result.ts";
import { type PublishedTable, readPublishedTable, tableTexts } from "./published-tables.ts";
import { wordsOf } from "./words/words.ts";

/**
 * What the Method disclosure says of the tables that a query reads: of each counted one its header and the SQL that
 * counts it, of those made of the study the name, and every one to download. HTML; `tables` is their folder.
 */
export function tableNotes(result: PublishedResult, tables: string, language: string): string {
  const words = wordsOf(language).method;
  const found = result.tables.map((name) => ({ name, made: readPublishedTable(tables, name) }));
  const counted = found.flatMap(({ made }) => (made === undefined ? [] : [countedTable(made, language)]));
  const others = found.filter(({ made }) => made === undefined).map(({ name }) => link(name, name));
  const register =
    others.length === 0 ? "" : `<p class="downloads">${words.register}: ${others.join(" · ")}</p>`;
  return `${counted.join("")}${register}<p class="downloads">${words.load('<a download href="/data/tables/load.sql">load.sql</a>')}</p>`;
}

function countedTable(made: PublishedTable, language: string): string {
  const words = wordsOf(language).method;
  const { header } = made;
  const { title, population, unit } = tableTexts(made, language);
  const rows =
    made.withheld === 0
      ? words.rowsAll(made.rows, made.threshold)
      : words.rowsWithheld(made.rows, made.withheld, made.threshold);
  const entries: [string, string][] = [
    [words.table, escapeHtml(title)],
    [words.population, escapeHtml(population)],
    [words.unit, escapeHtml(unit)],
    [words.rows, rows],
    ...(header.estimate === undefined
      ? []
      : [
          [words.estimator, `<code>${escapeHtml(JSON.stringify(header.estimate))}</code>`] as [
            string,
            string,
          ],
        ]),
    [words.hash, `<code class="hash">sha256 ${made.sha256}</code>`],
  ];
  const definitions = entries.map(([term, meaning]) => `<dt>${term}</dt><dd>${meaning}</dd>`).join("");
  const source = escapeHtml(made.sql.trim());
  const file = `<code>tables/${escapeHtml(made.table)}.sql</code>`;
  return `<p class="query-name">${words.counted(file)}</p><dl>${definitions}</dl><pre class="sql" tabindex="0"><code>${source}</code></pre><p class="downloads">${words.download}: ${link(made.table, "Parquet")}</p>`;
}

function link(name: string, label: string): string {
  return `<a download href="/data/tables/${escapeHtml(name)}.parquet">${escapeHtml(label)}</a>`;
}
