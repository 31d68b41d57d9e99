import type { DuckDBConnection } from "@duckdb/node-api";
import { copyToParquet } from "../parquet/write.ts";
import type { NeighbourList } from "./neighbours.ts";
import { PostLists } from "./post-lists.ts";
import type { PostWords } from "./post-words.ts";

/**
 * Gathers the neighbouring words of posts, one row a post: numbers of the first words and of the second. Which of them
 * are stop words is known with the lemmas, at the end; then DuckDB leaves out their pairs, and the pairs of a single
 * post, which would be most of all and could never be published.
 */
export class BigramsTable {
  private constructor(
    private readonly connection: DuckDBConnection,
    private readonly lists: PostLists,
    private readonly words: PostWords,
    private readonly files: { bigrams: string; lemmaPairs: string },
  ) {}

  /** `words`: those of `TermsTable`, which counts the words of a post before its pairs are appended here. */
  static async open(
    connection: DuckDBConnection,
    words: PostWords,
    files: { bigrams: string; lemmaPairs: string },
  ): Promise<BigramsTable> {
    const lists = await PostLists.open(connection, "post_pairs", "firsts", "seconds");
    return new BigramsTable(connection, lists, words, files);
  }

  /** Appends the pairs of one post in a language (`posts.language`). */
  append(postId: string, language: string, { count, firsts, seconds }: NeighbourList): void {
    const numberOf = (type: number) => this.words.add(type, language, 0);
    this.lists.append(
      postId,
      count,
      (at) => numberOf(firsts[at]!),
      (at) => numberOf(seconds[at]!),
    );
  }

  /**
   * Writes bigrams.parquet, in the order of the posts and within a post of lemmas, and lemma_pairs.parquet. Reads the tables
   * that `TermsTable.finish` leaves.
   */
  async finish(): Promise<void> {
    this.lists.close();
    await this.connection.run(`
      create table content_words as
      select word, lemma_id, written
      from word_lemmas
      join lemmas using (lemma_id)
      where not stop`);
    await this.connection.run(`
      create table content_pairs as
      with word_pair as (${this.lists.apart("first_word", "second_word")})
      select post, first_word, second_word
      from word_pair
      where first_word in (select word from content_words) and second_word in (select word from content_words)`);
    await this.connection.run(`
      create table lemma_bigrams as
      select post, one.lemma_id, next.lemma_id as next_lemma_id, count(*)::integer as count
      from content_pairs
      join content_words as one on one.word = first_word
      join content_words as next on next.word = second_word
      group by post, one.lemma_id, next.lemma_id`);
    await this.connection.run(`
      create table lemma_pairs as
      with
        held as (
          select lemma_id, next_lemma_id, count(*)::integer as posts, sum(count)::integer as count
          from lemma_bigrams
          group by lemma_id, next_lemma_id
          having count(*) > 1
        ),
        forms as (
          select first_word, second_word, count(*) as count
          from content_pairs
          group by first_word, second_word
        ),
        surfaces as (
          select
            one.lemma_id,
            next.lemma_id as next_lemma_id,
            one.written || ' ' || next.written as surface,
            sum(forms.count) as count
          from forms
          join content_words as one on one.word = first_word
          join content_words as next on next.word = second_word
          join held on held.lemma_id = one.lemma_id and held.next_lemma_id = next.lemma_id
          group by one.lemma_id, next.lemma_id, surface
        ),
        commonest as (
          select lemma_id, next_lemma_id, arg_min(surface, (-count, surface)) as surface
          from surfaces
          group by lemma_id, next_lemma_id
        )
      select lemma_id, next_lemma_id, surface, posts, count
      from held
      join commonest using (lemma_id, next_lemma_id)`);
    await this.connection.run(`
      create table kept_bigrams as
      select post, lemma_id, next_lemma_id, lemma_bigrams.count
      from lemma_bigrams
      semi join lemma_pairs using (lemma_id, next_lemma_id)`);
    await this.connection.run("drop table lemma_bigrams");
    const pair = ["lemma_id", "next_lemma_id"];
    await copyToParquet(
      this.connection,
      this.lists.ofPosts("kept_bigrams", [...pair, "count"], pair),
      this.files.bigrams,
    );
    await copyToParquet(
      this.connection,
      `select lemma_id, next_lemma_id, surface, posts, count
      from lemma_pairs
      order by lemma_id, next_lemma_id`,
      this.files.lemmaPairs,
    );
  }
}
