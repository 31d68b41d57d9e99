import { type Random, shuffle } from "../../random.ts";
import { benjaminiHochberg } from "./adjusted-p.ts";
import type { Neighbours } from "./contiguity.ts";
import { centred, lagged } from "./morans-i.ts";

export interface LocalMoran {
  readonly i: number;
  /** The region and its neighbours against the mean: high-high is a cluster, high-low an outlier. */
  readonly quadrant: "high-high" | "low-low" | "high-low" | "low-high";
  /** Two-sided, of conditional permutations. */
  readonly p: number;
  /** `p` with Benjamini and Hochberg's false discovery control over the map's regions. */
  readonly adjusted: number;
}

/**
 * Local Moran's I of each region, neighbours weighing 1 in all: Anselin (1995), "Local indicators of spatial
 * association", Geographical Analysis 27, p. 93-115, scaled by n - 1 as in PySAL's esda. p is twice the smaller
 * share of `draws` placements of the other regions' values that reach the neighbours' mean; false discoveries as
 * by Caldas de Castro & Singer (2006), Geographical Analysis 38, p. 180-208. Exploration, not proof. A region
 * without neighbours is null. Null in all where fewer than 4 values or all equal; throws as `moransI`.
 */
export function localMoran(
  values: readonly number[],
  neighbours: Neighbours,
  draws: number,
  random: Random,
): (LocalMoran | null)[] | null {
  const deviations = centred(values, neighbours);
  if (deviations === null || values.length < 4) return null;
  const square = deviations.reduce((sum, d) => sum + d * d, 0);
  const linked = neighbours.flatMap((list, at) => (list.length > 0 ? [at] : []));
  const p = linked.map((at) => permutationP(deviations, at, neighbours[at]!, draws, random));
  const adjusted = benjaminiHochberg(p);
  const out: (LocalMoran | null)[] = values.map(() => null);
  linked.forEach((at, place) => {
    const [own, lag] = [deviations[at]!, lagged(deviations, neighbours[at]!)];
    out[at] = {
      i: ((values.length - 1) * own * lag) / square,
      quadrant: `${own > 0 ? "high" : "low"}-${lag > 0 ? "high" : "low"}`,
      p: p[place]!,
      adjusted: adjusted[place]!,
    };
  });
  return out;
}

function permutationP(
  deviations: Float64Array,
  at: number,
  list: readonly number[],
  draws: number,
  random: Random,
): number {
  const others = deviations.filter((_, place) => place !== at);
  const found = lagged(deviations, list);
  // Sums in another order differ in their last digits.
  const slack = 1e-12 * Math.max(...deviations.map(Math.abs));
  let [high, low] = [0, 0];
  for (let draw = 0; draw < draws; draw++) {
    shuffle(others, random);
    let sum = 0;
    for (let k = 0; k < list.length; k++) sum += others[k]!;
    const lag = sum / list.length;
    if (lag >= found - slack) high++;
    if (lag <= found + slack) low++;
  }
  return Math.min(1, (2 * (1 + Math.min(high, low))) / (1 + draws));
}
