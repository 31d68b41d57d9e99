import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { glossaryBlock } from "../../loaders/publish/block-glossary.ts";
import type { Category, Localised } from "../../loaders/study/study.ts";

const glossary: Category[] = [
  {
    id: "water",
    title: { en: "Water <level>", ru: "Уровень воды" },
    description: { en: "How high it stands", ru: "Высота" },
  },
  {
    id: "bank",
    title: { en: "Bank", ru: "Берег", kk: "Жаға" },
    description: { en: "Its side", ru: "Край" },
  },
];

function cellsOf(html: string): string[][] {
  const { document } = new JSDOM(html).window;
  return Array.from(document.querySelectorAll("tr"), (row) =>
    Array.from(row.querySelectorAll("th, td"), (cell) => cell.textContent),
  );
}

function sayIn(language: string) {
  return (text: Localised) => text[language] ?? "";
}

test("terms stand in alphabetical order of the page's language, which comes first", () => {
  expect(cellsOf(glossaryBlock(glossary, "en", sayIn("en")))).toEqual([
    ["English", "Russian", "Kazakh", "Meaning"],
    ["Bank", "Берег", "Жаға", "Its side"],
    ["Water <level>", "Уровень воды", "–", "How high it stands"],
  ]);
  const russian = cellsOf(glossaryBlock(glossary, "ru", sayIn("ru")));
  expect(russian[0]).toEqual(["Русский", "Английский", "Казахский", "Значение"]);
  expect(russian.slice(1).map(([term]) => term)).toEqual(["Берег", "Уровень воды"]);
});

test("each term says its language, and can be linked to", () => {
  const { document } = new JSDOM(glossaryBlock(glossary, "en", sayIn("en"))).window;
  expect(document.querySelector("#term-bank [lang=kk]")?.textContent).toBe("Жаға");
  expect(document.querySelector("#term-water th [lang=en]")?.textContent).toBe("Water <level>");
});

test("a study without a glossary is told so", () => {
  expect(glossaryBlock(undefined, "en", sayIn("en"))).toContain("glossary.yml");
});
