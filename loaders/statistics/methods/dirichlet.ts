import type { Random } from "../../random.ts";
import { drawGamma } from "../../random-gamma.ts";

/**
 * A draw from the Dirichlet distribution: shares that add up to 1. Gammas over their sum. Throws where a weight
 * is not above 0.
 */
export function drawDirichlet(weights: readonly number[], random: Random): number[] {
  if (!weights.every((weight) => weight > 0 && weight < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`found weights ${weights.join(", ")}, expected each above 0`);
  }
  const gammas = weights.map((weight) => drawGamma(weight, random));
  const sum = gammas.reduce((total, gamma) => total + gamma, 0);
  return gammas.map((gamma) => gamma / sum);
}
