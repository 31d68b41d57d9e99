import type { DuckDBConnection } from "@duckdb/node-api";
import { identifier } from "../parquet/sql-text.ts";

/** Rows by column, for estimators: numbers take 8 bytes each. */
export interface RowSet {
  /** The number of rows. */
  readonly count: number;
  readonly names: readonly string[];
  /** Whether the column holds numbers. Throws where there is no such column. */
  isNumeric(name: string): boolean;
  /** A column of numbers; true is 1, false 0, null NaN. Throws where there is no such column of numbers. */
  numbers(name: string): Float64Array;
  /** A column of texts; dates as ISO text. Throws where there is no such column of texts. */
  texts(name: string): readonly (string | null)[];
}

export type RowSetColumn = Float64Array | readonly (string | null)[];

/** A RowSet of columns that are equally long. */
export function rowSet(columns: Readonly<Record<string, RowSetColumn>>): RowSet {
  const names = Object.keys(columns);
  const find = (name: string): RowSetColumn => {
    const column = columns[name];
    if (column === undefined) {
      throw new Error(`found columns ${names.join(", ")} in the statement, expected "${name}" too`);
    }
    return column;
  };
  return {
    count: names.length === 0 ? 0 : columns[names[0]!]!.length,
    names,
    isNumeric: (name) => find(name) instanceof Float64Array,
    numbers(name) {
      const column = find(name);
      if (column instanceof Float64Array) return column;
      throw new Error(`found "${name}" as text, expected a number: cast it`);
    },
    texts(name) {
      const column = find(name);
      if (!(column instanceof Float64Array)) return column;
      throw new Error(`found "${name}" as a number, expected text: cast it`);
    },
  };
}

const numeric = /^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|FLOAT|DOUBLE|DECIMAL.*|BOOLEAN)$/;

/** Reads a table of the connection, in its rows' order. */
export async function readRowSet(connection: DuckDBConnection, table: string): Promise<RowSet> {
  const described = await connection.runAndReadAll(
    `select column_name, column_type from (describe ${table})`,
  );
  const total = Number(
    (await connection.runAndReadAll(`select count(*) from ${table}`)).getRowsJson()[0]![0],
  );
  const shape = described.getRowsJson().map(([name, type]) => ({
    name: String(name),
    isNumber: numeric.test(String(type)),
  }));
  const columns = Object.fromEntries(
    shape.map(({ name, isNumber }) => [
      name,
      isNumber ? new Float64Array(total) : new Array<string | null>(total),
    ]),
  );
  const selected = shape.map(
    ({ name, isNumber }) => `${identifier(name)}::${isNumber ? "double" : "varchar"}`,
  );
  const stream = await connection.stream(`select ${selected.join(", ")} from ${table}`);
  for (let at = 0; ; ) {
    const chunk = await stream.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) break;
    chunk.getColumns().forEach((values, index) => {
      const { name, isNumber } = shape[index]!;
      const target = columns[name]!;
      for (let row = 0; row < values.length; row++) {
        const value = values[row] as string | number | null;
        target[at + row] = isNumber ? (value ?? Number.NaN) : value;
      }
    });
    at += chunk.rowCount;
  }
  return rowSet(columns as Record<string, RowSetColumn>);
}
