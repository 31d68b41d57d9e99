import { partsOf, type Query } from "../ast.ts";
import { leafLabel } from "../leaf-label.ts";

/** A word, phrase or hashtag of a query, and what the query owes to it. */
export interface WordShare {
  label: string;
  /** Posts that the query matches thanks to it, alone or with others. */
  posts: number;
  /** Posts that the query matches thanks to it alone. */
  alone: number;
  /** `posts` of the posts that the query matches; 0 where it matches none. */
  share: number;
}

/** Counts, for one query, to which of its words it owes its matches. */
export class WordShares {
  /** Posts that the query matches. */
  matched = 0;
  private readonly posts = new Map<string, number>();
  private readonly alone = new Map<string, number>();

  constructor(private readonly labels: readonly string[]) {}

  /** One post that the query matches, and the distinct labels of what it owes that to. */
  add(evidence: readonly string[]): void {
    this.matched += 1;
    for (const label of evidence) this.posts.set(label, (this.posts.get(label) ?? 0) + 1);
    const [only] = evidence;
    if (evidence.length === 1) this.alone.set(only!, (this.alone.get(only!) ?? 0) + 1);
  }

  /** All words of the query, by falling posts, then in the query's order. */
  found(): WordShare[] {
    const shares = this.labels.map((label) => {
      const posts = this.posts.get(label) ?? 0;
      const share = this.matched === 0 ? 0 : posts / this.matched;
      return { label, posts, alone: this.alone.get(label) ?? 0, share };
    });
    return shares.sort((a, b) => b.posts - a.posts);
  }
}

/** Whether a query can't match without a word: then its share of the matches says nothing. */
export function isNeeded(query: Query, label: string): boolean {
  switch (query.kind) {
    case "word":
    case "phrase":
    case "tag":
      return leafLabel(query) === label;
    case "or":
      return query.terms.every((term) => isNeeded(term, label));
    case "not":
    case "value":
      return false;
    default:
      return partsOf(query).some((part) => isNeeded(part, label));
  }
}
