import type { Random } from "../../random.ts";

/**
 * A draw from the Dirichlet distribution: shares that add up to 1. Gammas over their sum, each by Marsaglia & Tsang
 * (2000), "A simple method for generating gamma variables", ACM TOMS 26(3), p. 363-372. Throws where a weight is not
 * above 0.
 */
export function drawDirichlet(weights: readonly number[], random: Random): number[] {
  if (!weights.every((weight) => weight > 0 && weight < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`found weights ${weights.join(", ")}, expected each above 0`);
  }
  const gammas = weights.map((weight) => drawGamma(weight, random));
  const sum = gammas.reduce((total, gamma) => total + gamma, 0);
  return gammas.map((gamma) => gamma / sum);
}

function drawGamma(shape: number, random: Random): number {
  if (shape < 1) return drawGamma(shape + 1, random) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = drawNormal(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

function drawNormal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
