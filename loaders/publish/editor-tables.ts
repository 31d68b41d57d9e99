import type { DuckDBConnection } from "@duckdb/node-api";
import {
  Bool,
  type DataType,
  DateDay,
  Float64,
  Int32,
  Int64,
  Table,
  tableToIPC,
  Utf8,
  vectorFromArray,
} from "apache-arrow";
import { literal } from "../parquet/sql-text.ts";

/** How a column of a DuckDB type goes into Arrow: its type, and its values from their JSON form. */
const kinds: Readonly<
  Record<string, { readonly type: () => DataType; readonly value: (json: never) => unknown }>
> = {
  VARCHAR: { type: () => new Utf8(), value: (text: string) => text },
  BOOLEAN: { type: () => new Bool(), value: (flag: boolean) => flag },
  INTEGER: { type: () => new Int32(), value: (number: number) => number },
  BIGINT: { type: () => new Int64(), value: (digits: string) => BigInt(digits) },
  DOUBLE: { type: () => new Float64(), value: (number: number) => number },
  DATE: { type: () => new DateDay(), value: (day: string) => new Date(`${day}T00:00:00Z`) },
};

/**
 * A Parquet file as an Arrow IPC stream, which DuckDB in the browser reads without an extension. Same columns, types,
 * values and order of rows; the same file gives the same bytes. Throws where a column has a type that no published
 * table has had so far.
 */
export async function arrowStream(connection: DuckDBConnection, parquet: string): Promise<Uint8Array> {
  const reader = await connection.runAndReadAll(`from read_parquet(${literal(parquet)})`);
  const columns = reader.getColumnsJson();
  const vectors = reader.columnNames().map((name, at) => {
    const found = String(reader.columnType(at));
    const kind = kinds[found];
    if (kind === undefined) {
      throw new Error(
        `${parquet}: found column "${name}" of type ${found}, expected one of ${Object.keys(kinds).join(", ")}: cast it in the table's SQL`,
      );
    }
    // Of a file without rows DuckDB gives no columns.
    const values = (columns[at] ?? []).map((value) => (value === null ? null : kind.value(value as never)));
    return [name, vectorFromArray(values as never[], kind.type())] as const;
  });
  return tableToIPC(new Table(Object.fromEntries(vectors)), "stream");
}
