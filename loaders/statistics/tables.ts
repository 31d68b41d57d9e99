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

/** Of posts, what statements see: as ready-rows.ts writes it. */
const readyPosts: Table = {
  ...posts,
  columns: [
    ...posts.columns.filter(({ name }) => !withheld.has(name)),
    {
      name: "source_number",
      type: "INTEGER",
      nullable: false,
      unit: "from 1",
      meaning: "tells sources apart and names none",
    },
  ],
};

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

/** Those beside posts whose rows are of posts, which they name by `post_id`. */
export const rowsOfPosts: readonly Table[] = [annotations, queryMatches, genderVariants, terms, bigrams];

/** Which columns a statement can mean: those that it names, and all of the tables `whole` (statement.ts finds them). */
export interface Asked {
  readonly sql: string;
  readonly whole: ReadonlySet<string>;
}

/**
 * Copies each table's Parquet file into the connection's database under its name: after that, a statement needs
 * no file. Of posts, title, text and `author_id` are left out, and `source_id` is null unless it is an organisation's;
 * `source_number` tells sources apart without naming them, as clusters need. Posts that were made ready have been through that.
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
      table === undefined
        ? "*"
        : table !== posts
          ? columnsOf(table, asked).join(", ")
          : (await isReady(connection, file))
            ? columnsOf(readyPosts, asked).join(", ")
            : postColumns(tables.organisations, asked);
    const made = await connection.runAndReadAll(
      `create table ${name} as select ${columns} from ${parquet(file)}`,
    );
    rows += Number(made.getRowsJson()[0]![0]);
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

/** Whether a file of posts was written by ready-rows.ts. */
async function isReady(connection: DuckDBConnection, file: string): Promise<boolean> {
  const found = await connection.runAndReadAll(
    `select count(*) from parquet_schema(${literal(file)}) where name = 'source_number'`,
  );
  return Number(found.getRowsJson()[0]![0]) > 0;
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
