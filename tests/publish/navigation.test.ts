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

test("order sorts sections and single pages together; a section stands where its index page says", () => {
  const pages = [
    page("index", { title: "Summary" }),
    page("limits", { title: "Limits", order: 60 }),
    page("method/counts", { title: "Counts", order: 2 }),
    page("method/index", { title: "From post to number", order: 40 }),
    page("method/other", { title: "Other" }),
    page("findings/access/index", { title: "Access", order: 1 }),
    page("findings/volume/index", { title: "Volume", order: 2 }),
    page("context", { title: "Context", order: 0 }),
    page("unsorted", { title: "Unsorted" }),
    page("ethics", { title: "Ethics", order: 50 }),
  ];
  const shown = navigation(pages, ["en"]).map((entry) =>
    "pages" in entry ? [entry.name, ...entry.pages.map(({ name }) => name)] : entry.name,
  );
  expect(shown).toEqual([
    "Context",
    ["Findings", "Access", "Volume"],
    ["Method", "From post to number", "Counts", "Other"],
    "Ethics",
    "Limits",
    "Unsorted",
  ]);
});
