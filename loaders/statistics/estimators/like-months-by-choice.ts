import { z } from "zod";
import { estimator } from "../estimator.ts";
import { likeMonths } from "../methods/like-months.ts";
import { seriesOf } from "../series/series-of.ts";

/**
 * The change between the same months of two years, once for each combination of choices: rows of `choices`, a calendar
 * month, and the counts `earlier` and `later`. Gives the totals, their `ratio` with `low` and `high`, and `dispersion`.
 */
export default estimator({
  parameters: z.strictObject({ choices: z.array(z.string()).min(1) }),
  estimate(rows, { choices }) {
    const [earlier, later] = [rows.numbers("earlier"), rows.numbers("later")];
    return seriesOf(rows, choices).map(({ ids, at: members }) => {
      const [before, after] = [earlier, later].map((counts) => members.map((row) => counts[row]!));
      const found = likeMonths(before!, after!);
      return {
        ...ids,
        earlier: before!.reduce((sum, count) => sum + count, 0),
        later: after!.reduce((sum, count) => sum + count, 0),
        ratio: found?.ratio ?? null,
        low: found?.interval.lower ?? null,
        high: found?.interval.upper ?? null,
        dispersion: found?.dispersion ?? null,
      };
    });
  },
});
