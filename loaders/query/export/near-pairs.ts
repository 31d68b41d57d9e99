import type { NearQuery, Query, WordQuery } from "../ast.ts";
import { hasWildcard } from "./dialect.ts";

/** More alternatives than this make a query that no one can read: it is then written with AND. */
const MOST_PAIRS = 200;

/** The sides of a NEAR, each as a word or the words of a phrase. */
export interface NearPair {
  left: readonly WordQuery[];
  right: readonly WordQuery[];
}

/**
 * A NEAR of lists as the pairs that it stands for: `(a OR b) NEAR c` is `a NEAR c` and `b NEAR c`. Undefined where a
 * side holds a wildcard, a hashtag or another NEAR, or where the pairs are too many.
 */
export function nearPairs({ left, right }: NearQuery): NearPair[] | undefined {
  const [lefts, rights] = [plainWords(left), plainWords(right)];
  if (lefts === undefined || rights === undefined || lefts.length * rights.length > MOST_PAIRS)
    return undefined;
  return lefts.flatMap((one) => rights.map((other) => ({ left: one, right: other })));
}

function plainWords(query: Query): (readonly WordQuery[])[] | undefined {
  if (query.kind === "word") return hasWildcard(query) ? undefined : [[query]];
  if (query.kind === "phrase") return query.words.some(hasWildcard) ? undefined : [query.words];
  if (query.kind !== "or") return undefined;
  const all = query.terms.map(plainWords);
  return all.every((words) => words !== undefined) ? all.flat() : undefined;
}
