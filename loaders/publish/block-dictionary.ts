import { readdirSync } from "node:fs";
import { numberIn } from "../../src/components/charts/in-locale.ts";
import { tables as privateTables, type Table } from "../tables.ts";
import { blockTable } from "./block-table.ts";
import { escapeHtml } from "./html.ts";
import { type PublishedTable, readPublishedTable, tableTexts } from "./published-tables.ts";
import { privateWords } from "./words/private-tables.ts";
import { wordsOf } from "./words/words.ts";

/** Descriptions of all counted tables of the folder that `publish` writes, by name; none where nothing is published. */
export function readPublishedTables(folder: string): PublishedTable[] {
  let files: string[];
  try {
    files = readdirSync(folder);
  } catch {
    return [];
  }
  return files
    .filter((file) => file.endsWith(".json") && file !== "tables.json")
    .sort()
    .map((file) => readPublishedTable(folder, file.slice(0, -".json".length)))
    .filter((table) => table !== undefined);
}

/**
 * The columns of the counted tables (`which` is `published`) or of the tables of posts (`private`), each table folded
 * under its name.
 */
export function dictionaryBlock(
  which: string,
  published: readonly PublishedTable[],
  language: string,
): string {
  if (which === "private") return privateTables.map((table) => privateTable(table, language)).join("");
  if (which !== "published")
    return `<p class="missing">found "${escapeHtml(which)}", expected published or private</p>`;
  return published.length === 0
    ? `<p class="missing">${wordsOf(language).blocks.dictionary.missing}</p>`
    : published.map((table) => countedTable(table, language)).join("");
}

function countedTable(made: PublishedTable, language: string): string {
  const { table, header, rows, withheld } = made;
  const words = wordsOf(language).blocks.dictionary;
  const said = tableTexts(made, language);
  const columns = Object.entries(said.columns).map(([name, [unit, meaning]]) =>
    columnRow(name, header.key.includes(name) ? `${unit}, ${words.key}` : unit, meaning),
  );
  const about = `${escapeHtml(said.population)}. ${words.unit(escapeHtml(said.unit))} ${words.rows(
    numberIn(language, rows),
    numberIn(language, withheld),
  )}`;
  return folded(table, said.title, about, blockTable(table, words.heads, columns));
}

function privateTable({ name, row, columns }: Table, language: string): string {
  const words = wordsOf(language).blocks.dictionary;
  const say = (text: string) => privateWords(text, language);
  const rows = columns.map(({ name: column, type, nullable, unit, meaning }) =>
    columnRow(
      column,
      [type, say(unit), nullable ? words.nullable : ""].filter((part) => part !== "").join("; "),
      say(meaning),
    ),
  );
  return folded(name, "", words.row(escapeHtml(say(row))), blockTable(name, words.heads, rows));
}

function columnRow(name: string, unit: string, meaning: string): string {
  return `<tr><th scope="row"><code>${escapeHtml(name)}</code></th><td>${escapeHtml(unit)}</td><td>${escapeHtml(meaning)}</td></tr>`;
}

/** `about` and `table` are HTML. */
function folded(name: string, title: string, about: string, table: string): string {
  const after = title === "" ? "" : ` ${escapeHtml(title)}`;
  return `<details class="dictionary-table" id="table-${escapeHtml(name)}"><summary><code>${escapeHtml(name)}</code>${after}</summary><p>${about}</p>${table}</details>`;
}
