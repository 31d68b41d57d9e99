/** One word of a query. `*` stands for any letters, none included, `?` for exactly one. */
export interface WordQuery {
  kind: "word";
  /** Folded, wildcards kept. */
  form: string;
  /** As written, where only that matches: NFC, ё as е, wildcards kept. */
  cased?: string;
  /** Offsets in the query's text. */
  start: number;
  end: number;
}

/** Words that must follow each other. */
export interface PhraseQuery {
  kind: "phrase";
  words: WordQuery[];
  start: number;
  end: number;
}

/** A whole hashtag, without its sign. */
export interface TagQuery {
  kind: "tag";
  form: string;
  cased?: string;
  start: number;
  end: number;
}

export type TermQuery = WordQuery | PhraseQuery;

/** What is looked for in the words of a text. */
export type LeafQuery = TermQuery | TagQuery;

export interface OrQuery {
  kind: "or";
  terms: Query[];
  start: number;
  end: number;
}

/** `a NOT b` is here as well: a and not b. */
export interface AndQuery {
  kind: "and";
  terms: Query[];
  start: number;
  end: number;
}

export interface NotQuery {
  kind: "not";
  term: Query;
  start: number;
  end: number;
}

/** Two places with at most `distance` words between them; if `ordered`, left before right. */
export interface NearQuery {
  kind: "near";
  ordered: boolean;
  distance: number;
  left: Query;
  right: Query;
  start: number;
  end: number;
}

/** At least `least` and at most `most` hits. */
export interface CountQuery {
  kind: "count";
  least: number;
  most: number;
  term: Query;
  start: number;
  end: number;
}

export type Section = "title" | "ingress" | "content";

/** A search in one part of the post's words. */
export interface SectionQuery {
  kind: "section";
  section: Section;
  term: Query;
  start: number;
  end: number;
}

/** What a post carries beside its words. */
export type ValueField = "author" | "from" | "site" | "country" | "language" | "socialType" | "infoType";

/** One whole value of a post's field. */
export interface ValueQuery {
  kind: "value";
  field: ValueField;
  form: string;
  start: number;
  end: number;
}

export type Query =
  | LeafQuery
  | OrQuery
  | AndQuery
  | NotQuery
  | NearQuery
  | CountQuery
  | SectionQuery
  | ValueQuery;

/** The parts that a query is made of, in its order; none for a word, phrase, tag or value. */
export function partsOf(query: Query): readonly Query[] {
  switch (query.kind) {
    case "or":
    case "and":
      return query.terms;
    case "not":
    case "count":
    case "section":
      return [query.term];
    case "near":
      return [query.left, query.right];
    default:
      return [];
  }
}

/** The words, phrases and hashtags of a query, in its order. */
export function leavesOf(query: Query): LeafQuery[] {
  if (query.kind === "word" || query.kind === "phrase" || query.kind === "tag") return [query];
  return partsOf(query).flatMap(leavesOf);
}

/** The words and phrases of a query, in its order. */
export function termsOf(query: Query): TermQuery[] {
  return leavesOf(query).filter((leaf) => leaf.kind !== "tag");
}
