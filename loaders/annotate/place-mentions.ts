import type { Hit } from "../query/match.ts";

/** Where a text names a region. Places of words and offsets are those of the text. */
export interface Mention {
  readonly region: string;
  /** A description or an adjective that names no region by its name. */
  readonly weak: boolean;
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
}

/** The region that a pattern names. */
export interface PatternOwner {
  readonly region: string;
  readonly weak: boolean;
  /** Words of the name that stand elsewhere, at the end of a list: they count where patterns overlap. */
  readonly apart?: number;
}

/**
 * The mentions among the hits of the regions' patterns, in order of place. Where hits overlap the longest counts (in
 * words, those that stand at the end of a list among them, then in characters); the same words may name two regions: then both are named.
 */
export function mentionsAmong(hits: readonly Hit[], owners: readonly PatternOwner[]): Mention[] {
  const distinct = new Map<string, Mention>();
  const wordsOf = new Map<Mention, number>();
  for (const { pattern, first, last, start, end } of hits) {
    const { region, weak, apart = 0 } = owners[pattern]!;
    const key = `${first} ${last} ${region}`;
    if (weak && distinct.has(key)) continue;
    const mention = { region, weak, first, last, start, end };
    distinct.set(key, mention);
    wordsOf.set(mention, last - first + 1 + apart);
  }
  const bySize = [...distinct.values()].sort(
    (a, b) => wordsOf.get(b)! - wordsOf.get(a)! || b.end - b.start - (a.end - a.start) || a.first - b.first,
  );
  const isAsLong = (one: Mention, other: Mention) =>
    one.first === other.first && one.last === other.last && wordsOf.get(one) === wordsOf.get(other);
  const taken = new Map<number, Mention>();
  const kept = bySize.filter((mention) => {
    for (let word = mention.first; word <= mention.last; word++) {
      const other = taken.get(word);
      if (other !== undefined && !isAsLong(other, mention)) return false;
    }
    for (let word = mention.first; word <= mention.last; word++) taken.set(word, mention);
    return true;
  });
  return kept.sort((a, b) => a.first - b.first);
}
