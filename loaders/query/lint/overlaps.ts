/** Two concepts that posts have together. */
export interface Overlap {
  one: string;
  other: string;
  /** Posts that have both. */
  both: number;
  /** Posts that have each. */
  ofOne: number;
  ofOther: number;
  /** Both of either: Jaccard, "The distribution of the flora in the alpine zone" (1912). */
  jaccard: number;
  /** Both of the rarer: 1 where one concept never stands without the other (Szymkiewicz and Simpson). */
  ofRarer: number;
}

/** Counts which concepts stand in the same posts. */
export class Overlaps {
  private readonly posts = new Map<string, number>();
  private readonly pairs = new Map<string, Map<string, number>>();

  /** The distinct concepts of one post. */
  add(concepts: readonly string[]): void {
    const sorted = [...concepts].sort();
    sorted.forEach((one, index) => {
      this.posts.set(one, (this.posts.get(one) ?? 0) + 1);
      if (index === sorted.length - 1) return;
      let others = this.pairs.get(one);
      if (others === undefined) {
        others = new Map();
        this.pairs.set(one, others);
      }
      for (const other of sorted.slice(index + 1)) others.set(other, (others.get(other) ?? 0) + 1);
    });
  }

  /** Posts that have a concept. */
  countOf(concept: string): number {
    return this.posts.get(concept) ?? 0;
  }

  /** The pairs that stand together at least once, by falling Jaccard index, then by name. */
  found(): Overlap[] {
    const found = [...this.pairs].flatMap(([one, others]) =>
      [...others].map(([other, both]) => {
        const [ofOne, ofOther] = [this.countOf(one), this.countOf(other)];
        const jaccard = both / (ofOne + ofOther - both);
        return { one, other, both, ofOne, ofOther, jaccard, ofRarer: both / Math.min(ofOne, ofOther) };
      }),
    );
    return found.sort((a, b) => b.jaccard - a.jaccard || compare(a.one, b.one) || compare(a.other, b.other));
  }
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
