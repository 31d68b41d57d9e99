import type { DuckDBConnection } from "@duckdb/node-api";
import { beforeAll, describe, expect, test } from "vitest";
import { asPublished, openShell, publishedResults } from "./shell.ts";

describe("on the published tables alone", () => {
  let shell: DuckDBConnection;
  beforeAll(async () => {
    shell = await openShell("dist/data/tables");
  });

  test("every query gives its published result in DuckDB", async () => {
    const results = publishedResults("src/data/results");
    expect(results.length).toBeGreaterThan(0);
    for (const result of results) {
      const found = await shell.runAndReadAll(result.sql);
      expect(asPublished(found.getRowObjectsJson(), result), result.query).toEqual(result.rows);
    }
  });

  test("nothing else can be read", async () => {
    await expect(shell.run("from read_text('package.json')")).rejects.toThrow(/ermission|disabled/);
  });
});
