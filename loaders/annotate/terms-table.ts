import {
  BOOLEAN,
  type DuckDBConnection,
  DuckDBDataChunk,
  type DuckDBType,
  type DuckDBValue,
  INTEGER,
  VARCHAR,
} from "@duckdb/node-api";
import { isStopWord } from "../language/stop-words.ts";
import { copyToParquet } from "../parquet/write.ts";
import type { Vocabulary } from "../query/vocabulary.ts";
import { distinctWords } from "./distinct-words.ts";
import { CHUNK_ROWS, PostLists } from "./post-lists.ts";
import { PostWords } from "./post-words.ts";
import type { TermCounts } from "./term-counts.ts";
import { wordLemmas } from "./word-lemmas.ts";

/**
 * Gathers the word counts of posts, one row a post: numbers of its words and their counts. Lemmas are found at the end, a distinct word at a time, when all words are known.
 */
export class TermsTable {
  /** The words of all posts so far. */
  readonly words = new PostWords();

  private constructor(
    private readonly connection: DuckDBConnection,
    private readonly lists: PostLists,
  ) {}

  static async open(connection: DuckDBConnection): Promise<TermsTable> {
    return new TermsTable(connection, await PostLists.open(connection, "post_words", "words", "counts"));
  }

  /** Appends the counts of one post in a language (`posts.language`). */
  append(postId: string, language: string, { count, types, counts }: TermCounts): void {
    this.lists.append(
      postId,
      count,
      (at) => this.words.add(types[at]!, language, counts[at]!),
      (at) => counts[at]!,
    );
  }

  /**
   * Writes terms.parquet, in the order of the posts and within a post of lemmas, and lemmas.parquet. Leaves in the
   * database `word_lemmas` (word, lemma_id, written) and `lemmas`.
   */
  async finish(
    files: { terms: string; lemmas: string },
    vocabulary: Vocabulary,
    terms: TermCounts,
  ): Promise<void> {
    this.lists.close();
    await this.writeLemmas(vocabulary, terms);
    await this.connection.run(`
      create table lemma_counts as
      with post_word as (${this.lists.apart("word", "count")})
      select post, lemma_id, sum(count)::integer as count
      from post_word
      join word_lemmas using (word)
      group by post, lemma_id`);
    await copyToParquet(
      this.connection,
      this.lists.ofPosts("lemma_counts", ["lemma_id", "count"], ["lemma_id"]),
      files.terms,
    );
    await copyToParquet(
      this.connection,
      `with documents as (
        select lemma_id, count(*)::integer as posts
        from lemma_counts
        group by lemma_id
      )
      select lemma_id, lemma, language, surface, stop, posts, count
      from lemmas
      join documents using (lemma_id)
      order by lemma_id`,
      files.lemmas,
    );
    await this.connection.run("drop table lemma_counts");
    await this.connection.run("drop table post_words");
  }

  private async writeLemmas(vocabulary: Vocabulary, terms: TermCounts): Promise<void> {
    const words = distinctWords(this.words, vocabulary, terms);
    const { lemmas, numbers } = wordLemmas(words);
    await this.table("word_lemmas", { word: INTEGER, lemma_id: INTEGER, written: VARCHAR }, [
      words.map((_, word) => word),
      Array.from(numbers),
      words.map(({ written }) => written),
    ]);
    await this.table(
      "lemmas",
      {
        lemma_id: INTEGER,
        lemma: VARCHAR,
        language: VARCHAR,
        surface: VARCHAR,
        stop: BOOLEAN,
        count: INTEGER,
      },
      [
        lemmas.map((_, number) => number),
        lemmas.map(({ lemma }) => lemma),
        lemmas.map(({ language }) => language),
        lemmas.map(({ surface }) => surface),
        lemmas.map(({ lemma, language }) => isStopWord(lemma, language)),
        lemmas.map(({ count }) => count),
      ],
    );
  }

  private async table(name: string, types: Record<string, DuckDBType>, columns: DuckDBValue[][]) {
    const declared = Object.entries(types).map(([column, type]) => `${column} ${type}`);
    await this.connection.run(`create table ${name} (${declared.join(", ")})`);
    const appender = await this.connection.createAppender(name);
    for (let at = 0; at < columns[0]!.length; at += CHUNK_ROWS) {
      const chunk = DuckDBDataChunk.create(Object.values(types));
      chunk.setColumns(columns.map((column) => column.slice(at, at + CHUNK_ROWS)));
      appender.appendDataChunk(chunk);
    }
    appender.closeSync();
  }
}
