import {
  BOOLEAN,
  type DuckDBAppender,
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
import { PostWords } from "./post-words.ts";
import type { TermCounts } from "./term-counts.ts";
import { wordLemmas } from "./word-lemmas.ts";

/** Rows that DuckDB takes at once: its vector size. */
const CHUNK_ROWS = 2048;

/**
 * Gathers the word counts of posts, one row a post: numbers of its words and their counts, each joined by spaces.
 * DuckDB takes them apart when it writes; a value handed over for each word would cost more than all else that
 * annotating does. Lemmas are found at the end, a distinct word at a time, when all words are known.
 */
export class TermsTable {
  private pending: [ids: string[], words: string[], counts: string[]] = [[], [], []];
  private readonly words = new PostWords();

  private constructor(
    private readonly connection: DuckDBConnection,
    private readonly appender: DuckDBAppender,
  ) {}

  static async open(connection: DuckDBConnection): Promise<TermsTable> {
    await connection.run("create table post_words (post_id varchar, words varchar, counts varchar)");
    return new TermsTable(connection, await connection.createAppender("post_words"));
  }

  /** Appends the counts of one post in a language (`posts.language`). */
  append(postId: string, language: string, { count, types, counts }: TermCounts): void {
    if (count === 0) return;
    let words = "";
    let numbers = "";
    for (let i = 0; i < count; i++) {
      const space = i === 0 ? "" : " ";
      words += space + this.words.add(types[i]!, language, counts[i]!);
      numbers += space + counts[i]!;
    }
    const [ids, lists, times] = this.pending;
    ids.push(postId);
    lists.push(words);
    times.push(numbers);
    if (ids.length === CHUNK_ROWS) this.flush();
  }

  /** Writes terms.parquet, in the order of the posts and within a post of lemmas, and lemmas.parquet. */
  async finish(
    files: { terms: string; lemmas: string },
    vocabulary: Vocabulary,
    terms: TermCounts,
  ): Promise<void> {
    this.flush();
    this.appender.closeSync();
    await this.writeLemmas(vocabulary, terms);
    await this.connection.run(`
      create table lemma_counts as
      with post_word as (
        select
          rowid as post,
          unnest(string_split(words, ' '))::integer as word,
          unnest(string_split(counts, ' '))::integer as count
        from post_words
      )
      select post, lemma_id, sum(count)::integer as count
      from post_word
      join word_lemmas using (word)
      group by post, lemma_id`);
    await copyToParquet(
      this.connection,
      `select post_id, lemma_id, count
      from lemma_counts
      join post_words on post_words.rowid = post
      order by post, lemma_id`,
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
  }

  private async writeLemmas(vocabulary: Vocabulary, terms: TermCounts): Promise<void> {
    const { types, languages, counts } = this.words;
    const { lemmas, numbers } = wordLemmas(
      types.map((type, word) => {
        const form = vocabulary.formOf(type);
        const written = terms.written.of(type, form);
        return { form, written, postLanguage: languages[word]!, count: counts[word]! };
      }),
    );
    await this.table("word_lemmas", { word: INTEGER, lemma_id: INTEGER }, [
      Array.from(numbers, (_, word) => word),
      Array.from(numbers),
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

  private flush(): void {
    if (this.pending[0].length === 0) return;
    const chunk = DuckDBDataChunk.create([VARCHAR, VARCHAR, VARCHAR]);
    chunk.setColumns(this.pending);
    this.appender.appendDataChunk(chunk);
    this.pending = [[], [], []];
  }
}
