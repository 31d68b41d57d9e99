import { expect, test } from "vitest";
import { navigation } from "../../loaders/publish/navigation.ts";
import { readPageSource } from "../../loaders/publish/page/source-text.ts";
import { languageOf, type Page, placeOf } from "../../loaders/publish/pages.ts";

const languages = ["en", "kk"];

function page(path: string, frontMatter: Record<string, unknown>): Page {
  return {
    path,
    place: placeOf(path, languages),
    source: readPageSource(`src/${path}.md`, ""),
    language: languageOf(path, languages),
    frontMatter,
    figures: [],
  };
}

test("each language has its sections, named in it, and its own pager", () => {
  const pages = [
    page("index", { title: "Summary" }),
    page("findings/a", { title: "A", order: 2 }),
    page("findings/b", { short: "B", order: 1 }),
    page("kk/index", { title: "Түйін" }),
    page("kk/findings/a", { title: "Ә", order: 2, section: "Нәтижелер" }),
    page("kk/findings/b", { title: "Б", order: 1 }),
    page("kk/glossary", { title: "Сөздік" }),
    page("kk/draft", { title: "?", draft: true }),
  ];
  expect(navigation(pages, languages)).toEqual([
    {
      name: "Findings",
      open: true,
      collapsible: false,
      pages: [
        { name: "B", path: "/findings/b", pager: "en" },
        { name: "A", path: "/findings/a", pager: "en" },
      ],
    },
    {
      name: "Нәтижелер",
      open: true,
      collapsible: false,
      pages: [
        { name: "Б", path: "/kk/findings/b", pager: "kk" },
        { name: "Ә", path: "/kk/findings/a", pager: "kk" },
      ],
    },
    { name: "Сөздік", path: "/kk/glossary", pager: "kk" },
  ]);
});
