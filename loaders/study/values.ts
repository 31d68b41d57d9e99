import { z } from "zod";
import { nearest } from "./nearest.ts";

/** Values that several files of a study share, each with its expectation in words. */

/** Text of a form; `expected` names it, also where the value is missing or no text. */
export function written(form: RegExp, expected: string) {
  return z.string({ error: expected }).regex(form, { error: expected });
}

export const identifier = written(
  /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
  'an id of lower-case letters, digits and hyphens such as "river-floods"',
).describe("Lower-case letters, digits and hyphens; it stays the same when the title changes.");

export const language = written(
  /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?$/,
  'a BCP-47 language code such as "en" or "pt-BR"',
).describe("BCP-47 language code.");

export const filledText = written(/\S/, "text that is not empty");

export const localised = z
  .record(language, filledText, { error: 'a mapping of languages to texts such as {en: "Rivers"}' })
  .describe("A text per language code.");

/** A text in the report's one language, or per language. */
export const remark = z.union([filledText, localised], {
  error: 'a text that is not empty, or a mapping of languages to texts such as {en: "Rivers"}',
});

/** A day that exists, as `2022-06-08`. */
export const day = written(/^\d{4}-\d{2}-\d{2}$/, 'an ISO date such as "2022-06-08"').refine(isDay, {
  error: 'a day that exists, such as "2022-06-08"',
});

export const timeZone = z
  .string()
  .refine(isTimeZone, {
    error: ({ input }) => {
      const near = nearest(String(input), Intl.supportedValuesOf("timeZone"));
      return `an IANA time zone such as "Europe/Paris"${near === undefined ? "" : ` (did you mean "${near}"?)`}`;
    },
  })
  .describe("IANA time zone, such as Europe/Paris.");

export const iso3166 = written(
  /^[A-Z]{2}-[A-Z0-9]{1,3}$/,
  'an ISO 3166-2 code such as "BR-AM"; two capitals, a hyphen, then one to three capitals or digits',
);

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
