import { expect, test } from "vitest";
import { readPageSource } from "../../../loaders/publish/page/source-text.ts";
import { translationFaults } from "../../../loaders/publish/page/translations.ts";
import { languageOf, type Page, placeOf } from "../../../loaders/publish/pages.ts";

const languages = ["en", "ru"];

function page(path: string, text: string, figures: string[] = []): Page {
  return {
    path,
    place: placeOf(path, languages),
    source: readPageSource(`src/${path}.md`, text),
    language: languageOf(path, languages),
    frontMatter: {},
    figures,
  };
}

const claim = "[5](claim:a/b/n?x=1)";

test("a page with its translation is whole", () => {
  const pages = [page("a", `Five: ${claim}.`, ["a/b"]), page("ru/a", `Пять: ${claim}.`, ["a/b"])];
  expect(translationFaults(pages, languages)).toEqual([]);
});

test.each([
  [[page("a", "One.")], "src/a.md: found no translation, expected the page ru/a.md"],
  [
    [page("a", claim), page("ru/a", "Пять.")],
    "src/ru/a.md: found no claim claim:a/b/n?x=1, which src/a.md has",
  ],
  [
    [page("a", claim), page("ru/a", `${claim} ${claim}`)],
    "src/ru/a.md: found claim claim:a/b/n?x=1, which src/a.md lacks",
  ],
  [[page("a", "", ["a/b"]), page("ru/a", "")], "src/ru/a.md: found no figure a/b, which src/a.md has"],
  [
    [page("a", "[5](source:x)"), page("ru/a", "")],
    "src/ru/a.md: found no source source:x, which src/a.md has",
  ],
  [[page("ru/b", "")], "src/ru/b.md: found a page that is not in en, expected b.md beside it"],
])("a difference is a fault: %#", (pages, message) => {
  const faults = translationFaults(pages, languages);
  expect(faults.map((fault) => `${fault.file}: ${fault.message}`)).toEqual([message]);
});

test("the page for what is not found needs no translation", () => {
  expect(translationFaults([page("404", "")], languages)).toEqual([]);
});
