import { z } from "zod";
import { estimator } from "../estimator.ts";
import { likeMonths } from "../methods/like-months.ts";

/**
 * The change between the same months of two years, once for each combination of choices: rows of `choices`, a calendar
 * month, and the counts `earlier` and `later`. Gives the totals, their `ratio` with `low` and `high`, and `dispersion`.
 */
export default estimator({
  parameters: z.strictObject({ choices: z.array(z.string()).min(1) }),
  estimate(rows, { choices }) {
    const columns = choices.map((name) => rows.texts(name));
    const [earlier, later] = [rows.numbers("earlier"), rows.numbers("later")];
    const groups = new Map<string, number[]>();
    for (let row = 0; row < rows.count; row++) {
      const key = JSON.stringify(columns.map((column) => column[row]));
      groups.set(key, [...(groups.get(key) ?? []), row]);
    }
    return [...groups].map(([key, members]) => {
      const [before, after] = [earlier, later].map((counts) => members.map((row) => counts[row]!));
      const found = likeMonths(before!, after!);
      return {
        ...Object.fromEntries(choices.map((name, at) => [name, (JSON.parse(key) as string[])[at]!])),
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
