import type { DuckDBConnection } from "@duckdb/node-api";
import { literal } from "../parquet/sql-text.ts";
import {
  annotations,
  genderVariants,
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
  rejects,
];

/**
 * Copies each table's Parquet file into the connection's database under its name: after that, a statement needs
 * no file. Of posts, title, text and `author_id` are left out, and `source_id` is null unless it is an organisation's;
 * `source_number` tells sources apart without naming them, as clusters need.
 * Returns the number of rows copied. `tables`: name to file; `sql`: the statement, of which posts get the columns that
 * it names alone, all if it has a star.
 */
export async function loadTables(
  connection: DuckDBConnection,
  tables: Readonly<Record<string, string>>,
  sql = "*",
): Promise<number> {
  let rows = 0;
  for (const [name, file] of Object.entries(tables)) {
    const columns = name === posts.name ? postColumns(tables.organisations, sql) : "*";
    await connection.run(`create table ${name} as select ${columns} from ${parquet(file)}`);
    const count = await connection.runAndReadAll(`select count(*) from ${name}`);
    rows += Number(count.getRowsJson()[0]![0]);
  }
  return rows;
}

function postColumns(organisations: string | undefined, sql: string): string {
  const registered =
    organisations === undefined
      ? "null::varchar"
      : `case when source_id in (select id from ${parquet(organisations)}) then source_id end`;
  const all = /\*(?!\s*\))/.test(sql.replace(/\b\d[\d.]*\s*\*|\*\s*\d/g, ""));
  const asked = (name: string) => all || new RegExp(`\\b${name}\\b`, "i").test(sql);
  const shown = posts.columns
    .filter(({ name }) => !withheld.has(name) && (name === "post_id" || asked(name)))
    .map(({ name }) => (name === "source_id" ? `${registered} as source_id` : name));
  const numbered = "dense_rank() over (order by source_id)::integer as source_number";
  return [...shown, ...(asked("source_number") ? [numbered] : [])].join(", ");
}

function parquet(file: string): string {
  return `read_parquet(${literal(file)})`;
}
