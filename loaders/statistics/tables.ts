import type { DuckDBConnection } from "@duckdb/node-api";
import { identifier, literal } from "../parquet/sql-text.ts";
import {
  annotations,
  bigrams,
  genderVariants,
  lemmaPairs,
  lemmas,
  posts,
  queryMatches,
  rejects,
  type Table,
  terms,
} from "../tables.ts";

/** Columns of posts that no query sees: what people wrote, and who signed it. */
const withheld = new Set(["title", "text", "author_id"]);

/** The private tables that the statements of counted tables see, as the stages before wrote them. */
export const privateTables: readonly Table[] = [
  posts,
  annotations,
  queryMatches,
  genderVariants,
  terms,
  lemmas,
  bigrams,
  lemmaPairs,
  rejects,
];

/** Which columns a statement can mean: those that it names, and all of the tables `whole` (statement.ts finds them). */
export interface Asked {
  readonly sql: string;
  readonly whole: ReadonlySet<string>;
}

/**
 * Copies each table's Parquet file into the connection's database under its name: after that, a statement needs
 * no file. Of posts, title, text and `author_id` are left out, and `source_id` is null unless it is an organisation's;
 * `source_number` tells sources apart without naming them, as clusters need.
 * Returns the number of rows copied. `tables`: name to file; `asked`: of private tables, the columns
 * that the text of a statement names, the tables of `whole` with all; without it all tables with all columns.
 */
export async function loadTables(
  connection: DuckDBConnection,
  tables: Readonly<Record<string, string>>,
  asked?: Asked,
): Promise<number> {
  let rows = 0;
  for (const [name, file] of Object.entries(tables)) {
    const table = privateTables.find((one) => one.name === name);
    const columns =
      name === posts.name
        ? postColumns(tables.organisations, asked)
        : table === undefined
          ? "*"
          : columnsOf(table, asked).join(", ");
    await connection.run(`create table ${name} as select ${columns} from ${parquet(file)}`);
    const count = await connection.runAndReadAll(`select count(*) from ${name}`);
    rows += Number(count.getRowsJson()[0]![0]);
  }
  return rows;
}

/** The columns of a private table that are asked for, and the first, so that rows can be counted. */
function columnsOf(table: Table, asked: Asked | undefined): string[] {
  return table.columns
    .map(({ name }) => name)
    .filter((name, at) => at === 0 || isAsked(table, name, asked))
    .map(identifier);
}

function postColumns(organisations: string | undefined, asked: Asked | undefined): string {
  const registered =
    organisations === undefined
      ? "null::varchar"
      : `case when source_id in (select id from ${parquet(organisations)}) then source_id end`;
  const shown = posts.columns
    .filter(({ name }) => !withheld.has(name) && (name === "post_id" || isAsked(posts, name, asked)))
    .map(({ name }) => (name === "source_id" ? `${registered} as source_id` : name));
  const numbered = "dense_rank() over (order by source_id)::integer as source_number";
  return [...shown, ...(isAsked(posts, "source_number", asked) ? [numbered] : [])].join(", ");
}

function isAsked(table: Table, column: string, asked: Asked | undefined): boolean {
  return (
    asked === undefined || asked.whole.has(table.name) || new RegExp(`\\b${column}\\b`, "i").test(asked.sql)
  );
}

function parquet(file: string): string {
  return `read_parquet(${literal(file)})`;
}
