import type { DuckDBConnection } from "@duckdb/node-api";
import { DataType, tableFromIPC } from "apache-arrow";
import { identifier, literal } from "../parquet/sql-text.ts";

/** DuckDB types whose values are numbers, flags or times: no words. All others, nested ones too, are read. */
const wordless =
  /^(?:(?:U?(?:TINY|SMALL|BIG|HUGE)INT)|U?INTEGER|FLOAT|DOUBLE|BOOLEAN|DATE|DECIMAL\(.*\)|TIME.*|INTERVAL)$/;

/**
 * All text that a Parquet file holds: names and distinct values of its columns with words, and its key-value
 * metadata, a line each. Throws, naming the file, where it is no Parquet.
 */
export async function parquetText(connection: DuckDBConnection, file: string): Promise<string> {
  const source = `read_parquet(${literal(file)})`;
  const described = await connection.runAndReadAll(
    `select column_name, column_type from (describe from ${source})`,
  );
  const columns = described.getRows().map(([name, type]) => ({ name: String(name), type: String(type) }));
  const words = columns
    .filter(({ type }) => !wordless.test(type))
    .map(({ name, type }) => {
      const value = type === "BLOB" ? `decode(${identifier(name)})` : `${identifier(name)}::varchar`;
      return `select distinct ${value} as words from ${source}`;
    });
  words.push(`select decode(key) || ' ' || decode(value) from parquet_kv_metadata(${literal(file)})`);
  const found = await connection.runAndReadAll(words.join(" union all "));
  return [...columns.map(({ name }) => name), ...(found.getColumns()[0] ?? [])]
    .filter((value) => value !== null)
    .map(String)
    .join("\n");
}

/** All text that a file of Arrow IPC holds: names of its columns, metadata, and values that are not numbers or times. */
export function arrowText(bytes: Uint8Array): string {
  const table = tableFromIPC(bytes);
  const lines: string[] = [...table.schema.metadata].flat();
  table.schema.fields.forEach((field, at) => {
    lines.push(field.name, ...[...field.metadata].flat());
    if (hasNoWords(field.type)) return;
    for (const value of table.getChildAt(at) ?? []) if (value !== null) lines.push(asText(value));
  });
  return lines.join("\n");
}

function hasNoWords(type: DataType): boolean {
  return [
    DataType.isInt,
    DataType.isFloat,
    DataType.isBool,
    DataType.isDecimal,
    DataType.isDate,
    DataType.isTime,
    DataType.isTimestamp,
  ].some((is) => is(type));
}

function asText(value: unknown): string {
  if (typeof value === "string") return value;
  if (value instanceof Uint8Array) return new TextDecoder().decode(value);
  return JSON.stringify(value, (_key, inner) => (typeof inner === "bigint" ? String(inner) : inner));
}
