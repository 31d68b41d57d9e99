import { type DuckDBAppender, type DuckDBConnection, DuckDBDataChunk, VARCHAR } from "@duckdb/node-api";

/** Rows that DuckDB takes at once: its vector size. */
export const CHUNK_ROWS = 2048;

/**
 * A table of DuckDB with one row a post: its id and two lists of numbers of the same length, each joined by spaces. DuckDB
 * takes them apart when all are there; a value handed over for each number would cost more than all else that
 * annotating does.
 */
export class PostLists {
  private pending: [ids: string[], ones: string[], others: string[]] = [[], [], []];

  private constructor(private readonly appender: DuckDBAppender) {}

  /** Makes the table `name` (post_id, `one`, `other`). */
  static async open(
    connection: DuckDBConnection,
    name: string,
    one: string,
    other: string,
  ): Promise<PostLists> {
    await connection.run(`create table ${name} (post_id varchar, ${one} varchar, ${other} varchar)`);
    return new PostLists(await connection.createAppender(name));
  }

  append(postId: string, one: string, other: string): void {
    const [ids, ones, others] = this.pending;
    ids.push(postId);
    ones.push(one);
    others.push(other);
    if (ids.length === CHUNK_ROWS) this.flush();
  }

  /** Hands over what is left; nothing can be appended then. */
  close(): void {
    this.flush();
    this.appender.closeSync();
  }

  private flush(): void {
    if (this.pending[0].length === 0) return;
    const chunk = DuckDBDataChunk.create([VARCHAR, VARCHAR, VARCHAR]);
    chunk.setColumns(this.pending);
    this.appender.appendDataChunk(chunk);
    this.pending = [[], [], []];
  }
}
