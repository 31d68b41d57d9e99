import { z } from "zod";
import { estimator } from "../estimator.ts";
import { benjaminiHochberg } from "../methods/adjusted-p.ts";
import { locationQuotient } from "../methods/location-quotient.ts";
import { normalTwoSided } from "../methods/normal-tail.ts";
import { normalQuantile975 } from "../wilson.ts";

/**
 * Location quotients: how a topic's share of a region's stories stands to its share of all. One row a row of the
 * statement, which gives two keys and the counts `inside` (topic and region), `region`, `topic` and `all`. `p` is
 * two-sided on the logarithm, `adjusted` by Benjamini and Hochberg over the whole table: one family. A quotient of 0, or
 * of a region that is all, has neither.
 */
export default estimator({
  parameters: z.strictObject({ keys: z.tuple([z.string(), z.string()]) }),
  estimate(rows, { keys }) {
    const [first, second] = keys.map((name) => rows.texts(name));
    const [inside, region, topic, all] = ["inside", "region", "topic_stories", "located"].map((name) =>
      rows.numbers(name),
    );
    const cells = Array.from({ length: rows.count }, (_, at) => {
      const found = locationQuotient(inside![at]!, region![at]!, topic![at]!, all![at]!);
      const interval = found?.interval ?? null;
      const error = interval === null ? 0 : Math.log(interval.upper / interval.lower) / 2 / normalQuantile975;
      const p = error > 0 ? normalTwoSided(Math.log(found!.quotient) / error).p : null;
      return { found, interval, p };
    });
    const tested = cells.flatMap(({ p }, at) => (p === null ? [] : [at]));
    const adjusted = benjaminiHochberg(tested.map((at) => cells[at]!.p!));
    const adjustedAt = new Map(tested.map((at, place) => [at, adjusted[place]!]));
    return cells.map(({ found, interval, p }, at) => ({
      [keys[0]]: first![at]!,
      [keys[1]]: second![at]!,
      inside: inside![at]!,
      region: region![at]!,
      topic_stories: topic![at]!,
      located: all![at]!,
      quotient: found?.quotient ?? null,
      low: interval?.lower ?? null,
      high: interval?.upper ?? null,
      p,
      adjusted: adjustedAt.get(at) ?? null,
    }));
  },
});
