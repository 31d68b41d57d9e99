import { createHash } from "node:crypto";
import { seeded } from "../random.ts";
import type { CodingItem, KeyRow } from "./coding-item.ts";
import { drawSample } from "./draw-sample.ts";
import type { Frame, ShownPost } from "./frame.ts";
import type { Question } from "./question.ts";
import { sharesOf } from "./strata.ts";

/** The key of a sample: which posts were drawn, how likely each was, and under which number coders see it. */
export interface Sample {
  /** Twelve hex digits of SHA-256 of everything in the key. */
  readonly id: string;
  readonly seed: number;
  readonly key: readonly KeyRow[];
  /** `Question.definition` of each question when it was drawn. */
  readonly defined: Readonly<Record<string, string>>;
}

/**
 * Draws `size` posts a question of two answers, and half as many for each answer of a question of more. Each question
 * has a random stream of its own: adding one changes no other's sample.
 */
export function makeSample(
  frame: Frame,
  questions: readonly Question[],
  { size, seed }: { size: number; seed: number },
): Sample {
  const drawn = questions.flatMap((question) => {
    const total = Math.round((size * question.answers.length) / 2);
    const posts = drawSample(
      frame.strata.get(question.id)!,
      total,
      seeded(seed, question.id),
      sharesOf(question),
    );
    return posts.map(({ post, stratum, size, drawn }) => ({
      question: question.id,
      post_id: frame.postIds[post]!,
      stratum,
      stratum_size: size,
      stratum_drawn: drawn,
      probability: drawn / size,
      weight: size / drawn,
    }));
  });
  const id = createHash("sha256")
    .update(JSON.stringify([seed, drawn]))
    .digest("hex")
    .slice(0, 12);
  const width = Math.max(4, String(drawn.length).length);
  const key = drawn.map((row, index) => ({
    item: `${id.slice(0, 4)}-${String(index + 1).padStart(width, "0")}`,
    ...row,
  }));
  return {
    id,
    seed,
    key,
    defined: Object.fromEntries(questions.map(({ id, definition }) => [id, definition])),
  };
}

/** What coders see of a sample. */
export function codingItems(sample: Sample, posts: ReadonlyMap<string, ShownPost>): CodingItem[] {
  return sample.key.map(({ item, question, post_id }) => ({ item, question, ...posts.get(post_id)! }));
}
