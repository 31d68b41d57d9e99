import fc from "fast-check";
import { expect, it } from "vitest";
import { fold } from "../../loaders/language/fold.ts";
import { Vocabulary } from "../../loaders/query/vocabulary.ts";
import { idOf } from "./id-of.ts";

it("numbers folded forms from 0 in order of appearance", () => {
  const vocabulary = new Vocabulary();
  const types = ["Ёлка", "елка", "ЕЛКА", "мектеп"].map((word) => idOf(vocabulary, word));
  expect(types).toEqual([0, 0, 0, 1]);
  expect([vocabulary.formOf(0), vocabulary.formOf(1), vocabulary.size]).toEqual(["елка", "мектеп", 2]);
});

it("folds as `fold` does, whatever the word", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary", minLength: 1 }), { maxLength: 50 }), (words) => {
      const vocabulary = new Vocabulary();
      for (const word of words) {
        const type = idOf(vocabulary, word);
        expect(vocabulary.formOf(type)).toBe(fold(word));
        expect(idOf(vocabulary, word)).toBe(type);
      }
      expect(vocabulary.size).toBe(new Set(words.map(fold)).size);
    }),
    { numRuns: 1000 },
  );
});

it("holds a hundred thousand forms and one of a megabyte", () => {
  const vocabulary = new Vocabulary();
  for (let i = 0; i < 100_000; i++) expect(idOf(vocabulary, `сөз${i}`)).toBe(i);
  const long = "қ".repeat(1_000_000);
  expect(vocabulary.formOf(idOf(vocabulary, long))).toBe(long);
  expect(vocabulary.formOf(54_321)).toBe("сөз54321");
});
