import { createHash } from "node:crypto";
import type { Concept } from "../study/types.ts";
import type { CodingItem, KeyRow } from "./coding-item.ts";
import { drawSample } from "./draw-sample.ts";
import type { Frame, ShownPost } from "./frame.ts";
import { seeded } from "./random.ts";

/** The key of a sample: which posts were drawn, how likely each was, and under which number coders see it. */
export interface Sample {
  /** Twelve hex digits of SHA-256 of everything in the key. */
  readonly id: string;
  readonly seed: number;
  readonly key: readonly KeyRow[];
}

/** Draws `size` posts a topic. Each topic has a random stream of its own: adding one changes no other's sample. */
export function makeSample(
  frame: Frame,
  topics: readonly Concept[],
  { size, seed }: { size: number; seed: number },
): Sample {
  const drawn = topics.flatMap(({ id: topic }) =>
    drawSample(frame.strata.get(topic)!, size, seeded(seed, topic)).map(({ post, stratum, size, drawn }) => ({
      topic,
      post_id: frame.postIds[post]!,
      stratum,
      stratum_size: size,
      stratum_drawn: drawn,
      probability: drawn / size,
      weight: size / drawn,
    })),
  );
  const id = createHash("sha256")
    .update(JSON.stringify([seed, drawn]))
    .digest("hex")
    .slice(0, 12);
  const width = Math.max(4, String(drawn.length).length);
  const key = drawn.map((row, index) => ({
    item: `${id.slice(0, 4)}-${String(index + 1).padStart(width, "0")}`,
    ...row,
  }));
  return { id, seed, key };
}

/** What coders see of a sample. */
export function codingItems(sample: Sample, posts: ReadonlyMap<string, ShownPost>): CodingItem[] {
  return sample.key.map(({ item, topic, post_id }) => ({ item, topic, ...posts.get(post_id)! }));
}
