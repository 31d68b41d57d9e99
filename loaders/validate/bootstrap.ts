import { type Interval, percentileInterval } from "../quantile.ts";
import type { Random } from "../random.ts";

/**
 * The 95 % percentile bootstrap interval of a statistic of items: Efron and Tibshirani (1993), "An introduction to
 * the bootstrap", section 13.3. Items are drawn with replacement `replicates` times. Draws for which the statistic
 * is null (all of one code) are set aside; null where fewer than half of them are left.
 */
export function bootstrapInterval<T>(
  items: readonly T[],
  statistic: (items: readonly T[]) => number | null,
  random: Random,
  replicates = 2000,
): Interval | null {
  if (items.length === 0) return null;
  const values: number[] = [];
  const drawn = new Array<T>(items.length);
  for (let replicate = 0; replicate < replicates; replicate++) {
    for (let i = 0; i < drawn.length; i++) drawn[i] = items[Math.floor(random() * items.length)]!;
    const value = statistic(drawn);
    if (value !== null) values.push(value);
  }
  return values.length * 2 < replicates ? null : percentileInterval(values);
}
