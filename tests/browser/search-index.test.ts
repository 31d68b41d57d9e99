import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type SearchFile, searchIndex } from "../../src/components/page/search-index.ts";
import { dist } from "./site-pages.ts";

const languages = ["en", "ru", "kk"].filter((language) => existsSync(join(dist, `search/${language}.json`)));
const missing = languages.length === 0 ? ` (skipped: no search in ${dist}: run npm run build)` : "";

/** The index as the site has it, not one of invented sections. */
const read = (language: string) =>
  JSON.parse(readFileSync(join(dist, `search/${language}.json`), "utf8")) as SearchFile;

describe.skipIf(languages.length === 0)(`the built site's search${missing}`, () => {
  test.each(languages)("%s: every form of a word finds what its other forms find", (language) => {
    const file = read(language);
    const index = searchIndex(file);
    const byLemma = new Map<string, string[]>();
    for (const [form, lemma] of Object.entries(file.forms)) {
      if (!/^\p{L}{4,}$/u.test(form)) continue;
      const known = byLemma.get(lemma || form) ?? [];
      known.push(form);
      byLemma.set(lemma || form, known);
    }
    const families = [...byLemma.values()].filter((forms) => forms.length > 2);
    if (language !== "en") expect(families.length).toBeGreaterThan(100);
    const found = (form: string) => index.find(form, 1000).map(({ address }) => address);
    for (const [first = "", ...others] of families.slice(0, 60)) {
      const sections = found(first);
      expect(sections.length, first).toBeGreaterThan(0);
      for (const form of others) expect(found(form), `${form} as ${first}`).toEqual(sections);
    }
  });

  test.each(languages.filter((language) => language !== "en"))(
    "%s: a form that the pages lack finds the pages that have the word",
    (language) => {
      const file = read(language);
      const forms = {
        ru: ["школою", "регионами", "родителем", "региону"],
        kk: ["мектептеріміз", "өңірлеріміз"],
      };
      const absent = forms[language as keyof typeof forms].filter((form) => !(form in file.forms));
      expect(absent.length).toBeGreaterThan(0);
      for (const form of absent) {
        const texts = searchIndex(file)
          .find(form)
          .map(({ match }) => match.toLowerCase());
        expect(texts.length, form).toBeGreaterThan(0);
        const stem = form.slice(0, 4);
        expect(
          texts.some((text) => text.startsWith(stem)),
          `${form} in ${texts.join(", ")}`,
        ).toBe(true);
      }
    },
  );
});
