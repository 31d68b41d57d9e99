import { chiSquareUpperTail } from "./chi-square-tail.ts";
import { checkPart } from "./counts.ts";
import type { Tail } from "./tail.ts";

export interface Keyness extends Tail {
  /** The log-likelihood ratio over Williams' divisor, without sign. */
  readonly g2: number;
  /** The log-likelihood ratio as it is. */
  readonly uncorrected: number;
}

/**
 * Dunning's log-likelihood ratio G² of a word that stands `k1` times among the `n1` words of one corpus and `k2`
 * times among `n2` of another, over the four cells of word and other words: Dunning (1993), "Accurate methods
 * for the statistics of surprise and coincidence", Computational Linguistics 19(1), p. 61-74. It is divided by
 * Williams' q (Williams 1976, "Improved likelihood ratio tests for complete contingency tables", Biometrika
 * 63, p. 33-37), and p is of the upper tail of chi-square with 1 degree of freedom. Which corpus has the word
 * more often, `logRatio` says. Null where the word is in neither corpus, is all of both, or a corpus is empty.
 * Throws where a count is no whole number of its corpus.
 */
export function keyness(k1: number, n1: number, k2: number, n2: number): Keyness | null {
  checkPart(k1, n1, "the first corpus");
  checkPart(k2, n2, "the second corpus");
  const n = n1 + n2;
  const word = k1 + k2;
  if (word === 0 || word === n || n1 === 0 || n2 === 0) return null;
  // All four cells differ from what is expected by one distance, up or down.
  const distance = (k1 * (n2 - k2) - k2 * (n1 - k1)) / n;
  const cells: readonly [number, number][] = [
    [(word / n) * n1, distance],
    [(word / n) * n2, -distance],
    [((n - word) / n) * n1, -distance],
    [((n - word) / n) * n2, distance],
  ];
  const uncorrected = cells.reduce((sum, [expected, by]) => sum + 2 * expected * surprise(by / expected), 0);
  const q = 1 + ((n / word + n / (n - word) - 1) * (n / n1 + n / n2 - 1)) / (6 * n);
  const g2 = uncorrected / q;
  return { g2, uncorrected, ...chiSquareUpperTail(g2, 1) };
}

/** (1 + d) log(1 + d) - d, by its series near 0, where the parts cancel. */
function surprise(d: number): number {
  if (d <= -1 + 1e-15) return 1;
  if (Math.abs(d) > 0.05) return (1 + d) * Math.log1p(d) - d;
  let sum = 0;
  let power = d * d;
  for (let k = 2; k < 20; k++) {
    sum += ((k % 2 === 0 ? 1 : -1) * power) / (k * (k - 1));
    power *= d;
  }
  return sum;
}
