/**
 * Writing Parquet whose bytes depend on the rows alone.
 *
 * `writeParquet(file, columns, rows)` for rows that fit an iterable; `ParquetWriter` for rows that come one by
 * one; `copyToParquet(connection, query, file)` for a query's result. Cells are plain values: strings, numbers,
 * null, lists of strings; a TIMESTAMP is milliseconds since 1970 UTC, a DATE is days since 1970-01-01.
 */
import {
  BIGINT,
  BOOLEAN,
  DATE,
  DOUBLE,
  type DuckDBAppender,
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBDateValue,
  DuckDBListValue,
  DuckDBTimestampValue,
  type DuckDBType,
  type DuckDBValue,
  INTEGER,
  LIST,
  TIMESTAMP,
  VARCHAR,
} from "@duckdb/node-api";
import type { Column } from "../tables.ts";
import { type Database, openDatabase } from "./database.ts";
import { identifier, literal } from "./sql-text.ts";

export type Cell = string | number | boolean | null | undefined | readonly string[];

/** Rows that DuckDB takes at once: its vector size. */
const CHUNK_ROWS = 2048;
/** Rows of a row group; fixed, so that the file's layout does not depend on a default. */
const ROW_GROUP_ROWS = 61_440;

const types: Record<string, { type: DuckDBType; value: (cell: NonNullable<Cell>) => DuckDBValue }> = {
  VARCHAR: { type: VARCHAR, value: (cell) => cell as string },
  BOOLEAN: { type: BOOLEAN, value: (cell) => cell as boolean },
  INTEGER: { type: INTEGER, value: (cell) => cell as number },
  DOUBLE: { type: DOUBLE, value: (cell) => cell as number },
  BIGINT: { type: BIGINT, value: (cell) => BigInt(cell as number) },
  DATE: { type: DATE, value: (cell) => new DuckDBDateValue(cell as number) },
  TIMESTAMP: { type: TIMESTAMP, value: (cell) => new DuckDBTimestampValue(BigInt(cell as number) * 1000n) },
  "VARCHAR[]": {
    type: LIST(VARCHAR),
    value: (cell) => new DuckDBListValue([...(cell as readonly string[])]),
  },
};

/** Gathers rows in DuckDB, then writes them as one Parquet file in the order they came, or as `orderBy` says. */
export class ParquetWriter {
  #count = 0;
  #pending: DuckDBValue[][];
  readonly #columns: readonly Column[];
  readonly #kinds: { type: DuckDBType; value: (cell: NonNullable<Cell>) => DuckDBValue }[];
  readonly #database: Database;
  readonly #appender: DuckDBAppender;

  private constructor(columns: readonly Column[], database: Database, appender: DuckDBAppender) {
    this.#columns = columns;
    this.#kinds = columns.map((column) => types[column.type]!);
    this.#pending = columns.map(() => []);
    this.#database = database;
    this.#appender = appender;
  }

  /** `spill` is a folder that may be created and removed. Throws if a column has a type that is not known here. */
  static async open(columns: readonly Column[], spill: string): Promise<ParquetWriter> {
    for (const column of columns) {
      if (types[column.type] === undefined) {
        throw new Error(
          `column ${column.name}: found type ${column.type}, expected one of ${Object.keys(types).join(", ")}`,
        );
      }
    }
    const database = await openDatabase({ spill });
    const declarations = columns.map(({ name, type }) => `${identifier(name)} ${type}`).join(", ");
    await database.connection.run(`create table rows (${declarations})`);
    return new ParquetWriter(columns, database, await database.connection.createAppender("rows"));
  }

  /** Rows appended so far. */
  get count(): number {
    return this.#count;
  }

  /** Appends one row, its cells in the order of the columns. Throws on a missing cell of a column that has no null. */
  append(row: readonly Cell[]): void {
    for (let index = 0; index < this.#kinds.length; index += 1) {
      const cell = row[index];
      if (cell === null || cell === undefined) {
        const column = this.#columns[index]!;
        if (!column.nullable)
          throw new Error(`column ${column.name}: found no value, expected ${column.type}`);
        this.#pending[index]!.push(null);
      } else {
        this.#pending[index]!.push(this.#kinds[index]!.value(cell));
      }
    }
    this.#count += 1;
    if (this.#pending[0]!.length === CHUNK_ROWS) this.#flush();
  }

  #flush(): void {
    if (this.#pending[0]!.length === 0) return;
    const chunk = DuckDBDataChunk.create(this.#kinds.map(({ type }) => type));
    chunk.setColumns(this.#pending);
    this.#appender.appendDataChunk(chunk);
    this.#pending = this.#columns.map(() => []);
  }

  /** Writes the file and closes the writer. `orderBy` is an SQL order; it should be total. */
  async finish(file: string, orderBy?: string): Promise<void> {
    try {
      this.#flush();
      this.#appender.closeSync();
      const query = `select * from rows${orderBy === undefined ? "" : ` order by ${orderBy}`}`;
      await copyToParquet(this.#database.connection, query, file);
    } finally {
      this.#database.close();
    }
  }

  /** Closes the writer without a file. */
  abandon(): void {
    this.#database.close();
  }
}

/** Writes rows to one Parquet file; returns how many. */
export async function writeParquet(
  file: string,
  columns: readonly Column[],
  rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>,
  orderBy?: string,
): Promise<number> {
  const writer = await ParquetWriter.open(columns, `${file}.spill`);
  try {
    for await (const row of rows) writer.append(row);
  } catch (error) {
    writer.abandon();
    throw error;
  }
  await writer.finish(file, orderBy);
  return writer.count;
}

/** Writes a query's rows, in its order, as zstd Parquet with row groups of a fixed size. */
export async function copyToParquet(
  connection: DuckDBConnection,
  query: string,
  file: string,
): Promise<void> {
  await connection.run(
    `copy (${query}) to ${literal(file)} (format parquet, compression zstd, row_group_size ${ROW_GROUP_ROWS})`,
  );
}
