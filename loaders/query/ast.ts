/** One word of a query. `*` stands for any letters, none included, `?` for exactly one. */
export interface WordQuery {
  kind: "word";
  /** Folded, wildcards kept. */
  form: string;
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

export type TermQuery = WordQuery | PhraseQuery;

export interface OrQuery {
  kind: "or";
  terms: TermQuery[];
  start: number;
  end: number;
}

export type Query = TermQuery | OrQuery;

/** The words and phrases of a query, in its order. */
export function termsOf(query: Query): TermQuery[] {
  return query.kind === "or" ? query.terms : [query];
}
