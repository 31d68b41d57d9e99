import { z } from "zod";
import { filledText, identifier, written } from "./values.ts";

/** sources.yml: bibliography entries (fields of CSL-JSON 1.0.2) and the figures quoted from them. */

const name = z
  .strictObject({
    family: filledText.optional(),
    given: filledText.optional(),
    literal: filledText.optional(),
  })
  .describe("A person by family and given name, or an organisation as `literal`.");

const fact = z.strictObject({
  value: z.number(),
  unit: filledText,
  text: filledText
    .optional()
    .describe("The figure in the source's terms, where the number alone would mislead."),
  locator: filledText.optional().describe("Where in the source."),
});

const statement = z
  .strictObject({ text: filledText, locator: filledText.describe("Where in the source.") })
  .describe("What a source says without a figure, in this study's own words.");

export const sourcesSchema = z
  .array(
    z.strictObject({
      id: identifier,
      type: filledText.describe("CSL type: report, dataset, article-journal, …"),
      title: filledText,
      author: z.array(name).optional(),
      issued: written(
        /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/,
        'a year, month or day such as "2023" or "2023-05-31"',
      ).optional(),
      publisher: filledText.optional(),
      "container-title": filledText.optional(),
      volume: filledText.optional(),
      issue: filledText.optional(),
      page: filledText.optional(),
      DOI: written(/^10\.\d{4,}\/\S+$/, 'a DOI such as "10.1093/biomet/28.3-4.437"').optional(),
      URL: written(/^https?:\/\/\S+$/, 'an address such as "https://example.org/report"').optional(),
      license: filledText.optional(),
      note: filledText.optional(),
      facts: z.record(identifier, fact).optional(),
      statements: z.record(identifier, statement).optional(),
    }),
  )
  .min(1);
