import { type TermQuery, termsOf } from "../query/ast.ts";
import { parseQuery } from "../query/parse.ts";
import type { Concept } from "../study/types.ts";
import type { PatternSet, PostHits } from "./patterns.ts";
import { reading } from "./setting.ts";

/**
 * Topics, barriers, programmes and disabilities: a post has a concept when the query of any language matches its
 * title or its text, whatever the post's language. The ids come in the study's order.
 * Throws on a query that can't be read, naming `kind`, concept and language.
 */
export function conceptAnnotator(
  kind: string,
  concepts: readonly Concept[],
  set: PatternSet,
): (hits: PostHits) => string[] {
  const owners: number[] = [];
  const patterns: TermQuery[] = [];
  concepts.forEach((concept, index) => {
    for (const [language, text] of Object.entries(concept.query)) {
      const query = reading(`${kind} ${concept.id}, query in ${language}`, () => parseQuery(text));
      for (const term of termsOf(query)) {
        patterns.push(term);
        owners.push(index);
      }
    }
  });
  const { from, to } = set.add(patterns);
  return ({ title, text }) => {
    const found = new Set<number>();
    for (const hits of [title, text]) {
      for (const { pattern } of hits) if (pattern >= from && pattern < to) found.add(owners[pattern - from]!);
    }
    if (found.size === 0) return [];
    return [...found].sort((a, b) => a - b).map((index) => concepts[index]!.id);
  };
}
