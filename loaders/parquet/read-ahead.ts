import type { DuckDBDataChunk, DuckDBResult } from "@duckdb/node-api";

/**
 * The chunks of a streamed result, in order: DuckDB makes the next one on a thread of its own while the caller works
 * on the one at hand. Ends only when nothing is being made any more, so that the connection may be closed then.
 */
export async function* readAhead(result: DuckDBResult): AsyncGenerator<DuckDBDataChunk> {
  let coming = result.fetchChunk();
  try {
    for (;;) {
      const chunk = await coming;
      if (chunk === null || chunk.rowCount === 0) return;
      coming = result.fetchChunk();
      yield chunk;
    }
  } finally {
    await coming.catch(() => null);
  }
}
