import { describe, expect, it } from "vitest";
import { wordLemmas } from "../../loaders/annotate/word-lemmas.ts";

function lemmasOf(words: [written: string, postLanguage: string, count?: number][]) {
  const { lemmas, numbers } = wordLemmas(
    words.map(([written, postLanguage, count = 1]) => ({
      form: written.toLowerCase(),
      written,
      postLanguage,
      count,
    })),
  );
  return words.map(([written], word) => ({ written, ...lemmas[numbers[word]!]! }));
}

describe("lemmas of the words of posts", () => {
  it("counts a Latin word of a Kazakh post with its Cyrillic form, and keeps what was written", () => {
    const found = lemmasOf([
      ["мектептің", "kk", 2],
      ["mektepte", "kk", 5],
      ["mektebi", "kk", 1],
      ["qyzmettiń", "kk", 3],
      ["bul", "kk"],
      ["бұл", "kk"],
    ]);
    expect(
      found.slice(0, 3).map(({ lemma, language, count, surface }) => [lemma, language, count, surface]),
    ).toEqual(Array(3).fill(["мектеп", "kk", 8, "mektepte"]));
    expect(found[3]).toMatchObject({ lemma: "қызмет", language: "kk", surface: "qyzmettiń" });
    expect(found[4]!.lemma).toBe(found[5]!.lemma);
  });

  it("leaves English words and brands of a Kazakh post, and Latin words of other posts, as they are", () => {
    const found = lemmasOf([
      ["facebook", "kk"],
      ["online", "kk"],
      ["and", "kk"],
      ["әнд", "kk"],
      ["it", "kk"],
      ["іт", "kk"],
      ["мектеп", "kk"],
      ["mektep", "ru"],
      ["mektep", "other"],
    ]);
    for (const word of [0, 1, 2, 4, 7, 8])
      expect(found[word]).toMatchObject({ lemma: found[word]!.written, language: "other" });
  });

  it("numbers lemmas alike whatever the order of the words", () => {
    const words: [string, string, number][] = [
      ["школы", "ru", 2],
      ["школа", "mixed", 2],
      ["балалар", "kk", 4],
      ["balalar", "kk", 1],
      ["covid", "ru", 1],
    ];
    const inOrder = lemmasOf(words);
    expect(lemmasOf([...words].reverse()).reverse()).toEqual(inOrder);
  });
});
