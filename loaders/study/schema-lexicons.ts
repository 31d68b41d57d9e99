import { z } from "zod";
import { filledText, language } from "./values.ts";

/** lexicons/tone.yml and lexicons/places.yml. */

const patterns = z.array(filledText);

export const toneSchema = z.record(
  language,
  z.strictObject({
    positive: patterns.describe("Wildcard words and phrases of a good opinion."),
    negative: patterns.describe("Wildcard words and phrases of a bad opinion."),
    negation: z
      .strictObject({ before: patterns.optional(), after: patterns.optional() })
      .optional()
      .describe("What turns a toned word into its opposite: before the word (не), or after it (емес)."),
    window: z
      .int({ error: "a whole number from 0 to 5" })
      .min(0, { error: "a whole number from 0 to 5" })
      .max(5, { error: "a whole number from 0 to 5" })
      .default(1)
      .describe("Most words between a negation or an intensifier and its word."),
    intensifiers: patterns.optional().describe("Words that make the toned word after them weigh double."),
    except: patterns.optional().describe("Patterns that cancel a hit of any list here which they cover."),
  }),
);

const contexts = z.record(language, patterns);

export const placeWordsSchema = z.strictObject({
  not_a_place: contexts
    .optional()
    .describe('Contexts in which a place\'s name is none: "street {*}". {*} is the name.'),
  elsewhere: contexts
    .optional()
    .describe('Contexts in which the post is about another place: "guests from {*}".'),
  and: contexts.optional().describe("Words that join two names to a list."),
  shared: contexts
    .optional()
    .describe('Nouns that all names of a list share, as they end it: regions, in "A and B regions".'),
});
