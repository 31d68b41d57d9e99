import type { Annotator } from "./evidence.ts";

/** One row of the table `query_matches`, its post apart. */
export interface QueryWordRow {
  readonly annotator: Annotator;
  readonly id: string;
  /** The word, phrase or hashtag as the query writes it. */
  readonly word: string;
}

/**
 * The words of the study's own queries to which one post owes its concepts: never the words of the post. Reused from
 * post to post. All of them are kept, each once of a concept, whatever query and place it matched in.
 */
export class QueryWordList {
  readonly rows: QueryWordRow[] = [];

  /** Forgets the post before. */
  begin(): void {
    this.rows.length = 0;
  }

  /** Keeps the distinct words, in the order of their letters. */
  keep(annotator: Annotator, id: string, words: Iterable<string>): void {
    for (const word of [...new Set(words)].sort()) this.rows.push({ annotator, id, word });
  }
}
