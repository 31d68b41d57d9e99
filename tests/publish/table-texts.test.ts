import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { dictionaryBlock } from "../../loaders/publish/block-dictionary.ts";
import { readTableTexts } from "../../loaders/publish/table-texts.ts";
import { privateWords } from "../../loaders/publish/words/private-tables.ts";
import { wordsOf } from "../../loaders/publish/words/words.ts";
import { readTable } from "../../loaders/statistics/header.ts";
import { units } from "../../loaders/statistics/header-schema.ts";
import { tables } from "../../loaders/tables.ts";

const folder = mkdtempSync(join(tmpdir(), "texts-"));
const file = join(folder, "texts.ru.yml");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const rivers = {
  title: "Rivers",
  population: "Posts",
  unit: "story",
  key: ["river"],
  columns: { river: ["id", "the river"], stories: ["count", "stories about it"] },
} as const;

const said = "Posts: Посты\nstory: сюжет\nthe river: река\nstories about it: сюжеты о ней";

test.each(["ru", "kk"])("every header of the workspace's counted tables is said in %s", (language) => {
  const headers = Object.fromEntries(
    readdirSync("src/tables")
      .filter((name) => name.endsWith(".sql"))
      .map((name) => {
        const path = `src/tables/${name}`;
        return [name.slice(0, -".sql".length), headerOf(path)];
      }),
  );
  const texts = readTableTexts(`src/tables/texts.${language}.yml`, headers, language);
  expect(texts).not.toBeInstanceOf(Array);
  expect(Object.keys(texts).sort()).toEqual(Object.keys(headers).sort());
});

function headerOf(path: string) {
  return readTable(readFileSync(path, "utf8"), path).header;
}

test("a text said once holds wherever the author's words stand, and units are the site's own words", () => {
  writeFileSync(file, said);
  expect(readTableTexts(file, { rivers, again: rivers }, "ru")).toEqual({
    rivers: {
      population: "Посты",
      unit: "сюжет",
      columns: { river: ["идентификатор", "река"], stories: ["количество", "сюжеты о ней"] },
    },
    again: expect.objectContaining({ population: "Посты" }),
  });
});

test.each([
  [
    "a missing text",
    said.replace("the river: река\n", ""),
    `${file}: found no "the river" (rivers.sql), expected it in this language`,
  ],
  [
    "a text of no table",
    `${said}\nlake: озеро`,
    `${file}: found "lake", which no counted table's header says`,
  ],
  ["an empty text", said.replace("река", '""'), expect.stringContaining(`${file}: the river: `)],
  ["what is no YAML", "a: [", expect.stringContaining(`${file}: found no YAML`)],
])("refuses %s", (_what, yaml, message) => {
  writeFileSync(file, yaml);
  expect(readTableTexts(file, { rivers }, "ru")).toEqual([message]);
});

test("refuses a file that is not there", () => {
  expect(readTableTexts(join(folder, "none.yml"), { rivers }, "ru")).toEqual([
    expect.stringContaining("no such file"),
  ]);
});

test.each(["ru", "kk"])("every unit of a column has its words in %s", (language) => {
  expect(Object.keys(wordsOf(language).columnUnits).sort()).toEqual([...units].sort());
});

test.each(["ru", "kk"])(
  "what is said of the tables of posts is said in %s, and a new text must be",
  (language) => {
    const shown = dictionaryBlock("private", [], language);
    expect(shown.match(/<details/g)).toHaveLength(tables.length);
    const sentences = Array.from(
      shown.matchAll(/<td>([^<]*)<\/td><\/tr>|<p>([^<]*)<\/p>/g),
      ([, cell, row]) => cell ?? row!,
    );
    expect(sentences.filter((text) => !/[а-яәғқңөұүһі]/i.test(text))).toEqual([]);
    expect(() => privateWords("the colour of the post", language)).toThrow(
      'found no "the colour of the post"',
    );
    expect(privateWords("the colour of the post", "en")).toBe("the colour of the post");
  },
);
