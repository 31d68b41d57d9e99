import { z } from "zod";
import { quantile } from "../../quantile.ts";
import { type EstimatedRow, estimator } from "../estimator.ts";
import { gini } from "../methods/gini.ts";
import type { RowSet } from "../row-set.ts";
import { seriesOf } from "../series/series-of.ts";

const parameters = z.strictObject({
  /** Columns whose values together name a group of posts. */
  series: z.array(z.string()).min(1),
  /** Column of counts of 0 or more, one a post; a post where it is null is left out. */
  value: z.string(),
});

const top = 0.1;

/**
 * How a count such as views spreads over the posts of each group: quartiles, the Gini coefficient of posts, and the
 * share of all of it that the tenth of posts with most has (`top_posts` of them, rounded up). No sum and no largest
 * value is given. Gini and share are null where all are 0.
 */
export default estimator({
  parameters,
  estimate(rows: RowSet, given: z.output<typeof parameters>): EstimatedRow[] {
    const values = rows.numbers(given.value);
    return seriesOf(rows, given.series).map(({ ids, at }) => {
      const known = Float64Array.from(at.map((row) => values[row]!).filter(Number.isFinite)).sort();
      const posts = known.length;
      const topPosts = Math.ceil(top * posts);
      const total = known.reduce((sum, value) => sum + value, 0);
      const most = known.subarray(posts - topPosts).reduce((sum, value) => sum + value, 0);
      const at4 = (p: number) => (posts === 0 ? null : quantile(known, p));
      return {
        ...ids,
        posts,
        top_posts: topPosts,
        quartile_1: at4(0.25),
        median: at4(0.5),
        quartile_3: at4(0.75),
        gini: posts === 0 ? null : gini([...known], new Array<number>(posts).fill(1)),
        top_share: total === 0 ? null : most / total,
      };
    });
  },
});
