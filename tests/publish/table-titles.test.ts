import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { dictionaryBlock } from "../../loaders/publish/block-dictionary.ts";
import { readTableTitles } from "../../loaders/publish/table-titles.ts";

const folder = mkdtempSync(join(tmpdir(), "titles-"));
const file = join(folder, "titles.ru.yml");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(["ru", "kk"])(
  "each counted table of the workspace has a title in %s, and no two the same",
  (language) => {
    const tables = readdirSync("src/tables")
      .filter((name) => name.endsWith(".sql"))
      .map((name) => name.slice(0, -".sql".length));
    const titles = readTableTitles(`src/tables/titles.${language}.yml`, tables);
    expect(Object.keys(titles).sort()).toEqual(tables.sort());
    expect(new Set(Object.values(titles)).size).toBe(tables.length);
  },
);

test.each([
  ["a missing title", "a: Первая", `${file}: found no b, expected its title in this language`],
  [
    "a title of no table",
    "a: Первая\nb: Вторая\nc: Третья",
    `${file}: found c, expected the name of a counted table`,
  ],
  ["an empty title", 'a: Первая\nb: ""', expect.stringContaining(`${file}: b: `)],
  ["what is no YAML", "a: [", expect.stringContaining(`${file}: found no YAML`)],
])("refuses %s", (_what, yaml, message) => {
  writeFileSync(file, yaml);
  expect(readTableTitles(file, ["a", "b"])).toEqual([message]);
});

test("refuses a file that is not there", () => {
  expect(readTableTitles(join(folder, "titles.kk.yml"), ["a"])).toEqual([
    expect.stringContaining("no such file"),
  ]);
});

test("the dictionary says a table's title in the page's language, and the author's where it has no other", () => {
  const header = {
    title: "Stories",
    population: "Posts",
    unit: "story",
    key: ["a"],
    columns: { a: ["id", "x"] as const },
  };
  const table = {
    table: "t",
    header,
    translations: {
      ru: {
        title: "Сюжеты",
        population: "Посты",
        unit: "сюжет",
        columns: { a: ["идентификатор", "икс"] as const },
      },
    },
    sql: "",
    rows: 1,
    withheld: 0,
    threshold: 5,
    sha256: "",
  };
  const inRussian = dictionaryBlock("published", [table], "ru");
  expect(inRussian).toContain("</code> Сюжеты</summary><p>Посты. Единица счёта: сюжет.");
  expect(inRussian).toContain("<td>идентификатор, ключ</td><td>икс</td>");
  expect(dictionaryBlock("published", [table], "en")).toContain("</code> Stories</summary>");
});
