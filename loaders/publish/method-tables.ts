import { escapeHtml } from "./html.ts";
import type { PublishedResult } from "./published-result.ts";
import { type PublishedTable, readPublishedTable } from "./published-tables.ts";

/**
 * What the Method disclosure says of the tables that a query reads: of each counted one its header and the SQL that
 * counts it, of those made of the study the name, and every one to download. HTML; `tables` is their folder.
 */
export function tableNotes(result: PublishedResult, tables: string): string {
  const found = result.tables.map((name) => ({ name, made: readPublishedTable(tables, name) }));
  const counted = found.flatMap(({ made }) => (made === undefined ? [] : [countedTable(made)]));
  const others = found.filter(({ made }) => made === undefined).map(({ name }) => link(name, name));
  const register =
    others.length === 0
      ? ""
      : `<p class="downloads">Tables made of the study's definition: ${others.join(" · ")}</p>`;
  return `${counted.join("")}${register}<p class="downloads"><a download href="/data/tables/load.sql">load.sql</a> opens the tables in DuckDB's shell, in the folder that holds them.</p>`;
}

function countedTable(made: PublishedTable): string {
  const { header } = made;
  const withheld =
    made.withheld === 0
      ? `none withheld (threshold ${made.threshold})`
      : `${made.withheld} withheld, counts below ${made.threshold}`;
  const entries: [string, string][] = [
    ["Table", escapeHtml(header.title)],
    ["Population", escapeHtml(header.population)],
    ["Unit", escapeHtml(header.unit)],
    ["Rows", `${made.rows}, ${withheld}`],
    ...(header.estimate === undefined
      ? []
      : [["Estimator", `<code>${escapeHtml(JSON.stringify(header.estimate))}</code>`] as [string, string]]),
    ["Content hash", `<code class="hash">sha256 ${made.sha256}</code>`],
  ];
  const definitions = entries.map(([term, meaning]) => `<dt>${term}</dt><dd>${meaning}</dd>`).join("");
  const source = escapeHtml(made.sql.trim());
  return `<p class="query-name">Counted table <code>tables/${escapeHtml(made.table)}.sql</code>, from posts that are not published</p><dl>${definitions}</dl><pre class="sql" tabindex="0"><code>${source}</code></pre><p class="downloads">Download: ${link(made.table, "Parquet")}</p>`;
}

function link(name: string, label: string): string {
  return `<a download href="/data/tables/${escapeHtml(name)}.parquet">${escapeHtml(label)}</a>`;
}
