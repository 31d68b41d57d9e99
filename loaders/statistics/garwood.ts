import { normalQuantile975 } from "./wilson.ts";

/**
 * The exact 95 % limits of a Poisson mean of which `count` events were seen: Garwood (1936), "Fiducial limits
 * for the Poisson distribution", Biometrika 28, p. 437-442; half the chi-square quantiles at 2.5 % with
 * 2 count degrees of freedom and at 97.5 % with 2 count + 2. A count of 0 has a lower limit of exactly 0.
 * Counts in, counts out. Throws where `count` is not a whole number of 0 or more.
 */
export function garwood(count: number): { lower: number; upper: number } {
  if (!Number.isSafeInteger(count) || count < 0) {
    throw new RangeError(`found count = ${count}, expected a whole number of 0 or more`);
  }
  return {
    lower: count === 0 ? 0 : gammaQuantile(count, "lower"),
    upper: gammaQuantile(count + 1, "upper"),
  };
}

/** Above this shape the expansion is exact to a relative 1e-12, and the sums of `refine` grow long. */
const largeShape = 1000;

type Tail = "lower" | "upper";

/** The quantile of the gamma distribution with a whole `shape` and scale 1 that leaves 2.5 % in `tail`. */
function gammaQuantile(shape: number, tail: Tail): number {
  const z = tail === "upper" ? normalQuantile975 : -normalQuantile975;
  if (shape > largeShape) return expansion(shape, z);
  // Newton's method starts from Wilson & Hilferty (1931), "The distribution of chi-square", PNAS 17, p. 684-688.
  let quantile = shape * (1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape))) ** 3;
  for (let iteration = 0; iteration < 20; iteration++) {
    const next = refine(quantile, shape, tail);
    const done = Math.abs(next - quantile) <= 1e-14 * quantile;
    quantile = next;
    if (done) break;
  }
  return quantile;
}

/** One step of Newton's method on the logarithm of the tail's probability. */
function refine(x: number, shape: number, tail: Tail): number {
  // The tail is a sum of Poisson terms: those below `shape` (upper tail of x), or those from `shape` on.
  const k = tail === "upper" ? shape - 1 : shape;
  let term = 1;
  let sum = 1;
  if (tail === "upper") {
    for (let j = k; j > 0 && term > sum * 1e-18; j--) {
      term *= j / x;
      sum += term;
    }
  } else {
    for (let j = k + 1; term > sum * 1e-18; j++) {
      term *= x / j;
      sum += term;
    }
  }
  const logTail = k * Math.log(x) - x - logFactorial(k) + Math.log(sum);
  // d log(tail) / dx is minus or plus the density over the tail; the density is a Poisson term.
  const slope = tail === "upper" ? -1 / sum : shape / (x * sum);
  return x - (logTail - Math.log(0.025)) / slope;
}

function logFactorial(k: number): number {
  let sum = 0;
  for (let j = 2; j <= k; j++) sum += Math.log(j);
  return sum;
}

/**
 * The Cornish-Fisher expansion of a chi-square quantile, halved: Goldberg & Levine (1946), "Approximate
 * formulas for the percentage points and normalization of t and chi-square", Ann. Math. Stat. 17, p. 216-225.
 */
function expansion(shape: number, z: number): number {
  const v = 2 * shape;
  const root = Math.sqrt(2 * v);
  const quantile =
    v +
    root * z +
    (2 / 3) * (z ** 2 - 1) +
    (z ** 3 - 7 * z) / (9 * root) -
    (6 * z ** 4 + 14 * z ** 2 - 32) / (405 * v) +
    (9 * z ** 5 + 256 * z ** 3 - 433 * z) / (4860 * v * root) +
    (12 * z ** 6 - 243 * z ** 4 - 923 * z ** 2 + 1472) / (25515 * v ** 2);
  return quantile / 2;
}
