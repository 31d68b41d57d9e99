/** One mistake in a query file: what was found, what was expected. */
export interface Mistake {
  /** Line of the file, from 1. */
  readonly line: number;
  readonly text: string;
}

/** A query file that cannot be used; the message lists every mistake as `file:line: found …, expected …`. */
export class QueryError extends Error {
  constructor(
    readonly file: string,
    readonly mistakes: readonly Mistake[],
  ) {
    const ordered = [...mistakes].sort((a, b) => a.line - b.line);
    super(ordered.map(({ line, text }) => `${file}:${line}: ${text}`).join("\n"));
    this.name = "QueryError";
  }
}
