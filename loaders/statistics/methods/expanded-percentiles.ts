import { quantile } from "../../quantile.ts";
import type { Interval } from "./interval.ts";
import { logNormalUpperTail } from "./normal-tail.ts";
import { studentQuantile975 } from "./student-tail.ts";

/**
 * The 95 % percentile interval of bootstrap estimates, its tails moved out for few units: where n clusters were resampled,
 * each tail is Φ(-√(n / (n - 1)) t), with t the 97.5 % quantile of Student's t on n - 1 degrees of freedom. Hesterberg
 * (2015), "What teachers should know about the bootstrap", The American Statistician 69, p. 371-386, section 5.3: plain
 * percentiles are too short by about that. Null of fewer than 40 estimates or 2 clusters.
 */
export function expandedInterval(estimates: readonly number[], clusters: number): Interval | null {
  const sorted = Float64Array.from(estimates.filter(Number.isFinite)).sort();
  if (sorted.length < 40 || clusters < 2) return null;
  const tail = Math.exp(
    logNormalUpperTail(Math.sqrt(clusters / (clusters - 1)) * studentQuantile975(clusters - 1)),
  );
  return { lower: quantile(sorted, tail), upper: quantile(sorted, 1 - tail) };
}
