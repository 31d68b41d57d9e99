import { z } from "zod";
import { day, filledText, remark, written } from "./values.ts";

/** export.yml and FILE.export.yml: how capture files were exported from a platform. */

const moment = written(
  /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2}))?$/,
  'an ISO date, or date and time with its offset, such as "2023-06-02T10:15+06:00"',
);

const record = z.strictObject({
  files: z
    .array(filledText)
    .min(1)
    .optional()
    .describe("Names or globs in the record's folder; all capture files there where absent."),
  query: filledText.describe("The search query, as it was pasted into the platform."),
  from: day.describe("First day that was asked for."),
  to: day.describe("Last day that was asked for."),
  exported: moment.describe("When the export was made."),
  tool: filledText.optional().describe("What made it, such as Meltwater."),
  search: remark.optional().describe("What the search is called there."),
  filters: remark.optional().describe("Other limits: languages, countries, kinds of sources."),
  note: remark.optional(),
});

export const exportsSchema = z.union([z.array(record).min(1), record]);

export type ExportEntry = z.infer<typeof record>;
