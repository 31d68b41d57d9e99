/** A query that can't be read: what stands where, and what should. The study's reader adds file and line. */
export class QueryError extends Error {
  override readonly name = "QueryError";

  constructor(
    /** Offset of the first code unit in the query's text. */
    readonly position: number,
    readonly found: string,
    readonly expected: string,
    readonly advice?: string,
  ) {
    const sentence = `found ${found} at character ${position + 1}, expected ${expected}`;
    super(advice === undefined ? sentence : `${sentence}: ${advice}`);
  }
}
