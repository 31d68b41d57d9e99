import type { Random } from "../random.ts";
import { drawGamma, drawNormal } from "../random-gamma.ts";

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
    const drawn = Math.round(trials * p + Math.sqrt(variance) * drawNormal(random));
    return Math.min(trials, Math.max(0, drawn));
  }
  const scale = Math.log1p(-p);
  let successes = 0;
  for (let at = 0; ; successes++) {
    at += Math.floor(Math.log(1 - random()) / scale) + 1;
    if (!(at <= trials)) return successes;
  }
}
