/**
 * Holm's step-down adjustment: with it, the chance of one false finding or more in the family is held. Holm
 * (1979), Scandinavian Journal of Statistics 6, p. 65-70. p-values in any order in; adjusted ones in that order
 * out. Throws where one is not from 0 to 1.
 */
export function holm(p: readonly number[]): number[] {
  let highest = 0;
  return inOrder(p, ascending(p), (value, rank) => {
    highest = Math.max(highest, Math.min(1, value * (p.length - rank)));
    return highest;
  });
}

/**
 * Benjamini and Hochberg's adjustment: of the findings below a level, that share at most is false on average,
 * tests being independent or positively dependent. Benjamini & Hochberg (1995), JRSS B 57, p. 289-300.
 * p-values in any order in; adjusted ones in that order out. Throws where one is not from 0 to 1.
 */
export function benjaminiHochberg(p: readonly number[]): number[] {
  let lowest = 1;
  return inOrder(p, ascending(p).reverse(), (value, rank) => {
    lowest = Math.min(lowest, value * (p.length / (p.length - rank)));
    return lowest;
  });
}

function ascending(p: readonly number[]): number[] {
  const wrong = p.find((value) => !(value >= 0 && value <= 1));
  if (wrong !== undefined) throw new RangeError(`found p = ${wrong}, expected 0 <= p <= 1`);
  return p.map((_, at) => at).sort((a, b) => p[a]! - p[b]!);
}

function inOrder(p: readonly number[], order: readonly number[], step: (p: number, rank: number) => number) {
  const out = new Array<number>(p.length);
  order.forEach((at, rank) => {
    out[at] = step(p[at]!, rank);
  });
  return out;
}
