import { type Random, shuffled } from "../random.ts";
import type { Shares, Stratum } from "./strata.ts";

/** One post of a question's sample. */
export interface DrawnPost {
  /** Index of the post in the frame. */
  readonly post: number;
  readonly stratum: Stratum;
  /** Posts of the stratum. */
  readonly size: number;
  /** Posts drawn of it: each had the probability drawn / size. */
  readonly drawn: number;
}

/**
 * How many posts to draw of each stratum: the shares of `total`, whole numbers; what a small stratum can't give
 * goes to the others. Never more than there are.
 */
export function allocate(
  sizes: Readonly<Record<Stratum, number>>,
  total: number,
  shares: Shares,
): Readonly<Record<Stratum, number>> {
  const strata = Object.keys(shares);
  const drawn: Record<Stratum, number> = Object.fromEntries(strata.map((name) => [name, 0]));
  let left = Math.min(
    total,
    strata.reduce((sum, name) => sum + sizes[name]!, 0),
  );
  while (left > 0) {
    const open = strata.filter((name) => drawn[name]! < sizes[name]!);
    const sum = open.reduce((all, name) => all + shares[name]!, 0);
    const portion = left;
    for (const name of open) {
      const more = Math.min(
        left,
        sizes[name]! - drawn[name]!,
        Math.max(1, Math.round((portion * shares[name]!) / sum)),
      );
      drawn[name]! += more;
      left -= more;
    }
  }
  return drawn;
}

/**
 * A stratified random sample without replacement, in random order, so that neither order nor number tells the
 * stratum. `frame` has the stratum of each post, null for a post that the question is not asked of.
 */
export function drawSample(
  frame: readonly (Stratum | null)[],
  total: number,
  random: Random,
  shares: Shares,
): DrawnPost[] {
  const strata = Object.keys(shares);
  const members: Record<Stratum, number[]> = Object.fromEntries(strata.map((name) => [name, []]));
  frame.forEach((stratum, post) => {
    if (stratum !== null) members[stratum]!.push(post);
  });
  const drawn = allocate(
    Object.fromEntries(strata.map((name) => [name, members[name]!.length])),
    total,
    shares,
  );
  const posts = strata.flatMap((stratum) =>
    shuffled(members[stratum]!, random)
      .slice(0, drawn[stratum])
      .map((post) => ({ post, stratum, size: members[stratum]!.length, drawn: drawn[stratum]! })),
  );
  return shuffled(posts, random);
}
