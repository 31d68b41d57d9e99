import { kk } from "./private-tables-kk.ts";
import { ru } from "./private-tables-ru.ts";

const said: Readonly<Record<string, Readonly<Record<string, string>>>> = { kk, ru };

/** Names, values and numbers, which are the same in each language. */
const unworded =
  /^(?:|UTC|[a-z_]+\.[a-z_]+|(?:telegram|kk|cyrillic|latin|boys|negative|topic|title)(?:, [a-z…]+)+)$/;

/**
 * What `loaders/tables.ts` says of a table of posts, in a language of the report.
 *
 * @throws Error where that language has words and this text has none: half a dictionary is not published
 */
export function privateWords(text: string, language: string): string {
  const words = said[language];
  if (words === undefined || unworded.test(text)) return text;
  const found = words[text];
  if (found !== undefined) return found;
  throw new Error(
    `loaders/publish/words/private-tables-${language}.ts: found no "${text}" of loaders/tables.ts, expected it in this language`,
  );
}
