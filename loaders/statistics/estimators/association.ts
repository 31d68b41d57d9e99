import { z } from "zod";
import { type EstimatedRow, estimator } from "../estimator.ts";
import { association } from "../methods/contingency.ts";
import type { RowSet } from "../row-set.ts";
import { seriesParameters, testedSeries } from "../series/tested-series.ts";

const parameters = z.strictObject({
  ...seriesParameters,
  /** Columns whose values name the rows and the columns of each table. */
  rows: z.string(),
  columns: z.string(),
  /** Column of counts: a row of the statement is a cell, an absent one is 0. */
  count: z.string(),
});

/**
 * Pearson's test of independence of each table of counts with Cramér's V, plain and without its bias, p, its decimal
 * logarithm (which keeps its digits where p is 0), and p adjusted within its family. Null where a table has no two
 * rows and columns. `stories` is the sum of the table, `least` its smallest cell but 0: where the table's margins are
 * known, chi-square tells its cells, so the threshold must guard the smallest.
 */
export default estimator({
  parameters,
  estimate(rows: RowSet, given: z.output<typeof parameters>): EstimatedRow[] {
    const [across, down] = [rows.texts(given.rows), rows.texts(given.columns)];
    const counts = rows.numbers(given.count);
    return testedSeries(rows, given, (at) => {
      const heads = [...new Set(at.map((row) => down[row]))];
      const lines = [...new Set(at.map((row) => across[row]))];
      const cells = lines.map(() => heads.map(() => 0));
      for (const row of at) cells[lines.indexOf(across[row]!)]![heads.indexOf(down[row]!)]! += counts[row]!;
      const test = association(cells);
      const found = cells.flat().filter((count) => count > 0);
      return {
        least: found.length === 0 ? 0 : Math.min(...found),
        stories: cells.flat().reduce((sum, count) => sum + count, 0),
        statistic: test?.statistic ?? null,
        df: test?.df ?? null,
        v: test?.v ?? null,
        v_corrected: test?.vCorrected ?? null,
        p: test?.p ?? null,
        log10_p: test === null ? null : test.logP / Math.LN10,
      };
    });
  },
});
