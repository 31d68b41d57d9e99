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

/** From so many rows on it is worth asking whether the texts of a column repeat, and from so many rows a text they do. */
const [manyRows, rowsPerText] = [10_000, 4];

interface ReadColumn {
  readonly name: string;
  readonly isNumber: boolean;
  /** What is selected to read it. */
  readonly sql: string;
  /** Its values by number, where its rows are read as numbers of texts. */
  readonly values?: readonly string[];
}

/** Reads a table of the connection, in its rows' order. */
export async function readRowSet(connection: DuckDBConnection, table: string): Promise<RowSet> {
  const { total, shape } = await columnsOf(connection, table);
  const columns = shape.map(({ isNumber }) =>
    isNumber ? new Float64Array(total) : new Array<string | null>(total),
  );
  const stream = await connection.stream(`select ${shape.map(({ sql }) => sql).join(", ")} from ${table}`);
  for (let at = 0; ; ) {
    const chunk = await stream.fetchChunk();
    // DuckDB is asked for the number at each call.
    const count = chunk?.rowCount ?? 0;
    if (chunk === null || count === 0) break;
    shape.forEach(({ isNumber, values }, index) => {
      const vector = chunk.getColumnVector(index);
      const target = columns[index]!;
      for (let row = 0; row < count; row++) {
        const value = vector.getItem(row) as string | number | null;
        if (isNumber) target[at + row] = value ?? Number.NaN;
        else target[at + row] = values === undefined || value === null ? value : values[value as number]!;
      }
    });
    at += count;
  }
  return rowSet(Object.fromEntries(shape.map(({ name }, index) => [name, columns[index] as RowSetColumn])));
}

/**
 * How each column is read. To make a text of a row takes far longer than to make a number: of a column whose texts repeat,
 * each is made once, as a value of an enum.
 */
async function columnsOf(
  connection: DuckDBConnection,
  table: string,
): Promise<{ total: number; shape: ReadColumn[] }> {
  const ask = async (sql: string) => (await connection.runAndReadAll(sql)).getRowsJson();
  const described = await ask(`select column_name, column_type from (describe ${table})`);
  const total = Number((await ask(`select count(*) from ${table}`))[0]![0]);
  const shape: ReadColumn[] = [];
  for (const [column, type] of described) {
    const name = String(column);
    const text = `${identifier(name)}::varchar`;
    if (numeric.test(String(type))) {
      shape.push({ name, isNumber: true, sql: `${identifier(name)}::double` });
      continue;
    }
    const distinct =
      total < manyRows ? total : Number((await ask(`select count(distinct ${text}) from ${table}`))[0]![0]);
    if (distinct === 0 || distinct * rowsPerText > total) {
      shape.push({ name, isNumber: false, sql: text });
      continue;
    }
    const texts = identifier(`texts of ${name}`);
    await connection.run(
      `create type ${texts} as enum (select distinct ${text} from ${table} where ${identifier(name)} is not null)`,
    );
    const values = (await ask(`select unnest(enum_range(null::${texts}))`)).map(([value]) => String(value));
    shape.push({ name, isNumber: false, values, sql: `enum_code(${text}::${texts})::integer` });
  }
  return { total, shape };
}
