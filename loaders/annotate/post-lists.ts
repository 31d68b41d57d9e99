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

  private constructor(
    private readonly name: string,
    private readonly columns: readonly [one: string, other: string],
    private readonly appender: DuckDBAppender,
  ) {}

  /** Makes the table `name` (post_id, `one`, `other`). */
  static async open(
    connection: DuckDBConnection,
    name: string,
    one: string,
    other: string,
  ): Promise<PostLists> {
    await connection.run(`create table ${name} (post_id varchar, ${one} varchar, ${other} varchar)`);
    return new PostLists(name, [one, other], await connection.createAppender(name));
  }

  /** Appends the lists of a post, `count` numbers each, read in turns; of none it makes no row. */
  append(postId: string, count: number, one: (at: number) => number, other: (at: number) => number): void {
    if (count === 0) return;
    let ones = "";
    let others = "";
    for (let at = 0; at < count; at++) {
      const space = at === 0 ? "" : " ";
      ones += space + one(at);
      others += space + other(at);
    }
    const [ids, firsts, seconds] = this.pending;
    ids.push(postId);
    firsts.push(ones);
    seconds.push(others);
    if (ids.length === CHUNK_ROWS) this.flush();
  }

  /** A select that takes the lists apart: `post`, the row of the table, and a number of each list by these names. */
  apart(one: string, other: string): string {
    const numbers = (column: string) => `unnest(string_split(${column}, ' '))::integer`;
    const [first, second] = this.columns;
    return `select rowid as post, ${numbers(first)} as ${one}, ${numbers(second)} as ${other} from ${this.name}`;
  }

  /** A select of columns of `rows`, a table with `post` as `apart` gives it, with the posts' ids, in the posts' order. */
  ofPosts(rows: string, columns: readonly string[], order: readonly string[]): string {
    return `select post_id, ${columns.map((column) => `${rows}.${column}`).join(", ")}
      from ${rows}
      join ${this.name} on ${this.name}.rowid = post
      order by post, ${order.join(", ")}`;
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
