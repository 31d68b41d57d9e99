import { z } from "zod";
import { filledText, identifier, language, localised, remark } from "./values.ts";

/** topics.yml, barriers.yml, programmes.yml, disabilities.yml: what posts are searched for. */

const queries = z
  .record(language, z.string(), {
    error: 'a mapping of languages to queries such as {en: "river* OR flood*"}',
  })
  .describe(
    'A query per language: wildcard words and "quoted phrases" with AND, OR, NOT, NEAR/n and fields; docs/methods/queries.md.',
  );

export const conceptsSchema = z
  .array(
    z.strictObject({
      id: identifier,
      title: localised,
      note: remark.optional().describe("Why the query is written as it is, in each language of the report."),
      query: queries,
      net: queries
        .optional()
        .describe("A broader query per language: validation looks there for what `query` misses."),
    }),
  )
  .min(1);

/** lexicons/gender.yml: the words that name boys and girls. */

const words = z.record(language, z.array(filledText));

const lexicon = z.strictObject({
  words: words.describe("Wildcard words and phrases per language."),
  except: words.optional().describe("Patterns that cancel a hit of `words` which they cover."),
});

const change = z.strictObject({ boys: words.optional(), girls: words.optional() });

export const genderSchema = z.strictObject({
  boys: lexicon,
  girls: lexicon,
  variants: z
    .record(
      identifier,
      z.strictObject({
        add: change.optional().describe("Words beside those of the lexicon."),
        drop: change.optional().describe("Words of the lexicon, written as there, that do not count."),
      }),
    )
    .optional()
    .describe("Other defensible choices of words: statistics show what would change with each."),
});
