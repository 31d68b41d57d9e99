import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { inLanguage } from "./header-translation.ts";
import { elementId, escapeHtml } from "./html.ts";
import type { PublishedResult } from "./published-result.ts";
import { wordsOf } from "./words/words.ts";

/**
 * The link from a result to its figure under every combination of choices, which stands on that query's method page;
 * empty where the header names none. `results` is the folder of published results, `place` goes before the page's path.
 * Throws where the header names a query that has no result.
 */
export async function choicesLink(
  result: PublishedResult,
  results: string,
  language: string,
  place: string,
): Promise<string> {
  const { choices } = result.header;
  if (choices === undefined) return "";
  const text = await readFile(join(results, `${choices}.json`), "utf8").catch(() => {
    throw new Error(
      `${result.query}.sql: found choices "${choices}", expected a query with a result: correct the header`,
    );
  });
  const { header } = inLanguage(JSON.parse(text) as PublishedResult, language);
  const href = `${place}${header.method}#fig-${elementId(choices)}`;
  return `<p class="figure-choices">${escapeHtml(wordsOf(language).choices)}: <a href="${escapeHtml(href)}">${escapeHtml(header.title)}</a></p>`;
}
