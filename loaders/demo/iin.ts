import type { Random } from "./prng.ts";

const first = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const second = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2];

function weigh(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0) % 11;
}

/**
 * Check digit of an individual identification number of Kazakhstan from its first eleven digits:
 * weights 1..11 modulo 11; where that gives 10, weights 3..11, 1, 2; where that gives 10 again the
 * number is not issued and the answer is undefined.
 */
export function iinCheckDigit(eleven: string): number | undefined {
  const one = weigh(eleven, first);
  if (one < 10) return one;
  const two = weigh(eleven, second);
  return two < 10 ? two : undefined;
}

/** A made-up number of twelve digits with a right check digit: date of birth, century and sex, serial. */
export function syntheticIin(random: Random): string {
  for (;;) {
    const year = random.int(75, 118) % 100;
    const born =
      String(year).padStart(2, "0") +
      String(random.int(1, 12)).padStart(2, "0") +
      String(random.int(1, 28)).padStart(2, "0");
    const century = year >= 75 ? random.int(3, 4) : random.int(5, 6);
    const eleven = `${born}${century}${String(random.int(0, 9999)).padStart(4, "0")}`;
    const check = iinCheckDigit(eleven);
    if (check !== undefined) return eleven + check;
  }
}
