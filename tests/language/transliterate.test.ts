import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold } from "../../loaders/language/fold.ts";
import { cyrillicForms, transliterate } from "../../loaders/language/transliterate.ts";
import { matchText } from "../../loaders/query/compile.ts";
import { parsePattern } from "../../loaders/query/term.ts";
import { latinCoverage } from "./measure.ts";

/** Cyrillic, in the alphabet of 2018, in that of 2021. */
const PAIRS = [
  ["және", "jáne", "jäne"],
  ["үшін", "úshin", "üşın"],
  ["туралы", "týraly", "turaly"],
  ["қазақстан", "qazaqstan", "qazaqstan"],
  ["қырғызстанда", "qyrǵyzstanda", "qyrğyzstanda"],
  ["мектеп", "mektep", "mektep"],
  ["оқушылар", "oqýshylar", "oquşylar"],
  ["мұғалім", "muǵalim", "mūğalım"],
  ["білім", "bilim", "bılım"],
  ["беру", "berý", "beru"],
  ["ғылым", "ǵylym", "ğylym"],
  ["жаңа", "jańa", "jaña"],
  ["өткізіледі", "ótkiziledi", "ötkızıledı"],
  ["өзбекстан", "ózbekstan", "özbekstan"],
  ["үкімет", "úkimet", "ükımet"],
  ["әлеуметтік", "áleýmettik", "äleumettık"],
  ["ұл", "ul", "ūl"],
  ["қыз", "qyz", "qyz"],
  ["аутизм", "aýtızm", "autizm"],
  ["инклюзивті", "ınklıýzıvti", "inkliuzivtı"],
  ["мемлекеттік", "memlekettik", "memlekettık"],
  ["халықаралық", "halyqaralyq", "halyqaralyq"],
  ["кейін", "keıin", "keiın"],
  ["сондай", "sondaı", "sondai"],
  ["делегациялар", "delegatsııalar", "delegatsiialar"],
  ["республика", "respýblıka", "respublika"],
  ["экономикалық", "ekonomıkalyq", "ekonomikalyq"],
  ["бюджет", "bıýdjet", "biudjet"],
] as const;

describe("cyrillicForms", () => {
  it.each(PAIRS)("%s: %s (2018), %s (2021)", (cyrillic, acute, improved) => {
    expect(cyrillicForms(fold(acute), true)).toContain(cyrillic);
    expect(cyrillicForms(fold(improved), true)).toContain(cyrillic);
  });

  it.each([
    ["mugalim", "мұғалім"],
    ["oqushy", "оқушы"],
    ["zhana", "жана"],
    ["balalar", "балалар"],
    ["zhumys", "жұмыс"],
    ["mektebine", "мектебіне"],
  ])("typed without marks: %s may be %s", (typed, cyrillic) => {
    expect(cyrillicForms(typed, true)).toContain(cyrillic);
  });

  it.each(["school", "with", "thank", "école", "çocuk", "балалар", "covid19", "x"])("%s has none", (word) => {
    expect(cyrillicForms(word, true)).toEqual([]);
    expect(transliterate(word, true)).toBe(word);
  });

  it.each([
    "men",
    "bar",
    "details",
    "material",
    "start",
    "syndrome",
    "invalid",
    "barrier",
    "qatar",
    "iraq",
    "oqu",
  ])("%s has none but in a Kazakh text", (word) => {
    expect(cyrillicForms(word)).toEqual([]);
    expect(cyrillicForms(word, true)).not.toEqual([]);
  });

  it.each(["mektep", "bilim", "qazaqstan", "aqtau", "muǵalim", "mūğalım", "ındýstrııa"])(
    "%s shows itself to be Kazakh in any text",
    (word) => expect(cyrillicForms(word)).toEqual(cyrillicForms(word, true)),
  );

  it("never gives more than 24 forms, all Cyrillic", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."abdeghijklmnopqrstuyzáǵńóúýıäöüūğñş") }), (word) => {
        const forms = cyrillicForms(word);
        expect(forms.length).toBeLessThanOrEqual(24);
        for (const form of forms) expect(form).toMatch(/^[\u0400-\u04ff]+$/u);
      }),
    );
  });
});

describe("a Cyrillic query", () => {
  const found = (pattern: string, text: string) =>
    matchText([parsePattern(pattern)], text, "all").map(({ start, end }) => text.slice(start, end));

  it("finds the word in both Latin alphabets, in its own letters and in the text's offsets", () => {
    expect(found("мұғалім*", "Muǵalimder men mūğalımder, мұғалімдер")).toEqual([
      "Muǵalimder",
      "mūğalımder",
      "мұғалімдер",
    ]);
    expect(found('"білім беру*"', "Inklıýzıvti bilim berý júıesi")).toEqual(["bilim berý"]);
  });

  it("finds words of mixed script", () => {
    expect(found("білім*", "сапалы бiлiмге")).toEqual(["бiлiмге"]);
  });

  it("does not find English words", () => {
    expect(matchText([parsePattern("мен")], "men and women")).toEqual([]);
  });
});

describe.skipIf(!existsSync("../shared/data"))(
  "on real text (skipped where ../shared/data is absent)",
  () => {
    it("two thirds of the words of Latin-script news are words of Cyrillic news", () => {
      expect(latinCoverage().covered).toBeGreaterThan(0.65);
    });

    it("finds the topic words of the articles", () => {
      const text = readFileSync("../shared/data/news/kazinform-latin/articles.jsonl", "utf8");
      for (const pattern of ["мектеп*", "білім*", "балалар*", "денсаулық*", "министрлі*"]) {
        expect(matchText([parsePattern(pattern)], text, "all").length, pattern).toBeGreaterThan(0);
      }
    });
  },
);
