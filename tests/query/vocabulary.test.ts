import fc from "fast-check";
import { expect, it } from "vitest";
import { fold } from "../../loaders/language/fold.ts";
import { FoldedWords } from "../../loaders/query/folded-words.ts";
import { Vocabulary } from "../../loaders/query/vocabulary.ts";
import { unitsOf } from "../language/units-of.ts";
import { idOf } from "./id-of.ts";

it("numbers folded forms from 0 in order of appearance", () => {
  const vocabulary = new Vocabulary();
  const types = ["Ёлка", "елка", "ЕЛКА", "мектеп"].map((word) => idOf(vocabulary, word));
  expect(types).toEqual([0, 0, 0, 1]);
  expect([vocabulary.formOf(0), vocabulary.formOf(1), vocabulary.size]).toEqual(["елка", "мектеп", 2]);
  expect(vocabulary.forms()).toEqual(["елка", "мектеп"]);
});

it("numbers words that are looked up together as one by one", () => {
  const vocabulary = new Vocabulary();
  const words = new FoldedWords();
  const types = new Int32Array(5);
  for (const word of ["Мектеп", "бiлiм", "ёлка", "мектеп"]) words.add(unitsOf(word), 0, word.length);
  vocabulary.typesOf(words, types, 1);
  expect([...types]).toEqual([0, 0, 1, 2, 0]);
  expect(vocabulary.forms()).toEqual(["мектеп", "білім", "елка"]);
  words.clear();
  vocabulary.typesOf(words, types, 0);
  expect(vocabulary.size).toBe(3);
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
