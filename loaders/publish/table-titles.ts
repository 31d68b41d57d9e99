import { z } from "zod";
import { readTranslation } from "./read-translation.ts";

const schema = z.record(z.string(), z.string().trim().min(1));

/**
 * Reads what counted tables are called in another language, `tables/titles.LANGUAGE.yml` of the pages folder, and checks
 * that it names each of `tables` and nothing else.
 *
 * @returns table to title, or what is wrong with the file, one message a mistake
 */
export function readTableTitles(file: string, tables: readonly string[]): Record<string, string> | string[] {
  const read = readTranslation(file, schema, "the tables' titles");
  if (Array.isArray(read)) return read;
  const { said: titles } = read;
  const mistakes = [
    ...tables
      .filter((name) => !Object.hasOwn(titles, name))
      .map((name) => `${file}: found no ${name}, expected its title in this language`),
    ...Object.keys(titles)
      .filter((name) => !tables.includes(name))
      .map((name) => `${file}: found ${name}, expected the name of a counted table`),
  ];
  return mistakes.length > 0 ? mistakes : titles;
}
