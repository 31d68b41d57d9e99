import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { z } from "zod";
import type { RowSet } from "./row-set.ts";

/** A row that an estimator makes: column to value, dates as ISO text. */
export type EstimatedRow = Readonly<Record<string, string | number | null>>;

/**
 * What a file `estimators/KIND.ts` exports as default: it turns the private rows of a table's statement into the
 * table's rows, where SQL can't. A pure function: no clock, no file, and chance only from a seed of its parameters.
 */
export interface Estimator<Schema extends z.ZodType = z.ZodType> {
  /** The fields of the header's `estimate` beside `kind`. */
  readonly parameters: Schema;
  /** Rows in any order: they are sorted by the table's key. Throws an Error where `rows` are not as it needs them. */
  estimate(rows: RowSet, parameters: z.output<Schema>): readonly EstimatedRow[];
}

/** Declares an estimator and gives it back unchanged, its parameters typed by the schema. */
export function estimator<Schema extends z.ZodType>(definition: Estimator<Schema>): Estimator<Schema> {
  return definition;
}

/** The module of an estimator, as a path below the workspace's root. */
export function estimatorFile(kind: string): string {
  return `loaders/statistics/estimators/${kind}.ts`;
}

/** Loads the estimator of a kind, or undefined where there is no such file. */
export async function loadEstimator(kind: string): Promise<Estimator | undefined> {
  const url = new URL(`./estimators/${kind}.ts`, import.meta.url);
  if (!existsSync(fileURLToPath(url))) return undefined;
  return ((await import(url.href)) as { default: Estimator }).default;
}
