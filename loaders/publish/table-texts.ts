import { z } from "zod";
import type { PublishedTable } from "./published-tables.ts";
import { readTranslation } from "./read-translation.ts";
import { wordsOf } from "./words/words.ts";

const schema = z.record(z.string(), z.string().trim().min(1));

type Header = PublishedTable["header"];

/** What a counted table's header says beside its title, in another language. */
export interface TableTexts {
  readonly population: string;
  readonly unit: string;
  /** Column to its unit and meaning. */
  readonly columns: Readonly<Record<string, readonly [unit: string, meaning: string]>>;
}

/**
 * Reads what the headers of counted tables say in another language, `tables/texts.LANGUAGE.yml` of the pages folder: the
 * author's text to its translation, for each population, unit and column's meaning. Checks that all are there and
 * nothing else. Units of columns are the site's own words.
 *
 * @returns table to its texts, or what is wrong with the file, one message a mistake
 */
export function readTableTexts(
  file: string,
  headers: Readonly<Record<string, Header>>,
  language: string,
): Record<string, TableTexts> | string[] {
  const read = readTranslation(file, schema, "the tables' texts");
  if (Array.isArray(read)) return read;
  const { said } = read;
  const units = wordsOf(language).columnUnits;
  const used = new Map<string, string>();
  const made: Record<string, TableTexts> = {};
  for (const [table, { population, unit, columns }] of Object.entries(headers)) {
    const say = (text: string) => {
      if (!used.has(text)) used.set(text, table);
      return said[text] ?? text;
    };
    made[table] = {
      population: say(population),
      unit: say(unit),
      columns: Object.fromEntries(
        Object.entries(columns).map(([name, [of, meaning]]) => [name, [units[of] ?? of, say(meaning)]]),
      ),
    };
  }
  const mistakes = [
    ...[...used]
      .filter(([text]) => !Object.hasOwn(said, text))
      .map(([text, table]) => `${file}: found no "${text}" (${table}.sql), expected it in this language`),
    ...Object.keys(said)
      .filter((text) => !used.has(text))
      .map((text) => `${file}: found "${text}", which no counted table's header says`),
  ];
  return mistakes.length > 0 ? mistakes : made;
}
