import { leavesOf, type Query } from "../query/ast.ts";
import { leafLabel } from "../query/leaf-label.ts";
import { isNeeded } from "../query/lint/word-shares.ts";
import { parseQuery } from "../query/parse.ts";
import type { Concept } from "../study/lexicons.ts";
import type { Study } from "../study/study.ts";

/** A word, phrase or hashtag of a concept's queries. */
export interface QueryWord {
  /** As `query_matches.annotator` says it. */
  readonly family: string;
  readonly concept: string;
  /** As the query writes it; the same for all languages' queries of the concept. */
  readonly word: string;
  /** `needed` where none of the concept's queries can match without it; its share of the matches says nothing then. */
  readonly role: "needed" | "choice";
}

/** All words of the study's queries, each once of a concept, in the order of families, concepts and words. */
export function queryWords(study: Study): QueryWord[] {
  const families: [string, readonly Concept[]][] = [
    ["topic", study.topics],
    ["barrier", study.barriers],
    ["programme", study.programmes],
    ["disability", study.disabilities],
  ];
  return families.flatMap(([family, concepts]) =>
    concepts.flatMap(({ id, query }) => wordsOf(Object.values(query).map(parseQuery), family, id)),
  );
}

function wordsOf(queries: readonly Query[], family: string, concept: string): QueryWord[] {
  const words = [...new Set(queries.flatMap(leavesOf).map(leafLabel))].sort();
  return words.map((word) => ({
    family,
    concept,
    word,
    role: queries.every((query) => isNeeded(query, word)) ? "needed" : "choice",
  }));
}
