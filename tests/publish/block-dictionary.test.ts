import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { dictionaryBlock, readPublishedTables } from "../../loaders/publish/block-dictionary.ts";
import type { PublishedTable } from "../../loaders/publish/published-tables.ts";
import { tables } from "../../loaders/tables.ts";

const published: PublishedTable = {
  table: "stories_by_river",
  header: {
    title: "Stories by river",
    population: "Posts <of> the study",
    unit: "story",
    key: ["river"],
    columns: { river: ["id", "the river"], stories: ["count", "stories that name it"] },
  },
  sql: "",
  rows: 1234,
  withheld: 2,
  threshold: 5,
  sha256: "",
};

function read(html: string): Document {
  return new JSDOM(html).window.document;
}

test("a published table shows its title, counts, and columns with the key marked", () => {
  const document = read(dictionaryBlock("published", [published], "en"));
  expect(document.querySelector("#table-stories_by_river summary")?.textContent).toBe(
    "stories_by_river Stories by river",
  );
  expect(document.querySelector("p")?.textContent).toBe(
    "Posts <of> the study. Counted: story. Rows: 1,234, withheld: 2.",
  );
  const rows = Array.from(document.querySelectorAll("tbody tr"), (row) =>
    Array.from(row.children, (cell) => cell.textContent),
  );
  expect(rows).toEqual([
    ["river", "id, key", "the river"],
    ["stories", "count", "stories that name it"],
  ]);
});

test("every private table and each of its columns is there", () => {
  const document = read(dictionaryBlock("private", [], "en"));
  for (const { name, columns } of tables) {
    const shown = document.querySelectorAll(`#table-${name} tbody th`);
    expect(Array.from(shown, (cell) => cell.textContent)).toEqual(columns.map((column) => column.name));
  }
});

test("an unknown kind and an empty list are told, and a folder that is not there holds nothing", () => {
  expect(dictionaryBlock("all", [published], "en")).toContain("expected published or private");
  expect(dictionaryBlock("published", [], "en")).toContain("npm run build");
  expect(readPublishedTables(join(tmpdir(), "no-such-folder-of-tables"))).toEqual([]);
});

test("descriptions are read by name; tables made of the study have none", () => {
  const folder = mkdtempSync(join(tmpdir(), "tables-"));
  try {
    writeFileSync(join(folder, "stories_by_river.json"), JSON.stringify(published));
    writeFileSync(join(folder, "regions.parquet"), "");
    expect(readPublishedTables(folder)).toEqual([published]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
