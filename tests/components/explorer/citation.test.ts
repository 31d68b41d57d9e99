import { expect, test } from "vitest";
import { citationOf } from "../../../src/components/explorer/citation.ts";
import { explorerWords } from "../../../src/components/explorer/words.ts";

const file = {
  title: { en: "Report", kk: "Есеп" },
  citation: { authors: ["A", "B"], publisher: "House", issued: "2026-11-23" },
};
const page = "https://example.org/explore.html?corpus=public";

test("a choice is cited with year, edition and the address that keeps it", () => {
  expect(citationOf(file, explorerWords("en"), "en", { edition: "ab12cd", page })).toBe(
    `A, B (2026). Report [Edition ab12cd]. House. ${page}`,
  );
  expect(citationOf(file, explorerWords("kk"), "kk", { edition: "ab12cd", page })).toBe(
    `A, B (2026). Есеп [Басылым ab12cd]. House. ${page}`,
  );
});

test("what is not known is said or left out", () => {
  const citation = { authors: ["A"] };
  expect(citationOf({ title: file.title, citation }, explorerWords("ru"), "ru", { page })).toBe(
    `A (б. г.). Report. ${page}`,
  );
});

test("a quarter is named in the page's language", () => {
  expect(["en", "ru", "kk"].map((language) => explorerWords(language).quarter("2022", "1"))).toEqual([
    "Q1 2022",
    "1 кв. 2022",
    "2022 ж. 1-тоқсан",
  ]);
});
