import { existsSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";

const schema = z.record(z.string(), z.string().trim().min(1));

/**
 * Reads what counted tables are called in another language, `tables/titles.LANGUAGE.yml` of the pages folder, and checks
 * that it names each of `tables` and nothing else.
 *
 * @returns table to title, or what is wrong with the file, one message a mistake
 */
export function readTableTitles(file: string, tables: readonly string[]): Record<string, string> | string[] {
  if (!existsSync(file)) return [`${file}: found no such file, expected the tables' titles in this language`];
  let value: unknown;
  try {
    value = parse(readFileSync(file, "utf8"));
  } catch (error) {
    return [`${file}: found no YAML: ${(error as Error).message.split("\n")[0]}`];
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success)
    return parsed.error.issues.map(({ path, message }) => `${file}: ${path.join(".") || "file"}: ${message}`);
  const titles = parsed.data;
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
