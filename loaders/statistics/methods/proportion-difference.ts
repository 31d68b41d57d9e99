import { wilson } from "../wilson.ts";
import { checkPart } from "./counts.ts";
import type { Interval } from "./interval.ts";

/**
 * The difference k1 / n1 - k2 / n2 of two independent proportions with its 95 % hybrid score interval:
 * Newcombe (1998), "Interval estimation for the difference between independent proportions: comparison of
 * eleven methods", Statistics in Medicine 17, p. 873-890, method 10. Counts in, proportions out, from -1 to 1.
 * Null where n1 or n2 is 0; throws where a part is no whole number from 0 to its whole.
 */
export function newcombe(
  k1: number,
  n1: number,
  k2: number,
  n2: number,
): (Interval & { readonly difference: number }) | null {
  checkPart(k1, n1, "the first proportion");
  checkPart(k2, n2, "the second proportion");
  const [first, second] = [wilson(k1, n1), wilson(k2, n2)];
  if (first === null || second === null) return null;
  const [p1, p2] = [k1 / n1, k2 / n2];
  const difference = p1 - p2;
  return {
    difference,
    lower: difference - Math.hypot(p1 - first.lower, second.upper - p2),
    upper: difference + Math.hypot(first.upper - p1, p2 - second.lower),
  };
}
