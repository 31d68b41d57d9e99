import { pages } from "./visits.ts";

/** Pages of the report's other languages differ in their words alone: of these some are looked at, and with `TYNDAU_ALL_PAGES` all. */
export const isTranslation = (path: string) => /^[a-z]{2}\//.test(path) && !process.env.TYNDAU_ALL_PAGES;

/** The pages that are looked at one by one. */
export const looked = pages.filter(
  (path) =>
    !isTranslation(path) ||
    /^..\/(?:index|explore|recommendations|annex\/t.*|findings\/(?:gender|spatial|volume)\/.*|methodology\/(?:index|model|robustness))\.html$/.test(
      path,
    ),
);
