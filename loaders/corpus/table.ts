import type { DuckDBConnection } from "@duckdb/node-api";
import type { ColumnMapping, TableFormat } from "../study/capture.ts";
import { CaptureError } from "./capture-error.ts";
import { type CaptureBytes, damageOf, openCapture } from "./capture-file.ts";
import { type MappedRecord, mappedRecord } from "./column-mapping.ts";
import { columnSources, pathsOf } from "./column-source.ts";
import { likelyDelimiter, readDelimited } from "./delimited.ts";
import { readJsonArray, readNdjson } from "./json-records.ts";
import { type Outcome, reject } from "./outcome.ts";
import { parquetColumns, readParquet } from "./parquet-records.ts";
import { endedByRefusal } from "./refusal.ts";
import { decodeStream } from "./text-stream.ts";
import type { Zone } from "./zoned-time.ts";

export const parser = "table/1";

export interface TableOptions {
  /** How the file is called in messages. */
  readonly name: string;
  readonly format: TableFormat;
  readonly columns: ColumnMapping;
  readonly zone: Zone;
  /** DuckDB, which reads Parquet. */
  readonly connection: DuckDBConnection;
}

/**
 * Reads any table through the study's column mapping, one outcome a record; a record without a value is a
 * reject. The one outcome is a refusal where a CSV or Parquet file lacks a mapped column, or the mapping is wrong.
 */
export function readTable(file: string, options: TableOptions): AsyncGenerator<Outcome> {
  return endedByRefusal(recordOutcomes(file, options));
}

async function* recordOutcomes(file: string, options: TableOptions): AsyncGenerator<Outcome> {
  const mapped = mappedRecord(options.columns, options.zone);
  const paths = mappedPaths(options.columns);
  if (options.format === "parquet") {
    yield* parquetOutcomes(file, options, mapped, paths);
    return;
  }
  const bytes = openCapture(file);
  if (options.format === "csv") yield* csvOutcomes(bytes, options, mapped, paths);
  else yield* jsonOutcomes(bytes, options.format, mapped);
}

async function* csvOutcomes(
  bytes: CaptureBytes,
  options: TableOptions,
  mapped: MappedRecord,
  paths: readonly string[],
): AsyncGenerator<Outcome> {
  let position: Map<string, number> | undefined;
  let last = 0;
  for await (const row of readDelimited(decodeStream(bytes), likelyDelimiter)) {
    last = row.record;
    if ("fault" in row) {
      if (row.record === 0)
        throw new CaptureError(`${options.name}: header: ${row.detail}; expected a line of column names`);
      yield reject(row.record, row.fault, `line ${row.line}: ${row.detail}`);
    } else if (position === undefined) {
      const header = row.fields.map((field) => field.trim());
      requireColumns(options.name, header, paths);
      position = new Map(header.map((name, index) => [name, index]));
    } else {
      const columns = position;
      yield mapped(row.record, (path) => row.fields[columns.get(path)!]);
    }
  }
  if (position === undefined && bytes.damage === undefined) {
    throw new CaptureError(
      `${options.name}: found an empty file, expected a header with ${paths.join(", ")}`,
    );
  }
  if (position !== undefined && last === 0) yield reject(1, "no-posts", "found no rows below the header");
  yield* damageOf(bytes, last + 1);
}

async function* jsonOutcomes(
  bytes: CaptureBytes,
  format: "ndjson" | "json",
  mapped: MappedRecord,
): AsyncGenerator<Outcome> {
  const text = decodeStream(bytes);
  let last = 0;
  for await (const item of format === "json" ? readJsonArray(text) : readNdjson(text)) {
    last = item.record;
    if ("fault" in item) yield reject(item.record, item.fault, item.detail);
    else yield mapped(item.record, (path) => textAt(item.value, path));
  }
  if (last === 0 && bytes.damage === undefined) yield reject(1, "no-posts", "found no records in the file");
  yield* damageOf(bytes, last + 1);
}

async function* parquetOutcomes(
  file: string,
  options: TableOptions,
  mapped: MappedRecord,
  paths: readonly string[],
): AsyncGenerator<Outcome> {
  const header = await parquetColumns(options.connection, file).catch((error: Error) => {
    throw new CaptureError(`${options.name}: found no readable Parquet (${error.message.split("\n")[0]})`);
  });
  requireColumns(
    options.name,
    header,
    paths.map((path) => (header.includes(path) ? path : path.split(".")[0]!)),
  );
  let record = 0;
  const index = new Map(paths.map((path, position) => [path, position]));
  for await (const row of readParquet(options.connection, file, paths, header)) {
    record += 1;
    yield mapped(record, (path) => row[index.get(path)!]);
  }
  if (record === 0) yield reject(1, "no-posts", "found no rows in the file");
}

function mappedPaths(columns: ColumnMapping): string[] {
  return [...new Set([...columnSources(columns).values()].flatMap(pathsOf))];
}

function requireColumns(name: string, header: readonly string[], expected: readonly string[]): void {
  const missing = expected.filter((column) => !header.includes(column));
  if (missing.length === 0) return;
  throw new CaptureError(
    `${name}: found the columns ${header
      .map((column) => `"${column}"`)
      .join(", ")
      .slice(0, 2000)}; ` +
      `expected also ${missing.map((column) => `"${column}"`).join(", ")}, ` +
      "which study.yml maps; correct the capture's columns in study.yml or the file's header",
  );
}

/** The text at a dotted path in nested values; numbers and booleans as they are written. */
function textAt(value: unknown, path: string): string | undefined {
  const found = own(value, path) ?? path.split(".").reduce<unknown>((inner, key) => own(inner, key), value);
  if (typeof found === "string") return found;
  return typeof found === "number" || typeof found === "boolean" ? String(found) : undefined;
}

function own(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<string, unknown>)[key];
}
