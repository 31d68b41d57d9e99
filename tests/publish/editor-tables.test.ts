import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { tableFromIPC } from "apache-arrow";
import { afterAll, beforeAll, expect, test } from "vitest";
import { arrowStream } from "../../loaders/publish/editor-tables.ts";

const folder = mkdtempSync(join(tmpdir(), "arrow-"));
let connection: DuckDBConnection;
beforeAll(async () => {
  connection = await (await DuckDBInstance.create(":memory:")).connect();
});
afterAll(() => {
  connection.closeSync();
  rmSync(folder, { recursive: true, force: true });
});

async function arrowOf(select: string) {
  const file = join(folder, "x.parquet");
  await connection.run(`copy (${select}) to '${file}' (format parquet)`);
  return tableFromIPC(await arrowStream(connection, file));
}

test("a table becomes Arrow with its columns, values and nulls", async () => {
  const table = await arrowOf(
    "select * from (values ('a', 3, 0.5::double, true), (null, null, null, null)) as t(id, n, share, flag)",
  );
  expect(table.toArray().map((row) => row?.toJSON())).toEqual([
    { id: "a", n: 3, share: 0.5, flag: true },
    { id: null, n: null, share: null, flag: null },
  ]);
});

test("a table without rows keeps its columns: a study may have no barriers", async () => {
  const table = await arrowOf("select 'a' as id, 3 as n where false");
  expect(table.numRows).toBe(0);
  expect(table.schema.fields.map(({ name }) => name)).toEqual(["id", "n"]);
});
