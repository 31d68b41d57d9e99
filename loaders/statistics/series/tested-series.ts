import { z } from "zod";
import type { EstimatedRow } from "../estimator.ts";
import type { RowSet } from "../row-set.ts";
import { adjusted } from "./adjusted.ts";
import { seriesOf } from "./series-of.ts";

/** Parameters of every estimator that tests one series after another. */
export const seriesParameters = {
  /** Columns whose values together name a series. */
  series: z.array(z.string()).min(1),
  /** Columns within whose values p-values make one family, of the series or not; all rows are one if empty. */
  family: z.array(z.string()).default([]),
};

/** A row a series: its names, what `test` gives of its places in the row set, and p adjusted within its family. */
export function testedSeries(
  rows: RowSet,
  { series, family }: { readonly series: readonly string[]; readonly family: readonly string[] },
  test: (at: readonly number[]) => EstimatedRow,
): EstimatedRow[] {
  const found = seriesOf(rows, [...new Set([...series, ...family])]).map(({ ids, at }) => ({
    ...ids,
    ...test(at),
  }));
  return adjusted(found, family, series);
}
