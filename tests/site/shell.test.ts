import type { DuckDBConnection } from "@duckdb/node-api";
import { beforeAll, describe, expect, test } from "vitest";
import { queries } from "../../loaders/statistics/queries.ts";
import { missing, realStudy } from "./build-studies.ts";
import { asPublished, openShell, publishedResults } from "./shell.ts";

/** Each study: its pages, whose `data` is what was published, and its built site. */
const studies = [
  { name: "the demo", pages: "src", dist: "dist", skip: "" },
  { name: "the real study", pages: `${realStudy}/src`, dist: `${realStudy}/dist`, skip: missing },
];

describe.each(studies)("on the published tables of $name alone$skip", ({ pages, dist, skip }) => {
  const results = skip === "" ? publishedResults(`${pages}/data/results`) : [];
  let shell: DuckDBConnection;
  beforeAll(async () => {
    if (skip === "") shell = await openShell(`${dist}/data/tables`);
  });

  test.skipIf(skip !== "")("every query of the pages has a published result", () => {
    const expected = queries(pages).map(({ id }) => id);
    expect(expected.length).toBeGreaterThan(0);
    expect(results.map(({ query }) => query).sort()).toEqual(expected);
  });

  test.skipIf(skip !== "").each(results)("$query gives its published result in DuckDB", async (result) => {
    const found = await shell.runAndReadAll(result.sql);
    expect(asPublished(found.getRowObjectsJson(), result)).toEqual(result.rows);
  });

  test.skipIf(skip !== "")("nothing else can be read", async () => {
    await expect(shell.run("from read_text('package.json')")).rejects.toThrow(/ermission|disabled/);
  });
});
