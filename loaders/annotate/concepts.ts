import { parseQuery } from "../query/parse.ts";
import type { ReadPost } from "../query/post.ts";
import { QueryPlan } from "../query/query-plan.ts";
import type { Concept } from "../study/types.ts";
import type { PatternSet } from "./patterns.ts";
import { reading } from "./setting.ts";

/**
 * Topics, barriers, programmes and disabilities: a post has a concept when the query of any language matches its
 * title, its text and its fields, whatever the post's language. The ids come in the study's order.
 * Throws on a query that can't be read, naming `kind`, concept and language.
 */
export function conceptAnnotator(
  kind: string,
  concepts: readonly Concept[],
  set: PatternSet,
): (post: ReadPost) => string[] {
  const owners: number[] = [];
  const queries = concepts.flatMap((concept, index) =>
    Object.entries(concept.query).map(([language, text]) => {
      owners.push(index);
      return reading(`${kind} ${concept.id}, query in ${language}`, () => parseQuery(text));
    }),
  );
  const plan = new QueryPlan(queries, set.patterns.length);
  set.add(plan.leaves);
  return (post) => {
    const matching = plan.matching(post);
    if (matching.length === 0) return [];
    return [...new Set(matching.map((query) => owners[query]!))].map((index) => concepts[index]!.id);
  };
}
