import type { LeafQuery } from "../query/ast.ts";
import type { Hit } from "../query/match.ts";
import type { ReadPost } from "../query/post.ts";

/** The patterns of all annotators, so that one pass over a text finds them all. */
export class PatternSet {
  readonly patterns: LeafQuery[] = [];

  /** Adds an annotator's patterns; the result tells its hits from the others'. */
  add(patterns: readonly LeafQuery[]): PatternRange {
    const from = this.patterns.length;
    this.patterns.push(...patterns);
    return { from, to: this.patterns.length };
  }
}

/** The numbers of one annotator's patterns: `from` to before `to`. */
export interface PatternRange {
  readonly from: number;
  readonly to: number;
}

/** Every hit in a post's title and in its text. Places in the one say nothing of places in the other. */
export type PostHits = Pick<ReadPost, "title" | "text">;

const NONE: readonly Hit[] = [];

/** The hits of one annotator, their patterns numbered from 0. */
export function hitsWithin(hits: readonly Hit[], { from, to }: PatternRange): readonly Hit[] {
  let own: Hit[] | undefined;
  for (let i = 0; i < hits.length; i++) {
    const { pattern, first, last, start, end } = hits[i]!;
    if (pattern < from || pattern >= to) continue;
    own ??= [];
    own.push({ pattern: pattern - from, first, last, start, end });
  }
  return own ?? NONE;
}

/** Whether the words of one hit are all among the words of another. */
export function covers(outer: Hit, inner: Hit): boolean {
  return outer.first <= inner.first && inner.last <= outer.last;
}
