import type { Random } from "../random.ts";

/** A draw from the standard normal distribution (Box and Muller 1958). */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/**
 * A draw from the gamma distribution of the given shape and scale 1: Marsaglia and Tsang (2000), "A simple method
 * for generating gamma variables", ACM Transactions on Mathematical Software 26(3); below shape 1 by their
 * section 6.
 */
export function drawGamma(shape: number, random: Random): number {
  if (shape < 1) return drawGamma(shape + 1, random) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(random);
    const v = (1 + c * x) ** 3;
    if (v <= 0) continue;
    if (Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** A draw from the beta distribution. */
export function drawBeta(a: number, b: number, random: Random): number {
  const x = drawGamma(a, random);
  return x / (x + drawGamma(b, random));
}

/**
 * A draw of the successes in `trials` trials, by the gaps between successes (Devroye 1986, X.4.3), or from the normal
 * approximation where it is close (np(1−p) > 25).
 */
export function drawBinomial(trials: number, p: number, random: Random): number {
  if (trials <= 0 || p <= 0) return 0;
  if (p >= 1) return trials;
  if (p > 0.5) return trials - drawBinomial(trials, 1 - p, random);
  const variance = trials * p * (1 - p);
  if (variance > 25) {
    const drawn = Math.round(trials * p + Math.sqrt(variance) * normal(random));
    return Math.min(trials, Math.max(0, drawn));
  }
  const scale = Math.log1p(-p);
  let successes = 0;
  for (let at = 0; ; successes++) {
    at += Math.floor(Math.log(1 - random()) / scale) + 1;
    if (!(at <= trials)) return successes;
  }
}
