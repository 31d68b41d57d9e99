import { z } from "zod";
import { quantile } from "../../quantile.ts";
import { seeded } from "../../random.ts";
import { type EstimatedRow, estimator } from "../estimator.ts";
import { correctShares } from "../methods/confusion-correction.ts";
import { drawDirichlet } from "../methods/dirichlet.ts";

const parameters = z.strictObject({
  /** Column whose values are corrected apart from each other. */
  group: z.string(),
  /** All classes, in an order. */
  classes: z.array(z.string()).min(2),
  /** The two classes whose share of both together is asked for: the first over the first and the second. */
  pair: z.tuple([z.string(), z.string()]),
  replicates: z.int().min(100).max(100_000).default(2000),
  seed: z.int(),
});

/** Parts of a whole that correctShares takes, which counts in whole numbers. */
const whole = 1e9;

/**
 * Shares as the machine found them and as they are once its errors are taken out, by the table of people's answers
 * against the machine's. Rows with `kind` found give the machine's counts (`machine`, `amount`) of each group; rows with
 * `kind` coded, the same in all groups, the share `amount` of people's answer `people` that the machine answered
 * `machine`, and the `effective` sample behind it. Gives a row a group: `first` and `second` (counts of the pair), `raw`
 * and `corrected` with `low` and `high`.
 *
 * The interval is of 2.5 and 97.5 % of draws of all that is uncertain: the machine's shares and each row of the table,
 * from Dirichlet distributions with their counts and a weight of 1 in all beside them. Draws in which a share falls below 0 count as 0.
 * No correction (nulls) where a class was not coded or its cell is withheld.
 */
export default estimator({
  parameters,
  estimate(rows, { group, classes, pair, replicates, seed }) {
    const groups = rows.texts(group);
    const kinds = rows.texts("kind");
    const people = rows.texts("people");
    const machines = rows.texts("machine");
    const amounts = rows.numbers("amount");
    const effective = rows.numbers("effective");
    const found = new Map<string, number[]>();
    const table = classes.map(() => classes.map(() => 0));
    const sizes = classes.map(() => 0);
    for (let row = 0; row < rows.count; row++) {
      const j = classes.indexOf(machines[row]!);
      if (j === -1) throw new Error(`found the class "${machines[row]}", expected ${classes.join(", ")}`);
      if (kinds[row] === "found") {
        const known = found.get(groups[row]!) ?? classes.map(() => 0);
        known[j]! += amounts[row]!;
        found.set(groups[row]!, known);
      } else {
        const i = classes.indexOf(people[row]!);
        if (i === -1) throw new Error(`found the class "${people[row]}", expected ${classes.join(", ")}`);
        table[i]![j] = amounts[row]!;
        sizes[i] = effective[row]!;
      }
    }
    const known = sizes.every((size) => size > 0) && table.flat().every((share) => !Number.isNaN(share));
    const [first, second] = pair.map((name) => classes.indexOf(name)) as [number, number];
    return [...found].map(([id, counts]): EstimatedRow => {
      const raw = counts[first]! / (counts[first]! + counts[second]!);
      const row = { [group]: id, first: counts[first]!, second: counts[second]!, raw };
      const total = counts.reduce((sum, count) => sum + count, 0);
      if (!known || total === 0) return { ...row, corrected: null, low: null, high: null };
      const corrected = share(correctShares(counts, table.map(parts)), first, second);
      const random = seeded(seed, id);
      const drawn: number[] = [];
      for (let replicate = 0; replicate < replicates; replicate++) {
        const machine = drawDirichlet(counts.map(weighted(1, classes.length)), random);
        const errors = table.map((shares, i) =>
          drawDirichlet(shares.map((one) => one * sizes[i]!).map(weighted(1, classes.length)), random),
        );
        const one = share(correctShares(parts(machine), errors.map(parts)), first, second);
        if (one !== null) drawn.push(one);
      }
      const sorted = Float64Array.from(drawn).sort();
      const enough = drawn.length * 2 >= replicates;
      return {
        ...row,
        corrected,
        low: enough ? quantile(sorted, 0.025) : null,
        high: enough ? quantile(sorted, 0.975) : null,
      };
    });
  },
});

function weighted(prior: number, classes: number): (count: number) => number {
  return (count) => count + prior / classes;
}

function parts(shares: readonly number[]): number[] {
  return shares.map((share) => Math.round(share * whole));
}

/** The first class's part of two, shares below 0 held at 0; null where neither is left. */
function share(shares: readonly number[] | null, first: number, second: number): number | null {
  if (shares === null) return null;
  const [a, b] = [Math.max(0, shares[first]!), Math.max(0, shares[second]!)];
  return a + b > 0 ? a / (a + b) : null;
}
