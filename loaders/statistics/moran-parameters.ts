import { z } from "zod";

/** What both estimators of Moran's I take: columns of the statement, and how many seeded permutations p rests on. */
export const moranParameters = z.strictObject({
  unit: z.string(),
  count: z.string(),
  population: z.string(),
  neighbour: z.string(),
  draws: z.int().min(99).max(100_000).default(9999),
  seed: z.int(),
});
