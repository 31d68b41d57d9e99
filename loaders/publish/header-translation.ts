import { z } from "zod";
import type { PublishedResult, QueryHeader } from "./published-result.ts";
import { readTranslation } from "./read-translation.ts";

const text = z.string().trim().min(1);

const schema = z.strictObject({
  title: text,
  question: text.optional(),
  population: text.optional(),
  unit: text.optional(),
  denominator: text.optional(),
  interval: text.optional(),
  limits: z.array(text).optional(),
  /** Column to its meaning. */
  columns: z.record(z.string(), text),
  /** Column to the words at its head in tables. */
  headings: z.record(z.string(), text).optional(),
  labels: z.record(z.string(), z.record(z.string(), text)).optional(),
});

/** The texts of a query's header in another language: `share.ru.yml` beside `share.sql`. */
export type HeaderTranslation = z.infer<typeof schema>;

const texts = ["question", "population", "unit", "denominator", "interval"] as const;

/**
 * Reads a header's translation and checks that it says all that the header says, and nothing else.
 *
 * @returns the translation, or what is wrong with the file, one message a mistake
 */
export function readHeaderTranslation(file: string, header: QueryHeader): HeaderTranslation | string[] {
  const read = readTranslation(file, schema, "the header's texts");
  if (Array.isArray(read)) return read;
  const { said: translation } = read;
  const mistakes = differences(translation, header).map((mistake) => `${file}: ${mistake}`);
  return mistakes.length > 0 ? mistakes : translation;
}

function differences(translation: HeaderTranslation, header: QueryHeader): string[] {
  const found: string[] = [];
  for (const field of texts) {
    if ((header[field] === undefined) !== (translation[field] === undefined)) {
      found.push(
        header[field] === undefined
          ? `found ${field}, which the query's header lacks`
          : `found no ${field}, expected "${header[field]}" in this language`,
      );
    }
  }
  const limits = [header.limits?.length ?? 0, translation.limits?.length ?? 0];
  if (limits[0] !== limits[1]) found.push(`found ${limits[1]} limits, expected ${limits[0]}`);
  found.push(...unlike("columns", header.columns, translation.columns));
  found.push(...unlike("headings", header.headings ?? {}, translation.headings ?? {}));
  found.push(...unlike("labels", header.labels ?? {}, translation.labels ?? {}));
  for (const [column, labels] of Object.entries(header.labels ?? {})) {
    found.push(...unlike(`labels.${column}`, labels, translation.labels?.[column] ?? {}));
  }
  return found;
}

function unlike(where: string, header: object, translation: object): string[] {
  const missing = Object.keys(header).filter((name) => !Object.hasOwn(translation, name));
  const extra = Object.keys(translation).filter((name) => !Object.hasOwn(header, name));
  return [
    ...missing.map((name) => `found no ${where}.${name}, expected its words in this language`),
    ...extra.map((name) => `found ${where}.${name}, which the query's header lacks`),
  ];
}

/** A result as it is said in a language: the header's own texts where the language has no translation. */
export function inLanguage(result: PublishedResult, language: string): PublishedResult {
  const translation = result.translations?.[language];
  if (translation === undefined) return result;
  const { columns, ...said } = translation;
  const header: QueryHeader = {
    ...result.header,
    ...said,
    columns: Object.fromEntries(
      Object.entries(result.header.columns).map(([name, [unit, meaning]]) => [
        name,
        [unit, columns[name] ?? meaning] as const,
      ]),
    ),
  };
  return { ...result, header };
}
