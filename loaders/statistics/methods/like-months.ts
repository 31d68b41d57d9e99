import { normalQuantile975 } from "../wilson.ts";
import type { Interval } from "./interval.ts";
import { normalTwoSided } from "./normal-tail.ts";
import { studentQuantile975, studentTwoSided } from "./student-tail.ts";
import type { Tail } from "./tail.ts";

export interface LikeMonths extends Tail {
  /** Later total over earlier total. */
  readonly ratio: number;
  readonly interval: Interval;
  /** How far months scatter about one common ratio: 1 is as a Poisson count, more is over-dispersed. */
  readonly dispersion: number;
}

/**
 * The change between the same months of two years: `earlier` and `later` are counts, month beside month. It is
 * the year's coefficient of a quasi-Poisson regression with a level for each month, which for two whole years
 * has a closed form: the ratio of the totals, its dispersion the months' chi-square over its degrees of freedom
 * (McCullagh & Nelder 1989, "Generalized Linear Models", 6.2), the 95 % interval and two-sided p by Student's t.
 * A dispersion below 1 is reported but counts as 1: then the counts are as Poisson's, whose variance is known, and
 * interval and p are the normal distribution's. Months empty in both years are left out. Null where a total
 * is 0 or fewer than 2 months are left; throws where lengths differ or a count is no whole number.
 */
export function likeMonths(earlier: readonly number[], later: readonly number[]): LikeMonths | null {
  if (earlier.length !== later.length) {
    throw new RangeError(`found ${earlier.length} and ${later.length} months, expected as many`);
  }
  if (![...earlier, ...later].every((count) => Number.isSafeInteger(count) && count >= 0)) {
    throw new RangeError(
      `found counts ${[...earlier, ...later].join(", ")}, expected whole numbers of 0 or more`,
    );
  }
  const months = earlier.map((count, at) => [count, later[at]!] as const).filter(([a, b]) => a + b > 0);
  const before = months.reduce((sum, [a]) => sum + a, 0);
  const after = months.reduce((sum, [, b]) => sum + b, 0);
  const df = months.length - 1;
  if (before === 0 || after === 0 || df < 1) return null;
  const share = before / (before + after);
  const chiSquare = months.reduce((sum, [a, b]) => {
    const expected = (a + b) * share;
    return sum + (a - expected) ** 2 / expected + (a - expected) ** 2 / (a + b - expected);
  }, 0);
  const dispersion = chiSquare / df;
  const ratio = after / before;
  const error = Math.sqrt(Math.max(1, dispersion) * (1 / before + 1 / after));
  const isPoisson = dispersion <= 1;
  const half = (isPoisson ? normalQuantile975 : studentQuantile975(df)) * error;
  const score = Math.log(ratio) / error;
  return {
    ratio,
    interval: { lower: ratio * Math.exp(-half), upper: ratio * Math.exp(half) },
    dispersion,
    ...(isPoisson ? normalTwoSided(score) : studentTwoSided(score, df)),
  };
}
