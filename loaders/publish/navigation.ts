import { posix } from "node:path";
import type { Page } from "./pages.ts";

/** An entry of Framework's `pages`: a page, or a section of pages. */
export type NavigationEntry =
  | { readonly name: string; readonly path: string; readonly pager: string }
  | {
      readonly name: string;
      readonly open: boolean;
      readonly collapsible: boolean;
      readonly pages: readonly { readonly name: string; readonly path: string; readonly pager: string }[];
    };

/**
 * Pages grouped by their first folder, language after language. Framework shows all of it on every page; finishing
 * leaves each page its own language. A section is named by `section` in the front matter of one of its pages, else by
 * its folder. `order` in the front matter sorts pages without a section and sections together: a section stands where
 * its index page says, else where the first of its pages does. Within a section the index page comes first, the
 * others by their own `order`. What has the same order goes by path, what has none comes last.
 */
export function navigation(pages: readonly Page[], languages: readonly string[]): NavigationEntry[] {
  return languages.flatMap((language) =>
    inOneLanguage(
      pages.filter((page) => page.language === language),
      language,
    ),
  );
}

function inOneLanguage(pages: readonly Page[], language: string): NavigationEntry[] {
  const listed = pages.filter(
    (page) => !["index", "404"].includes(page.place) && page.frontMatter.draft !== true,
  );
  const entry = (page: Page) => ({
    name: pageName(page),
    path: `/${page.path.replace(/(^|\/)index$/, "$1")}`,
    pager: language,
  });
  const alone = listed.filter((page) => isAlone(page, listed));
  const sections = [...new Set(listed.filter((page) => !isAlone(page, listed)).map(sectionOf))].map(
    (folder) => {
      const own = sorted(listed.filter((page) => !isAlone(page, listed) && sectionOf(page) === folder));
      const index = own.filter((page) => page.place === `${folder}/index`);
      const pages = [...index, ...own.filter((page) => !index.includes(page))];
      return {
        order: Math.min(...(index.length > 0 ? index : own).map(orderOf)),
        path: folder,
        entry: {
          name: sectionName(folder, own),
          open: true,
          collapsible: false,
          pages: pages.map(entry),
        },
      };
    },
  );
  return [
    ...sections,
    ...alone.map((page) => ({ order: orderOf(page), path: page.place, entry: entry(page) })),
  ]
    .sort((a, b) => a.order - b.order || (a.path < b.path ? -1 : 1))
    .map((placed) => placed.entry);
}

function isAlone(page: Page, all: readonly Page[]): boolean {
  const folder = sectionOf(page);
  return folder === "" || all.filter((other) => sectionOf(other) === folder).length === 1;
}

function sectionOf(page: Page): string {
  return page.place.includes("/") ? (page.place.split("/")[0] ?? "") : "";
}

function sectionName(folder: string, pages: readonly Page[]): string {
  const named = pages.find((page) => typeof page.frontMatter.section === "string");
  if (named !== undefined) return named.frontMatter.section as string;
  return folder.charAt(0).toUpperCase() + folder.slice(1).replaceAll("-", " ");
}

function sorted(pages: readonly Page[]): Page[] {
  return [...pages].sort((a, b) => orderOf(a) - orderOf(b) || (a.path < b.path ? -1 : 1));
}

function orderOf(page: Page): number {
  return typeof page.frontMatter.order === "number" ? page.frontMatter.order : 1000;
}

function pageName(page: Page): string {
  const { short, title } = page.frontMatter;
  if (typeof short === "string") return short;
  if (typeof title === "string") return title;
  return /^# +(.+)$/m.exec(page.source.prose)?.[1]?.trim() ?? posix.basename(page.path);
}
