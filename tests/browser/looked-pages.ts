import { pages } from "./visits.ts";

/** With `TYNDAU_ALL_VIEWS` every page of every language is looked at in every way: hours, before a release. */
export const isThorough = Boolean(process.env.TYNDAU_ALL_VIEWS);

/** Pages of the report's other languages. */
export const isTranslation = (path: string) => /^[a-z]{2}\//.test(path);

/** The pages that are looked at one by one: translations differ in their words alone, so of these some. */
export const looked = pages.filter(
  (path) =>
    isThorough ||
    !isTranslation(path) ||
    /^..\/(?:index|explore|recommendations|annex\/t.*|findings\/(?:gender|spatial|volume)\/.*|methodology\/(?:index|model|robustness))\.html$/.test(
      path,
    ),
);

/** Every page with the ways in which it is looked at: one of these by its place among its language's pages, or all. */
export function viewsByPage<View>(views: readonly View[]): [path: string, view: View][] {
  const seen = new Map<string, number>();
  return pages.flatMap((path): [string, View][] => {
    if (isThorough) return views.map((view) => [path, view]);
    const language = isTranslation(path) ? path.slice(0, 2) : "";
    // Each language begins one later, so that a page is not seen in the same way in all of them.
    const place = seen.get(language) ?? [...seen.keys()].length;
    seen.set(language, place + 1);
    return [[path, views[place % views.length]!]];
  });
}
