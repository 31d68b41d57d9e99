import { normalQuantile975 } from "../wilson.ts";
import { checkPart } from "./counts.ts";
import type { Interval } from "./interval.ts";

export interface LogRatio extends Interval {
  /** Doublings: 1 is twice as frequent in the first corpus, -1 half as frequent. */
  readonly logRatio: number;
  /** Whether a count of 0 was taken as 0.5, so that the numbers say "at least about". */
  readonly zeroCorrected: boolean;
}

/**
 * The binary logarithm of a word's relative frequency in one corpus over that in another: Hardie (2014), "Log
 * Ratio: an informal introduction" (CASS, Lancaster), a count of 0 taken as 0.5. The 95 % interval is Katz's:
 * Katz, Baptista, Azen & Pike (1978), "Obtaining confidence intervals for the risk ratio in cohort studies",
 * Biometrics 34, p. 469-474. It takes words to be independent, which words of one document are not. Null where
 * the word is in neither corpus or a corpus is empty; throws where a count is no whole number of its corpus.
 */
export function logRatio(k1: number, n1: number, k2: number, n2: number): LogRatio | null {
  checkPart(k1, n1, "the first corpus");
  checkPart(k2, n2, "the second corpus");
  if (n1 === 0 || n2 === 0 || k1 + k2 === 0) return null;
  const [a, b] = [k1 || 0.5, k2 || 0.5];
  const ratio = Math.log2(a) - Math.log2(n1) - Math.log2(b) + Math.log2(n2);
  const variance = Math.max(0, 1 / a - 1 / n1) + Math.max(0, 1 / b - 1 / n2);
  const half = (normalQuantile975 * Math.sqrt(variance)) / Math.LN2;
  return {
    logRatio: ratio,
    lower: ratio - half,
    upper: ratio + half,
    zeroCorrected: k1 === 0 || k2 === 0,
  };
}
