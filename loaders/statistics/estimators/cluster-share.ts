import { z } from "zod";
import { seeded } from "../../random.ts";
import { type EstimatedRow, estimator } from "../estimator.ts";
import { clusterTotals } from "../methods/cluster-bootstrap.ts";
import { expandedInterval } from "../methods/expanded-percentiles.ts";
import { seriesOf } from "../series/series-of.ts";

const parameters = z.strictObject({
  /** Columns whose values together name a whole of its own. */
  groups: z.array(z.string()).min(1),
  /** Column that names the part; null in the rows that count the whole. */
  part: z.string(),
  /** Column of numbers that tell clusters apart. */
  cluster: z.string(),
  /** Column of counts: what a cluster has of the part, or of the whole. */
  count: z.string(),
  replicates: z.int().min(100).max(100_000).default(2000),
  seed: z.int(),
});

/**
 * The share of each part in its whole with a 95 % bootstrap interval over clusters drawn whole: parts may overlap. The
 * statement has a row for what each cluster has of each part, and one for what it has of the whole. Gives the group's columns, the
 * part's, `stories`, `of`, `share`, `low`, `high` and the number of `clusters`. Limits are those of expandedInterval;
 * null of one cluster.
 */
export default estimator({
  parameters,
  estimate(rows, given): EstimatedRow[] {
    const parts = rows.texts(given.part);
    const [clusters, counts] = [rows.numbers(given.cluster), rows.numbers(given.count)];
    return seriesOf(rows, given.groups).flatMap(({ ids, at }) => {
      const names = [...new Set(at.map((row) => parts[row]!).filter((name) => name !== null))];
      const cells = new Map<string | null, number>([
        [null, 0],
        ...names.map((name, part) => [name, part + 1] as const),
      ]);
      const seen = new Map<number, number>();
      const cluster = Uint32Array.from(at, (row) => {
        if (!seen.has(clusters[row]!)) seen.set(clusters[row]!, seen.size);
        return seen.get(clusters[row]!)!;
      });
      const pieces = {
        cluster,
        cell: Uint32Array.from(at, (row) => cells.get(parts[row]!)!),
        times: Float64Array.from(at, (row) => counts[row]!),
      };
      const sums = new Float64Array(cells.size);
      pieces.cell.forEach((cell, piece) => {
        sums[cell]! += pieces.times[piece]!;
      });
      const drawn = names.map((): number[] => []);
      const random = seeded(given.seed, JSON.stringify(Object.values(ids)));
      for (const totals of clusterTotals(pieces, cells.size, given.replicates, random)) {
        if (totals[0] === 0) continue;
        for (let part = 0; part < names.length; part++) drawn[part]!.push(totals[part + 1]! / totals[0]!);
      }
      return names.map((name, part) => {
        const interval = expandedInterval(drawn[part]!, seen.size);
        return {
          ...ids,
          [given.part]: name,
          stories: sums[part + 1]!,
          of: sums[0]!,
          clusters: seen.size,
          share: sums[part + 1]! / sums[0]!,
          low: interval?.lower ?? null,
          high: interval?.upper ?? null,
        };
      });
    });
  },
});
