import { leafLabel } from "../query/leaf-label.ts";
import type { Place } from "../query/near.ts";
import { parseQuery } from "../query/parse.ts";
import type { ReadPost } from "../query/post.ts";
import { QueryPlan } from "../query/query-plan.ts";
import type { Concept } from "../study/lexicons.ts";
import type { Annotator, EvidenceList, Spot } from "./evidence.ts";
import type { PatternSet } from "./patterns.ts";
import type { QueryWordList } from "./query-words.ts";
import { reading } from "./setting.ts";

/**
 * Topics, barriers, programmes and disabilities: a post has a concept when the query of any language matches its
 * title, its text and its fields, whatever the post's language. The ids come in the study's order. The words that a
 * match rests on are kept in `evidence`, and the words of the query that took them in `words`; a query that matches by
 * what is absent leaves none.
 * Throws on a query that can't be read, naming `kind`, concept and language.
 */
export function conceptAnnotator(
  kind: Annotator,
  concepts: readonly Concept[],
  set: PatternSet,
): (post: ReadPost, evidence?: EvidenceList, words?: QueryWordList) => string[] {
  const owners: number[] = [];
  const queries = concepts.flatMap((concept, index) =>
    Object.entries(concept.query).map(([language, text]) => {
      owners.push(index);
      return reading(`${kind} ${concept.id}, query in ${language}`, () => parseQuery(text));
    }),
  );
  const offset = set.patterns.length;
  const plan = new QueryPlan(queries, offset);
  set.add(plan.leaves);
  const labels = plan.leaves.map(leafLabel);

  function spotsOf(post: ReadPost, matching: readonly number[]): Map<number, (Spot & { word: string })[]> {
    const evaluation = plan.evaluate(post);
    const spots = new Map<number, (Spot & { word: string })[]>();
    for (const query of matching) {
      const found = evaluation.evidence(queries[query]!).flatMap(({ part, place }) =>
        hitsOf(place).map(({ start, end, pattern }) => ({
          part,
          start,
          end,
          word: labels[pattern! - offset]!,
        })),
      );
      const owner = owners[query]!;
      spots.set(owner, [...(spots.get(owner) ?? []), ...found]);
    }
    return spots;
  }

  return (post, evidence, words) => {
    const matching = plan.matching(post);
    if (matching.length === 0) return [];
    if (evidence !== undefined || words !== undefined) {
      for (const [owner, spots] of spotsOf(post, matching)) {
        const { id } = concepts[owner]!;
        evidence?.keep(kind, id, spots);
        words?.keep(
          kind,
          id,
          spots.map(({ word }) => word),
        );
      }
    }
    return [...new Set(matching.map((query) => owners[query]!))].map((index) => concepts[index]!.id);
  };
}

/** The hits that a place is made of: itself, or those of the two sides of a NEAR. */
function hitsOf(place: Place): Place[] {
  return place.sides === undefined ? [place] : place.sides.flatMap(hitsOf);
}
