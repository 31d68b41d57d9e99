import { type DuckDBAppender, type DuckDBConnection, DuckDBDataChunk, VARCHAR } from "@duckdb/node-api";
import { copyToParquet } from "../parquet/write.ts";
import type { Vocabulary } from "../query/vocabulary.ts";
import type { TermCounts } from "./term-counts.ts";

/** Rows that DuckDB takes at once: its vector size. */
const CHUNK_ROWS = 2048;

/**
 * Gathers the term counts of posts, one row a post: its words joined by spaces, which no word holds. DuckDB takes
 * them apart when it writes; a value handed over for each word would cost more than all else that annotating does.
 */
export class TermsTable {
  private ids: string[] = [];
  private terms: string[] = [];
  private counts: string[] = [];
  /** Folded forms by type, each made once. */
  private readonly forms: string[] = [];

  private constructor(
    private readonly connection: DuckDBConnection,
    private readonly appender: DuckDBAppender,
  ) {}

  static async open(connection: DuckDBConnection): Promise<TermsTable> {
    await connection.run("create table post_terms (post_id varchar, terms varchar, counts varchar)");
    return new TermsTable(connection, await connection.createAppender("post_terms"));
  }

  /** Appends the counts of one post, whose types are those of `vocabulary`. */
  append(postId: string, { count, types, counts }: TermCounts, vocabulary: Vocabulary): void {
    if (count === 0) return;
    let terms = this.formOf(types[0]!, vocabulary);
    let numbers = `${counts[0]}`;
    for (let i = 1; i < count; i++) {
      terms += ` ${this.formOf(types[i]!, vocabulary)}`;
      numbers += ` ${counts[i]}`;
    }
    this.ids.push(postId);
    this.terms.push(terms);
    this.counts.push(numbers);
    if (this.ids.length === CHUNK_ROWS) this.flush();
  }

  /** Writes terms.parquet in the order of the posts and, within a post, of first appearance. */
  async finish(file: string): Promise<void> {
    this.flush();
    this.appender.closeSync();
    await copyToParquet(
      this.connection,
      `select
        post_id,
        unnest(string_split(terms, ' ')) as term,
        unnest(string_split(counts, ' '))::integer as count
      from post_terms`,
      file,
    );
  }

  private formOf(type: number, vocabulary: Vocabulary): string {
    const known = this.forms[type];
    if (known !== undefined) return known;
    const form = vocabulary.formOf(type);
    this.forms[type] = form;
    return form;
  }

  private flush(): void {
    if (this.ids.length === 0) return;
    const chunk = DuckDBDataChunk.create([VARCHAR, VARCHAR, VARCHAR]);
    chunk.setColumns([this.ids, this.terms, this.counts]);
    this.appender.appendDataChunk(chunk);
    this.ids = [];
    this.terms = [];
    this.counts = [];
  }
}
