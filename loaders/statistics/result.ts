import type { DuckDBConnection } from "@duckdb/node-api";
import type { CountedTable, Query } from "./header.ts";
import type { Unit } from "./header-schema.ts";
import { type Mistake, QueryError } from "./query-error.ts";

/** A column of a result and its DuckDB type. */
export interface ResultColumn {
  readonly name: string;
  readonly type: string;
}

const whole = ["TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER"];
const real = ["FLOAT", "DOUBLE"];
const typesOf: Record<Unit, readonly string[]> = {
  id: ["VARCHAR"],
  text: ["VARCHAR"],
  date: ["DATE"],
  count: whole,
  proportion: real,
  "difference of proportions": real,
  "per 1,000 residents": real,
  number: [...whole, ...real],
};

/**
 * Checks table `result` against the query's header: the same columns both ways, types and values that their
 * units allow, a key without nulls that names each row once, rows in the order that the header says.
 * Returns the columns. Throws a QueryError that lists all mistakes of the first kind found.
 */
export async function checkResult(
  connection: DuckDBConnection,
  query: Query | CountedTable,
): Promise<ResultColumn[]> {
  const described = await connection.runAndReadAll("select column_name, column_type from (describe result)");
  const columns = described.getRowsJson().map(([name, type]) => ({ name: String(name), type: String(type) }));
  refuse(query, columnMistakes(query, columns));
  refuse(query, await valueMistakes(connection, query));
  refuse(query, await orderMistakes(connection, query));
  return columns;
}

function columnMistakes(query: Query | CountedTable, columns: ResultColumn[]): string[] {
  const declared = query.header.columns;
  return [
    ...columns
      .filter(({ name }) => !Object.hasOwn(declared, name))
      .map(({ name }) => `found column "${name}" in the result, expected it in the header's columns too`),
    ...Object.keys(declared)
      .filter((name) => !columns.some((column) => column.name === name))
      .map((name) => `found column "${name}" in the header, expected it in the result too`),
    ...columns.flatMap(({ name, type }) => {
      const unit = declared[name]?.[0];
      return unit === undefined || typesOf[unit].includes(type)
        ? []
        : [
            `found column "${name}" of type ${type}, expected ${typesOf[unit].join(" or ")} for a ${unit}: cast it`,
          ];
    }),
  ];
}

async function valueMistakes(connection: DuckDBConnection, query: Query | CountedTable): Promise<string[]> {
  const { key, columns } = query.header;
  const bad: [condition: string, text: string][] = key.map((name) => [
    `${name} is null`,
    `null in key column "${name}", expected a value`,
  ]);
  for (const [name, [unit]] of Object.entries(columns)) {
    if (unit === "proportion") bad.push([`${name} < 0 or ${name} > 1`, `"${name}" outside 0 to 1`]);
    if (unit === "count" || unit === "per 1,000 residents") bad.push([`${name} < 0`, `"${name}" below 0`]);
    if (unit !== "count" && unit !== "date" && unit !== "id" && unit !== "text") {
      bad.push([`not isfinite(${name}::double)`, `"${name}" that is no finite number`]);
    }
  }
  const counts = bad.map(([condition]) => `count(*) filter (where ${condition})`).join(", ");
  const row = (await connection.runAndReadAll(`select ${counts} from result`)).getRowsJson()[0]!;
  const mistakes = bad.flatMap(([, text], at) =>
    Number(row[at]) > 0 ? [`found ${row[at]} rows with ${text}`] : [],
  );
  const twice = await connection.runAndReadAll(
    `select ${key.join(", ")}, count(*) from result group by all having count(*) > 1 order by all limit 1`,
  );
  const first = twice.getRowsJson()[0];
  if (first) {
    const shown = key.map((name, at) => `${name} = ${first[at]}`).join(", ");
    mistakes.push(`found ${first.at(-1)} rows with the key ${shown}, expected one`);
  }
  return mistakes;
}

/** Rows must stand in the header's order, and that order must leave no two rows equal. */
async function orderMistakes(connection: DuckDBConnection, query: Query | CountedTable): Promise<string[]> {
  const order = ("order" in query.header ? query.header.order : undefined) ?? query.header.key;
  const columns = order.map((term) => term.split(" ")[0]!);
  const result = await connection.runAndReadAll(
    `with ranked as (
       select result.rowid <> row_number() over (order by ${order.join(", ")}, result.rowid) - 1 as is_misplaced from result
     )
     select
       (select count(*) from ranked where is_misplaced),
       (select count(*) - count(distinct row(${columns.join(", ")})) from result)`,
  );
  const [misplaced, ties] = result.getRowsJson()[0]!.map(Number) as [number, number];
  if (misplaced > 0) {
    return [`found rows in another order, expected order by ${order.join(", ")}, as the header says`];
  }
  return ties > 0
    ? [
        `found ${ties} rows that order by ${order.join(", ")} leaves equal, expected a total order: end it with the key`,
      ]
    : [];
}

function refuse(query: Query | CountedTable, texts: string[]): void {
  if (texts.length === 0) return;
  const mistakes: Mistake[] = texts.map((text) => ({ line: query.sqlLine, text }));
  throw new QueryError(query.file, mistakes);
}
