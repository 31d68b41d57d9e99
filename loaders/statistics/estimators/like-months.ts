import { z } from "zod";
import { type EstimatedRow, estimator } from "../estimator.ts";
import { likeMonths } from "../methods/like-months.ts";
import type { RowSet } from "../row-set.ts";
import { seriesParameters, testedSeries } from "../series/tested-series.ts";

const parameters = z.strictObject({
  ...seriesParameters,
  /** Columns of counts: a row is a calendar month, with its count in the earlier and in the later year. */
  earlier: z.string(),
  later: z.string(),
});

/**
 * The change of each series between like months of two years: the ratio of the totals with its interval, the
 * dispersion of the months about it, p, and p adjusted within its family. Null where a year is empty.
 */
export default estimator({
  parameters,
  estimate(rows: RowSet, given: z.output<typeof parameters>): EstimatedRow[] {
    const [earlier, later] = [rows.numbers(given.earlier), rows.numbers(given.later)];
    return testedSeries(rows, given, (at) => {
      const pair = [at.map((row) => earlier[row]!), at.map((row) => later[row]!)] as const;
      const change = likeMonths(...pair);
      const [first, second] = pair.map((counts) => counts.reduce((sum, count) => sum + count, 0));
      return {
        months: at.length,
        earlier: first!,
        later: second!,
        ratio: change?.ratio ?? null,
        low: change?.interval.lower ?? null,
        high: change?.interval.upper ?? null,
        dispersion: change?.dispersion ?? null,
        p: change?.p ?? null,
      };
    });
  },
});
