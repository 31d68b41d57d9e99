import type { Query } from "./ast.ts";
import { QueryError } from "./error.ts";

/**
 * Refuses what has no place in a text: NEAR and {N} work on words, phrases, hashtags, and on OR and NEAR of them.
 * Throws {@link QueryError} at the part that can't be counted or measured from.
 */
export function requirePlaces(query: Query, operator: string): void {
  switch (query.kind) {
    case "word":
    case "phrase":
    case "tag":
      return;
    case "or":
      for (const term of query.terms) requirePlaces(term, operator);
      return;
    case "near":
      requirePlaces(query.left, operator);
      requirePlaces(query.right, operator);
      return;
    default: {
      const [found, advice] = REFUSED[query.kind];
      const expected = "words, phrases, hashtags, or OR and NEAR of them";
      throw new QueryError(query.start, `${found} beside ${operator}`, expected, advice);
    }
  }
}

const REFUSED = {
  and: ["AND or NOT", "write (a NEAR b) AND (a NEAR c), or (a NEAR b) NOT c"],
  not: ["NOT", "write (a NEAR b) NOT c"],
  count: ["{N}", "write (a NEAR b) AND a {N}"],
  section: ["a field", "put the whole in the field: title:(a NEAR b)"],
  value: ["a field's value", "join it with AND"],
} as const;
