import { INVISIBLE } from "../language/normalise.ts";
import { partsOf, type Query } from "./ast.ts";
import { QueryError } from "./error.ts";

/**
 * Reads a query without the characters that nobody sees (byte order marks, zero-width spaces, soft hyphens), and gives
 * positions in the text as it was written, with them.
 */
export function readVisible(written: string, read: (visible: string) => Query): Query {
  const visible = written.replace(INVISIBLE, "");
  if (visible.length === written.length) return read(visible);
  /** By offset in the visible text the offset in the written one. */
  const offsets: number[] = [];
  let from = 0;
  for (const { index, 0: sign } of written.matchAll(INVISIBLE)) {
    for (let at = from; at < index; at++) offsets.push(at);
    from = index + sign.length;
  }
  for (let at = from; at <= written.length; at++) offsets.push(at);
  try {
    const query = read(visible);
    restore(query, offsets);
    return query;
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    const { position, found, expected, advice } = error;
    throw new QueryError(offsets[position]!, found, expected, advice);
  }
}

function restore(node: Query, offsets: readonly number[]): void {
  node.start = offsets[node.start]!;
  node.end = offsets[node.end - 1]! + 1;
  if (node.kind === "phrase") for (const word of node.words) restore(word, offsets);
  for (const part of partsOf(node)) restore(part, offsets);
}
