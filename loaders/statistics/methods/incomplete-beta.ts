import gammaln from "@stdlib/math-base-special-gammaln";

/**
 * The natural logarithm of the regularised incomplete beta function I_x(a, b), by its continued fraction
 * (Abramowitz & Stegun 1964, 26.5.8; Lentz 1976). `y` is 1 - x, given by itself so that an x near 1 keeps its
 * digits. Throws where a or b is not above 0 or x is outside 0 to 1.
 */
export function logIncompleteBeta(x: number, a: number, b: number, y: number = 1 - x): number {
  if (!(a > 0 && b > 0 && x >= 0 && x <= 1)) {
    throw new RangeError(`found x = ${x}, a = ${a}, b = ${b}, expected 0 <= x <= 1 and a, b > 0`);
  }
  if (x === 0) return Number.NEGATIVE_INFINITY;
  if (y === 0) return 0;
  if (x > (a + 1) / (a + b + 2)) return Math.log1p(-Math.exp(logByFraction(y, b, a, x)));
  return logByFraction(x, a, b, y);
}

function logByFraction(x: number, a: number, b: number, y: number): number {
  const front = a * Math.log(x) + b * Math.log(y) + gammaln(a + b) - gammaln(a) - gammaln(b) - Math.log(a);
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1));
  let h = d;
  for (let m = 1; m < 1_000_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / (1 + even * d);
    c = 1 + even / c;
    h *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + odd * d);
    c = 1 + odd / c;
    h *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return front + Math.log(h);
}

/** The quantile of the beta distribution at `p`, by halving an interval of x until no number lies between. */
export function betaQuantile(p: number, a: number, b: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`found p = ${p}, expected 0 < p < 1`);
  let [low, high] = [0, 1];
  for (let step = 0; step < 1100; step++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (Math.exp(logIncompleteBeta(middle, a, b)) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
