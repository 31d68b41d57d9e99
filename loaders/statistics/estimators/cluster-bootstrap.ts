import { z } from "zod";
import { quantile } from "../../quantile.ts";
import { seeded } from "../../random.ts";
import { type EstimatedRow, estimator } from "../estimator.ts";
import { clusterWeights } from "../methods/cluster-bootstrap.ts";
import { patterns } from "../methods/patterns.ts";
import type { RowSet } from "../row-set.ts";

const parameters = z.strictObject({
  /** Column of the statement whose two values are compared, and the values: the first against the second. */
  group: z.string(),
  values: z.tuple([z.string(), z.string()]),
  /** Column that is 1 where the row has the property, 0 where not. */
  hit: z.string(),
  /** Columns whose values are drawn with replacement: one, or two that cross. */
  clusters: z.array(z.string()).min(1).max(2),
  replicates: z.int().min(100).max(100_000).default(2000),
  seed: z.int(),
});
type Parameters = z.output<typeof parameters>;

/**
 * The difference and the ratio of two groups' shares, with the 95 % percentile bootstrap interval over clusters:
 * `clusterWeights` draws one cluster column, or two that cross.
 *
 * Gives two rows, `measure` difference and ratio, with `estimate`, `low`, `high`, the rows of each group (`first_of`,
 * `second_of`) and their hits (`first`, `second`). Draws in which a group is empty, or a ratio's second share is 0, are
 * set aside; limits are null where fewer than half are left.
 */
export default estimator({
  parameters,
  estimate(rows: RowSet, given: Parameters): EstimatedRow[] {
    const sides = sidesOf(rows.texts(given.group), given.values);
    const hits = rows.numbers(given.hit);
    const clusters = given.clusters.map((name) => numbered(rows, name));
    const counted = counts(sides, hits, new Float64Array(rows.count).fill(1));
    // Rows that no draw can tell apart are drawn as one that stands for all of them.
    const alike = patterns([...clusters, sides, hits]);
    const [alikeSides, alikeHits] = [alike.of(sides, Uint8Array), alike.of(hits, Float64Array)];
    const factors = clusters.map((cluster) => alike.of(cluster, Uint32Array));
    const times = new Float64Array(alike.times.length);
    const drawn = { difference: [] as number[], ratio: [] as number[] };
    const random = seeded(given.seed, "cluster-bootstrap");
    for (const weights of clusterWeights(factors, given.replicates, random)) {
      for (let at = 0; at < times.length; at++) times[at] = weights[at]! * alike.times[at]!;
      const found = measures(counts(alikeSides, alikeHits, times));
      if (found.difference !== null) drawn.difference.push(found.difference);
      if (found.ratio !== null) drawn.ratio.push(found.ratio);
    }
    const estimates = measures(counted);
    return (["difference", "ratio"] as const).map((measure) => ({
      measure,
      first: counted.hits[0],
      first_of: counted.rows[0],
      second: counted.hits[1],
      second_of: counted.rows[1],
      estimate: estimates[measure],
      ...limits(drawn[measure], given.replicates),
    }));
  },
});

interface Counts {
  readonly hits: readonly [number, number];
  readonly rows: readonly [number, number];
}

/** 0 and 1 for rows of the two groups, 2 for all others. */
function sidesOf(groups: readonly (string | null)[], values: readonly [string, string]): Uint8Array {
  return Uint8Array.from(groups, (group) => (group === values[0] ? 0 : group === values[1] ? 1 : 2));
}

/** Each row's cluster as a number from 0, in order of appearance. */
function numbered(rows: RowSet, name: string): Uint32Array {
  const seen = new Map<string | number | null, number>();
  const values = rows.isNumeric(name) ? rows.numbers(name) : rows.texts(name);
  const of = new Uint32Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    const known = seen.get(value) ?? seen.size;
    if (known === seen.size) seen.set(value, known);
    of[row] = known;
  }
  return of;
}

function counts(sides: Uint8Array, hits: Float64Array, weights: Float64Array): Counts {
  const sums = { hits: [0, 0, 0], rows: [0, 0, 0] };
  for (let row = 0; row < sides.length; row++) {
    const weight = weights[row]!;
    sums.rows[sides[row]!]! += weight;
    sums.hits[sides[row]!]! += weight * hits[row]!;
  }
  return { hits: [sums.hits[0]!, sums.hits[1]!], rows: [sums.rows[0]!, sums.rows[1]!] };
}

function measures({ hits, rows }: Counts): { difference: number | null; ratio: number | null } {
  if (rows[0] === 0 || rows[1] === 0) return { difference: null, ratio: null };
  const [first, second] = [hits[0] / rows[0], hits[1] / rows[1]];
  return { difference: first - second, ratio: second === 0 ? null : first / second };
}

function limits(values: number[], replicates: number): { low: number | null; high: number | null } {
  if (values.length * 2 < replicates) return { low: null, high: null };
  const sorted = Float64Array.from(values).sort();
  return { low: quantile(sorted, 0.025), high: quantile(sorted, 0.975) };
}
