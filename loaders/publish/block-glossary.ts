import type { Category, Localised } from "../study/study.ts";
import { blockTable } from "./block-table.ts";
import { escapeHtml } from "./html.ts";
import { wordsOf } from "./words/words.ts";

/**
 * The glossary's terms as a table: one column for each language that any term has, the page's own first, then the
 * meaning. Rows are in alphabetical order of `language`. A term that lacks a language has a dash there.
 */
export function glossaryBlock(
  glossary: readonly Category[] | undefined,
  language: string,
  say: (text: Localised) => string,
): string {
  const words = wordsOf(language).blocks.glossary;
  if (glossary === undefined) return `<p class="missing">${words.missing}</p>`;
  const languages = [...new Set([language, ...glossary.flatMap(({ title }) => Object.keys(title))])];
  const names = new Intl.DisplayNames(language, { type: "language" });
  const compare = new Intl.Collator(language).compare;
  const rows = [...glossary]
    .sort((a, b) => compare(say(a.title), say(b.title)))
    .map(({ id, title, description }) => {
      const [own, ...others] = languages.map((code) =>
        title[code] === undefined ? "–" : `<span lang="${code}">${escapeHtml(title[code])}</span>`,
      );
      const cells = [...others, escapeHtml(say(description))].map((cell) => `<td>${cell}</td>`);
      return `<tr id="term-${escapeHtml(id)}"><th scope="row">${own}</th>${cells.join("")}</tr>`;
    });
  const heads = languages.map((code) => escapeHtml(capitalised(names.of(code) ?? code, language)));
  return blockTable(words.title, [...heads, words.meaning], rows);
}

function capitalised(name: string, language: string): string {
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
