export interface CoOccurrence {
  /** 14 + log2 of Dice's coefficient: 14 at most, one less is half as typical; null where they never meet. */
  readonly logDice: number | null;
  /** How many times more often they meet than were they independent. */
  readonly lift: number;
  /** -1 never together, 0 independent, 1 only together; null where both are everywhere. */
  readonly npmi: number | null;
}

/**
 * How two things (words of a sentence, topics of a story) keep company, from counts of units: both in `both`,
 * the one in `first`, the other in `second`, of `all`. logDice: Rychlý (2008), "A lexicographer-friendly
 * association score", RASLAN 2008, p. 6-9; it does not depend on `all`. Lift: Brin, Motwani, Ullman & Tsur (1997),
 * SIGMOD, p. 255-264 (their "interest"). NPMI: Bouma (2009), "Normalized (pointwise) mutual information in
 * collocation extraction", GSCL, p. 31-40. For a test, give `keyness` both, first, second - both and
 * all - first: that G² is of the same four cells. Null where one never occurs. Throws where counts can't be.
 */
export function coOccurrence(both: number, first: number, second: number, all: number): CoOccurrence | null {
  const whole = [both, first, second, all].every((n) => Number.isSafeInteger(n) && n >= 0);
  if (!whole || both > Math.min(first, second) || first + second - both > all) {
    throw new RangeError(
      `found ${both} together, ${first}, ${second} of ${all}, expected whole numbers that can be`,
    );
  }
  if (first === 0 || second === 0) return null;
  const lift = (both / first) * (all / second);
  return {
    logDice: both === 0 ? null : 14 + Math.log2((2 * both) / (first + second)),
    lift,
    npmi: both === all ? null : both === 0 ? -1 : Math.log(lift) / -Math.log(both / all),
  };
}
