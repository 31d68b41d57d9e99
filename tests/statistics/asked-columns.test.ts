import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, expect, it } from "vitest";
import { checkStatement } from "../../loaders/statistics/statement.ts";
import { loadTables } from "../../loaders/statistics/tables.ts";
import { rejects } from "../../loaders/tables.ts";

const folder = mkdtempSync(join(tmpdir(), "asked-columns-"));
const file = join(folder, "rejects.parquet");

beforeAll(async () => {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const columns = rejects.columns.map(({ name }) => `'x' as "${name}"`).join(", ");
  await connection.run(`copy (select ${columns} from range(3)) to '${file}' (format parquet)`);
  connection.closeSync();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The columns of rejects that a statement gets. */
async function loaded(sql: string): Promise<string[]> {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const statement = { file: "q.sql", sql, sqlLine: 1 } as Parameters<typeof checkStatement>[1];
  const whole = await checkStatement(connection, statement);
  expect(await loadTables(connection, { rejects: file }, { sql, whole })).toBe(3);
  const described = await connection.runAndReadAll("select column_name from (describe rejects)");
  connection.closeSync();
  return described.getRowsJson().map(([name]) => String(name));
}

const all = rejects.columns.map(({ name }) => name);

it.each([
  [
    "the columns that it names, and the first",
    "select reason from rejects order by reason",
    ["capture", "reason"],
  ],
  ["the first where it names none", "select count(*) as n from rejects order by n", ["capture"]],
  [
    "no more for a star of what it named",
    "with named as (select reason from rejects) select * from named order by reason",
    ["capture", "reason"],
  ],
  ["all for a star", "select * from rejects order by reason", all],
  ["all for a star in a CTE", "with whole as (from rejects) select count(*) as n from whole order by n", all],
  ["all for a star of an alias", "select r.* from rejects as r order by reason", all],
  [
    "all for a natural join",
    "select count(*) as n from rejects natural join (select 'x' as detail) order by n",
    all,
  ],
  ["all for a row as a value", "select r as row from rejects as r order by row", all],
  ["all for a star within a function", "select count(columns(*)) from rejects order by all", all],
])("a statement gets %s", async (_, sql, expected) => {
  expect(await loaded(sql)).toEqual(expected);
});
