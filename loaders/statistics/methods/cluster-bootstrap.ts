import type { Random } from "../../random.ts";

/**
 * The weights of units in `draws` bootstrap resamples of whole clusters. `factors` are one or more ways to
 * cluster the same units, each a cluster number from 0 for every unit: story alone, or story and source. With
 * one factor it is the cluster bootstrap (Davison & Hinkley 1997, "Bootstrap Methods and their Application",
 * 3.8): as many clusters are drawn with replacement as there are, and a unit counts as often as its cluster was
 * drawn. With more each factor is drawn by itself and a unit's weight is the product: Owen (2007), "The
 * pigeonhole bootstrap", Annals of Applied Statistics 1(2), p. 386-411, which errs to the wide side. Yields one
 * array for all draws, written anew: use it before the next. Throws where there are no factors, their lengths
 * differ, or a number is not a whole one of 0 or more.
 */
export function* clusterWeights(
  factors: readonly ArrayLike<number>[],
  draws: number,
  random: Random,
): Generator<Float64Array> {
  const units = factors[0]?.length;
  if (units === undefined || factors.some((factor) => factor.length !== units)) {
    throw new RangeError(
      `found factors of ${factors.map(({ length }) => length).join(", ")} units, expected as many`,
    );
  }
  const sizes = factors.map((factor) => {
    let size = 0;
    for (let unit = 0; unit < units; unit++) {
      const cluster = factor[unit]!;
      if (!Number.isSafeInteger(cluster) || cluster < 0) throw new RangeError(`found cluster ${cluster}`);
      size = Math.max(size, cluster + 1);
    }
    return size;
  });
  const weights = new Float64Array(units);
  const times = sizes.map((size) => new Uint32Array(size));
  for (let draw = 0; draw < draws; draw++) {
    factors.forEach((factor, at) => {
      const drawn = times[at]!.fill(0);
      const size = drawn.length;
      for (let k = 0; k < size; k++) drawn[Math.floor(random() * size)]!++;
      if (at === 0) for (let unit = 0; unit < units; unit++) weights[unit] = drawn[factor[unit]!]!;
      else for (let unit = 0; unit < units; unit++) weights[unit]! *= drawn[factor[unit]!]!;
    });
    yield weights;
  }
}

/** Parts of data: in which cluster and cell each is, and how much it is. */
interface Parts {
  readonly cluster: ArrayLike<number>;
  readonly cell: ArrayLike<number>;
  readonly times: ArrayLike<number>;
}

/**
 * How much falls into each cell in `draws` bootstrap resamples of whole clusters of one factor: the sums by cell of
 * `times` multiplied with the weights of `clusterWeights`, with the same numbers drawn. Cells are numbered from 0 up to
 * `cells`, `times` are whole numbers, so that no sum depends on its order. Clusters that hold the same are drawn as one
 * kind, and a kind is added as often as it was drawn. Yields one array for all draws, written anew: use it before the next.
 */
export function* clusterTotals(
  parts: Parts,
  cells: number,
  draws: number,
  random: Random,
): Generator<Float64Array> {
  const { kindOf, starts, cell, times } = kindsOf(parts, cells);
  const clusters = kindOf.length;
  const kinds = starts.length - 1;
  const drawn = new Uint32Array(kinds);
  const sums = new Float64Array(cells);
  for (let draw = 0; draw < draws; draw++) {
    drawn.fill(0);
    for (let k = 0; k < clusters; k++) drawn[kindOf[Math.floor(random() * clusters)]!]!++;
    sums.fill(0);
    for (let kind = 0; kind < kinds; kind++) {
      const often = drawn[kind]!;
      if (often === 0) continue;
      for (let at = starts[kind]!; at < starts[kind + 1]!; at++) sums[cell[at]!]! += often * times[at]!;
    }
    yield sums;
  }
}

/** Each cluster's kind, and what a cluster of a kind holds: `times[i]` in `cell[i]` for i in starts[kind] .. starts[kind + 1]. */
function kindsOf(parts: Parts, cells: number) {
  const all = Uint32Array.from({ length: parts.cluster.length }, (_, at) => at);
  const order = sortedBy(parts.cluster, sortedBy(parts.cell, all, cells));
  const clusters = order.length === 0 ? 0 : parts.cluster[order.at(-1)!]! + 1;
  const numbers = new Map<string, number>();
  const kinds = new Uint32Array(clusters);
  const [starts, cell, times]: [number[], number[], number[]] = [[0], [], []];
  for (let cluster = 0, at = 0; cluster < clusters; cluster++) {
    const held: [cell: number, times: number][] = [];
    for (; at < order.length && parts.cluster[order[at]!] === cluster; at++) {
      const [place, amount] = [parts.cell[order[at]!]!, parts.times[order[at]!]!];
      const last = held.at(-1);
      if (last?.[0] === place) last[1] += amount;
      else held.push([place, amount]);
    }
    const name = held.join(" ");
    const known = numbers.get(name);
    kinds[cluster] = known ?? numbers.size;
    if (known !== undefined) continue;
    numbers.set(name, numbers.size);
    for (const [place, amount] of held) {
      cell.push(place);
      times.push(amount);
    }
    starts.push(cell.length);
  }
  return {
    // Two bytes a cluster where they do: the list is read at random, and should stay near the processor.
    kindOf: numbers.size <= 65536 ? Uint16Array.from(kinds) : kinds,
    starts: Uint32Array.from(starts),
    cell: Uint32Array.from(cell),
    times: Float64Array.from(times),
  };
}

/** Places of `order` sorted by their key, whole numbers from 0, equals as they stand. */
function sortedBy(key: ArrayLike<number>, order: Uint32Array, least = 0): Uint32Array {
  let keys = least;
  for (const at of order) keys = Math.max(keys, key[at]! + 1);
  const next = new Uint32Array(keys + 1);
  for (const at of order) next[key[at]! + 1]!++;
  for (let one = 0; one < keys; one++) next[one + 1]! += next[one]!;
  const out = new Uint32Array(order.length);
  for (const at of order) out[next[key[at]!]!++] = at;
  return out;
}
