import type { DuckDBConnection } from "@duckdb/node-api";
import { identifier, literal } from "../parquet/sql-text.ts";

/** The columns of a Parquet file, in its order. */
export async function parquetColumns(connection: DuckDBConnection, file: string): Promise<string[]> {
  const reader = await connection.runAndReadAll(`describe select * from read_parquet(${literal(file)})`);
  return reader.getRowObjects().map((row) => String(row.column_name));
}

/**
 * Reads some columns of a Parquet file, row by row in the file's order, each value as text (a timestamp as
 * `2024-04-12 23:15:00`, with its offset where the column has one). A dotted path reads into a struct; a column
 * whose own name has the dots comes first.
 */
export async function* readParquet(
  connection: DuckDBConnection,
  file: string,
  paths: readonly string[],
  columns: readonly string[],
): AsyncGenerator<(string | undefined)[]> {
  const expressions = paths.map((path) => {
    const whole = columns.includes(path);
    const name = whole ? identifier(path) : path.split(".").map(identifier).join(".");
    return `cast(${name} as varchar)`;
  });
  const result = await connection.stream(
    `select ${expressions.join(", ")} from read_parquet(${literal(file)})`,
  );
  for (;;) {
    const chunk = await result.fetchChunk();
    if (!chunk || chunk.rowCount === 0) return;
    for (const row of chunk.getRows()) yield row.map((value) => (value === null ? undefined : String(value)));
  }
}
