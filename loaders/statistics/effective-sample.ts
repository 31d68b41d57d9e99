import { wilson } from "./wilson.ts";

/**
 * The size of a simple random sample in which a share would have an interval as wide as the one given: what a sample
 * with weights is worth (Korn & Graubard 1998, Survey Methodology 24, p. 193-201), here by the width of Wilson's interval.
 * `value`, `lower` and `upper` are proportions. At least 1 and at most 1,000,000; where the interval has no width, that.
 */
export function effectiveSample(value: number, lower: number, upper: number): number {
  const width = upper - lower;
  let [few, many] = [1, 1_000_000];
  const widthOf = (n: number) => {
    const interval = wilson(value * n, n)!;
    return interval.upper - interval.lower;
  };
  if (widthOf(few) <= width) return few;
  if (widthOf(many) >= width) return many;
  while (many - few > 1e-6 * many) {
    const middle = (few + many) / 2;
    if (widthOf(middle) > width) few = middle;
    else many = middle;
  }
  return (few + many) / 2;
}
