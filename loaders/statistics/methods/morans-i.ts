import { type Random, shuffle } from "../../random.ts";
import type { Neighbours } from "./contiguity.ts";
import { normalTwoSided } from "./normal-tail.ts";
import { checkSeries } from "./series.ts";
import type { Tail } from "./tail.ts";

export interface MoransI {
  readonly i: number;
  /** -1 / (n - 1). */
  readonly expected: number;
  /** The variance under random placement of these very values. */
  readonly variance: number;
  readonly z: number;
  /** Two-sided, by the normal approximation; with few regions trust the permutations. */
  readonly normal: Tail;
  /** Regions without neighbours: they count in n and the mean, and in no pair. */
  readonly islands: number;
}

/**
 * Global Moran's I of values (for rates: their `rateDeviates`) with each region's neighbours weighing 1 in all,
 * its expectation and its variance under randomisation: Moran (1950), Biometrika 37, p. 17-23; Cliff & Ord (1981),
 * "Spatial Processes", p. 46. Null of fewer than 4 values, where all are equal or where nobody has a neighbour.
 * Throws where there are not as many values as lists of neighbours, or a value is not finite.
 */
export function moransI(values: readonly number[], neighbours: Neighbours): MoransI | null {
  const deviations = centred(values, neighbours);
  const n = values.length;
  const pairs = neighbours.reduce((sum, list) => sum + list.length, 0);
  if (n < 4 || deviations === null || pairs === 0) return null;
  const i = score(deviations, neighbours);
  const { s0, s1, s2 } = weightSums(neighbours);
  const m2 = deviations.reduce((sum, d) => sum + d ** 2, 0) / n;
  const kurtosis = deviations.reduce((sum, d) => sum + d ** 4, 0) / n / m2 ** 2;
  const expected = -1 / (n - 1);
  const variance =
    (n * ((n * n - 3 * n + 3) * s1 - n * s2 + 3 * s0 ** 2) -
      kurtosis * ((n * n - n) * s1 - 2 * n * s2 + 6 * s0 ** 2)) /
      ((n - 1) * (n - 2) * (n - 3) * s0 ** 2) -
    expected ** 2;
  const z = variance > 0 ? (i - expected) / Math.sqrt(variance) : 0;
  const islands = neighbours.filter((list) => list.length === 0).length;
  return { i, expected, variance, z, normal: normalTwoSided(z), islands };
}

/**
 * The one-sided p of a Moran's I as high as this or higher, values being put on the map at random `draws` times:
 * (1 + those as high) / (1 + draws), so that it is never 0. Davison & Hinkley (1997), "Bootstrap Methods and
 * their Application", 4.3. Null and throws as `moransI`.
 */
export function moranPermutationP(
  values: readonly number[],
  neighbours: Neighbours,
  draws: number,
  random: Random,
): number | null {
  const deviations = centred(values, neighbours);
  if (values.length < 4 || deviations === null || neighbours.every((list) => list.length === 0)) return null;
  const found = score(deviations, neighbours);
  // Sums in another order differ in their last digits: an I within them is as high.
  const bar = found - 1e-12 * Math.max(1, Math.abs(found));
  let high = 0;
  for (let draw = 0; draw < draws; draw++) {
    shuffle(deviations, random);
    if (score(deviations, neighbours) >= bar) high++;
  }
  return (1 + high) / (1 + draws);
}

/** Values less their mean; null where all are equal. */
export function centred(values: readonly number[], neighbours: Neighbours): Float64Array | null {
  if (values.length !== neighbours.length) {
    throw new RangeError(
      `found ${values.length} values and ${neighbours.length} lists of neighbours, expected as many`,
    );
  }
  checkSeries(values);
  if (values.every((value) => value === values[0])) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Float64Array.from(values, (value) => value - mean);
}

/** The mean of the neighbours' deviations of one region; 0 of an island. */
export function lagged(deviations: Float64Array, list: readonly number[]): number {
  let sum = 0;
  for (const other of list) sum += deviations[other]!;
  return list.length === 0 ? 0 : sum / list.length;
}

function score(deviations: Float64Array, neighbours: Neighbours): number {
  let [cross, square, linked] = [0, 0, 0];
  for (let at = 0; at < deviations.length; at++) {
    const own = deviations[at]!;
    cross += own * lagged(deviations, neighbours[at]!);
    square += own * own;
    if (neighbours[at]!.length > 0) linked++;
  }
  return (deviations.length / linked) * (cross / square);
}

/** Cliff and Ord's S0, S1 and S2 of weights that add up to 1 in each row. */
function weightSums(neighbours: Neighbours): { s0: number; s1: number; s2: number } {
  const columns = neighbours.map(() => 0);
  const rows = neighbours.map((list) => (list.length > 0 ? 1 : 0));
  let s1 = 0;
  neighbours.forEach((list, at) => {
    for (const other of list) {
      const weight = 1 / list.length;
      const back = neighbours[other]!.includes(at) ? 1 / neighbours[other]!.length : 0;
      // A pair that links one way only is met once, the others twice.
      s1 += back === 0 ? weight ** 2 : (weight + back) ** 2 / 2;
      columns[other]! += weight;
    }
  });
  const s2 = rows.reduce<number>((sum, row, at) => sum + (row + columns[at]!) ** 2, 0);
  return { s0: rows.reduce<number>((sum, row) => sum + row, 0), s1, s2 };
}
