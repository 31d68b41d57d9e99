import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openDatabase } from "../../loaders/parquet/database.ts";
import { copyToParquet, writeParquet } from "../../loaders/parquet/write.ts";
import type { Column } from "../../loaders/tables.ts";

const folder = mkdtempSync(join(tmpdir(), "parquet-"));
const column = (name: string, type: string, nullable = true): Column => ({
  name,
  type,
  nullable,
  unit: "",
  meaning: "",
});

async function rowsOf(file: string): Promise<unknown[]> {
  const database = await openDatabase({ spill: join(folder, "spill") });
  const rows = (await database.connection.runAndReadAll(`from '${file}'`)).getRowObjectsJson();
  database.close();
  return rows;
}

describe("Parquet", () => {
  it("keeps every type, null, and the order of the rows", async () => {
    const file = join(folder, "types.parquet");
    const columns = [
      column("text", "VARCHAR", false),
      column("yes", "BOOLEAN"),
      column("whole", "INTEGER"),
      column("count", "BIGINT"),
      column("real", "DOUBLE"),
      column("day", "DATE"),
      column("at", "TIMESTAMP"),
      column("list", "VARCHAR[]"),
    ];
    const at = Date.UTC(2023, 4, 31, 17, 5, 0, 123);
    await writeParquet(file, columns, [
      ["z", true, -1, 9_007_199_254_740_991, 0.5, 19_508, at, ["қ", "b"]],
      ["a", null, null, null, null, null, null, []],
    ]);
    expect(await rowsOf(file)).toEqual([
      {
        text: "z",
        yes: true,
        whole: -1,
        count: "9007199254740991",
        real: 0.5,
        day: "2023-05-31",
        at: "2023-05-31 17:05:00.123",
        list: ["қ", "b"],
      },
      { text: "a", yes: null, whole: null, count: null, real: null, day: null, at: null, list: [] },
    ]);
  });

  it("may be empty", async () => {
    const file = join(folder, "empty.parquet");
    expect(await writeParquet(file, [column("a", "VARCHAR")], [])).toBe(0);
    expect(await rowsOf(file)).toEqual([]);
  });

  it("has the same bytes for the same rows, over many row groups", async () => {
    const rows = Array.from({ length: 150_000 }, (_, index) => [`t${(index * 7919) % 1000}`, index]);
    const files = ["one", "two"].map((name) => join(folder, `${name}.parquet`));
    for (const file of files) {
      await writeParquet(file, [column("a", "VARCHAR"), column("b", "BIGINT")], rows, '"a", "b"');
    }
    expect(readFileSync(files[0]!).equals(readFileSync(files[1]!))).toBe(true);
    const database = await openDatabase({ spill: join(folder, "spill") });
    const again = join(folder, "again.parquet");
    await copyToParquet(database.connection, `select * from '${files[0]}' order by all`, again);
    database.close();
    expect(readFileSync(again).equals(readFileSync(files[0]!))).toBe(true);
  });

  it("is refused a type it does not know, and a missing value of a column that has no null", async () => {
    const file = join(folder, "none.parquet");
    await expect(writeParquet(file, [column("a", "GEOMETRY")], [])).rejects.toThrow(
      /column a: found type GEOMETRY/u,
    );
    await expect(writeParquet(file, [column("a", "VARCHAR", false)], [[null]])).rejects.toThrow(
      /column a: found no value/u,
    );
  });
});
