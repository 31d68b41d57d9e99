import { type Random, shuffled } from "./random.ts";
import { type Stratum, strata } from "./strata.ts";

/**
 * How a topic's sample is shared out: retrieved posts carry precision, the others recall. The rest is large, so that
 * what is not known of it widens the interval of recall most.
 */
const shares: Readonly<Record<Stratum, number>> = { retrieved: 0.3, near: 0.3, rest: 0.4 };

/** One post of a topic's sample. */
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
): Readonly<Record<Stratum, number>> {
  const drawn: Record<Stratum, number> = { retrieved: 0, near: 0, rest: 0 };
  let left = Math.min(
    total,
    strata.reduce((sum, name) => sum + sizes[name], 0),
  );
  while (left > 0) {
    const open = strata.filter((name) => drawn[name] < sizes[name]);
    const sum = open.reduce((all, name) => all + shares[name], 0);
    const portion = left;
    for (const name of open) {
      const more = Math.min(
        left,
        sizes[name] - drawn[name],
        Math.max(1, Math.round((portion * shares[name]) / sum)),
      );
      drawn[name] += more;
      left -= more;
    }
  }
  return drawn;
}

/**
 * A stratified random sample without replacement, in random order, so that neither order nor number tells the
 * stratum. `frame` has the stratum of each post.
 */
export function drawSample(frame: readonly Stratum[], total: number, random: Random): DrawnPost[] {
  const members: Record<Stratum, number[]> = { retrieved: [], near: [], rest: [] };
  frame.forEach((stratum, post) => {
    members[stratum].push(post);
  });
  const drawn = allocate(
    { retrieved: members.retrieved.length, near: members.near.length, rest: members.rest.length },
    total,
  );
  const posts = strata.flatMap((stratum) =>
    shuffled(members[stratum], random)
      .slice(0, drawn[stratum])
      .map((post) => ({ post, stratum, size: members[stratum].length, drawn: drawn[stratum] })),
  );
  return shuffled(posts, random);
}
