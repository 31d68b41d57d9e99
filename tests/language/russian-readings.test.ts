import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fold } from "../../loaders/language/fold.ts";
import { russianDictionary } from "../../loaders/language/lemmas/russian/dictionary.ts";
import { readingsOf } from "../../loaders/language/lemmas/russian/readings.ts";
import { parsesOf } from "./az-morph.ts";
import { goldWords } from "./lemmas-gold.ts";
import { kaznerdSentences } from "./real-texts.ts";

const UD = "../shared/data/ud";

/** Readings as lines: spelling, tag, score to the last bit. */
function ours(word: string): string[] {
  const { paradigms } = russianDictionary();
  return readingsOf(word).list.map(({ word: spelled, prefix, form, score }) => {
    const own = paradigms.prefixOf(form);
    const whole = prefix === "" ? spelled : own + prefix + spelled.slice(own.length);
    return `${whole} ${paradigms.writtenTags[paradigms.tagOf(form)]} ${score}`;
  });
}

/** The same of az 0.2.3 itself. */
function theirs(word: string): string[] {
  return parsesOf(word).map((parse) => `${String(parse)} ${String(parse.tag)} ${parse.score}`);
}

describe("readings of Russian words are those of az 0.2.3", () => {
  it.each(
    `школы школ ёлка елка елок стали наилучший понаехали поговорим авиашкола пентаграммный эндопротез минишкола
     суперучителя антиинклюзивный ковидный загуглили зумеры тьюторами нуркенов щщщ ъ я мы инклюзив-класс по-русски
     кто-то северо-восток қала бiлiм ааааааа наибеспокойнейшего повыше`
      .trim()
      .split(/\s+/u),
  )("%s", (word) => {
    const [first] = parsesOf(word);
    // A word with a hyphen is looked up whole; its parts are read by russian.ts.
    if (word.includes("-") && first?.parser !== "Dictionary") expect(ours(word)).toEqual([]);
    else expect(ours(word)).toEqual(theirs(word));
  });

  it.skipIf(!existsSync(UD))(
    "on all words of two treebanks and of Kazakh news (needs ../shared/data)",
    () => {
      const files = ["ru_gsd-ud-dev", "ru_taiga-ud-dev"].flatMap((name) => goldWords(`${UD}/${name}.conllu`));
      const words = new Set([
        ...files.map(({ form }) => fold(form)),
        ...kaznerdSentences()
          .slice(0, 1500)
          .flatMap((text) => fold(text).match(/\p{Script=Cyrillic}+/gu) ?? []),
      ]);
      let compared = 0;
      for (const word of words) {
        if (word.length > 40 || !/^\p{Script=Cyrillic}+$/u.test(word)) continue;
        compared++;
        const found = ours(word).join("\n");
        const expected = theirs(word).join("\n");
        if (found !== expected) expect(found, word).toBe(expected);
      }
      expect(compared).toBeGreaterThan(15_000);
    },
  );
});
