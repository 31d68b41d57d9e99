import { z } from "zod";

/** What a column's numbers are; each unit allows certain DuckDB types and values. */
export const units = [
  "id",
  "text",
  "date",
  "count",
  "proportion",
  "difference of proportions",
  "per 1,000 residents",
  "number",
] as const;
export type Unit = (typeof units)[number];

const text = z.string().trim().min(1);
const column = text;

const interval = { low: column.optional(), high: column.optional() };

/** How a chart of `src/components/charts` maps columns; `own` is drawn by the file beside the query. */
export const chartSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("trend"),
    x: column,
    y: column,
    ...interval,
    by: column.optional(),
    facet: column.optional(),
    marks: z.array(column).min(1).optional(),
  }),
  z.strictObject({ kind: z.literal("dumbbell"), label: column, x: column, ...interval, by: column }),
  z.strictObject({
    kind: z.literal("opposed"),
    label: column,
    left: column,
    left_low: column.optional(),
    left_high: column.optional(),
    right: column,
    right_low: column.optional(),
    right_high: column.optional(),
    by: column.optional(),
  }),
  z.strictObject({ kind: z.literal("flow"), stage: column, outcome: column, x: column }),
  z.strictObject({
    kind: z.literal("dots"),
    label: column,
    x: column,
    ...interval,
    by: column.optional(),
    facet: column.optional(),
    /** Where a plain line stands; 0 gives numbers signs. */
    reference: z.number().optional(),
  }),
  z.strictObject({ kind: z.literal("shares"), label: column, x: column, ...interval, by: column.optional() }),
  z.strictObject({ kind: z.literal("stacked"), label: column, x: column, ...interval, by: column }),
  z.strictObject({ kind: z.literal("map"), unit: column, x: column, ...interval }),
  z.strictObject({
    kind: z.literal("matrix"),
    row: column,
    column,
    x: column,
    facet: column.optional(),
  }),
  z.strictObject({
    kind: z.literal("network"),
    source: column,
    target: column,
    x: column,
    source_size: column.optional(),
    target_size: column.optional(),
  }),
  z.strictObject({
    kind: z.literal("diverging"),
    label: column,
    x: column,
    ...interval,
    by: column,
    facet: column.optional(),
  }),
  z.strictObject({
    kind: z.literal("heat"),
    row: column,
    column,
    x: column,
    ...interval,
    reference: z.number().positive(),
  }),
  z.strictObject({ kind: z.literal("lorenz"), label: column, x: column, y: column, ...interval }),
  z.strictObject({
    kind: z.literal("multiverse"),
    x: column,
    ...interval,
    choices: z.array(column).min(1),
    /** The value of each choice that the report goes by. */
    base: z.record(column, text),
    reference: z.number().optional(),
  }),
  z.looseObject({ kind: z.literal("own") }),
]);

/** A text, or one text per report language. */
const localisable = z.union([text, z.record(z.string().regex(/^[a-z]{2,3}$/), text)]);

/** The counts that the disclosure threshold guards, and the columns within which they sum to a published total. */
const cellSchema = z.strictObject({
  count: z.union([column, z.array(column).min(1)]),
  of: column.optional(),
  within: z.union([z.array(column), z.array(z.array(column))]).optional(),
});

/** The YAML header of a query. */
export const headerSchema = z.strictObject({
  title: text,
  /** The evaluation question that the query serves, in words. */
  question: text,
  /** Which posts are counted. */
  population: text,
  /** What is counted. */
  unit: text,
  /** Site path of the page that explains the method. */
  method: z.string().regex(/^\/[a-z0-9/-]+$/, "a site path such as /methodology/shares"),
  /** Columns that identify a row. */
  key: z.array(column).min(1),
  columns: z.record(z.string().regex(/^[a-z][a-z0-9_]*$/), z.tuple([z.enum(units), text])),
  denominator: text.optional(),
  interval: text.optional(),
  limits: z.array(text).optional(),
  validation: text.optional(),
  cell: cellSchema.optional(),
  /** Columns that the rows are sorted by, each with `desc` behind it or not; the key where absent. */
  order: z
    .array(z.string().regex(/^[a-z][a-z0-9_]*( desc| asc)?$/))
    .min(1)
    .optional(),
  /** Column to value to the words that stand for it in tables and charts. */
  labels: z.record(z.string(), z.record(z.string(), localisable)).optional(),
  /** Column to the words at its head in tables; its name where absent. */
  headings: z.record(z.string(), text).optional(),
  chart: chartSchema.optional(),
  /** The query, as a path below the pages, that gives this result under every combination of choices. */
  choices: z
    .string()
    .regex(/^[a-z0-9_/-]+$/, "a query such as methodology/robustness/growth")
    .optional(),
});
export type QueryHeader = z.infer<typeof headerSchema>;

/** The YAML header of a counted table: rows sorted by the key, no chart; `estimate` names who makes the rows. */
export const tableHeaderSchema = headerSchema
  .omit({ order: true, chart: true, labels: true, choices: true })
  .partial({ question: true, method: true })
  .extend({
    /**
     * Whether rows count the same posts under several choices: then counts and estimates are rounded, what is small
     * withheld before. With `all` nothing is withheld and the small too is rounded, to 0.
     */
    rounded: z.union([z.literal(true), z.literal("all")]).optional(),
    /** The estimator `estimators/KIND.ts` that turns the statement's rows into the table's, and its parameters. */
    estimate: z
      .looseObject({ kind: z.string().regex(/^[a-z][a-z0-9-]*$/, "the name of an estimator") })
      .optional(),
  });
export type TableHeader = z.infer<typeof tableHeaderSchema>;
