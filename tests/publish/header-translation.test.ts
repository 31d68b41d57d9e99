import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { inLanguage, readHeaderTranslation } from "../../loaders/publish/header-translation.ts";
import type { PublishedResult, QueryHeader } from "../../loaders/publish/published-result.ts";

const header: QueryHeader = {
  title: "Shares",
  question: "Who?",
  population: "Posts",
  unit: "story",
  method: "/methodology/shares",
  key: ["sex"],
  columns: { sex: ["id", "whom"], share: ["proportion", "share of stories"] },
  limits: ["Few."],
  headings: { sex: "Sex" },
  labels: { sex: { boys: "Boys", girls: "Girls" } },
};

const whole = `title: Доли
question: Кто?
population: Посты
unit: сюжет
limits: [Мало.]
columns: { sex: кого, share: доля сюжетов }
headings: { sex: Пол }
labels: { sex: { boys: Мальчики, girls: Девочки } }
`;

function read(text: string) {
  const file = join(mkdtempSync(join(tmpdir(), "translation-")), "share.ru.yml");
  writeFileSync(file, text);
  return readHeaderTranslation(file, header);
}

const result: PublishedResult = {
  query: "share",
  header,
  sql: "select 1",
  rows: [],
  sha256: "",
  tables: [],
  withheld: 0,
  threshold: 5,
};

test("a whole translation says the header in its language, units and keys kept", () => {
  const translation = read(whole);
  if (Array.isArray(translation)) throw new Error(translation.join("\n"));
  const said = inLanguage({ ...result, translations: { ru: translation } }, "ru").header;
  expect(said.title).toBe("Доли");
  expect(said.columns).toEqual({ sex: ["id", "кого"], share: ["proportion", "доля сюжетов"] });
  expect(said.labels?.sex?.girls).toBe("Девочки");
  expect(said.method).toBe("/methodology/shares");
});

test("a language without a translation is said as the header stands", () => {
  expect(inLanguage(result, "kk")).toBe(result);
});

test.each([
  [whole.replace("question: Кто?\n", ""), 'found no question, expected "Who?" in this language'],
  [whole.replace(", girls: Девочки", ""), "found no labels.sex.girls"],
  [whole.replace("sex: кого, ", ""), "found no columns.sex"],
  [whole.replace("[Мало.]", "[Мало., Ещё.]"), "found 2 limits, expected 1"],
  [`${whole}denominator: Все\n`, "found denominator, which the query's header lacks"],
  ["title: [", "found no YAML"],
  [`${whole}colour: red\n`, "Unrecognized key"],
])("what is missing or too much is named: %#", (text, message) => {
  const mistakes = read(text);
  expect(mistakes).toEqual([expect.stringContaining(message)]);
});

test("a missing file is named", () => {
  expect(readHeaderTranslation("nowhere/share.kk.yml", header)).toEqual([
    "nowhere/share.kk.yml: found no such file, expected the header's texts in this language",
  ]);
});
