import fc from "fast-check";
import { expect, it } from "vitest";
import { fold } from "../../loaders/language/fold.ts";
import { Vocabulary } from "../../loaders/query/vocabulary.ts";

it("numbers folded forms from 0 in order of appearance", () => {
  const vocabulary = new Vocabulary();
  const text = "Ёлка елка ЕЛКА мектеп";
  expect([vocabulary.idOf(text, 0, 4), vocabulary.idOf(text, 5, 9), vocabulary.idOf(text, 10, 14)]).toEqual([
    0, 0, 0,
  ]);
  expect(vocabulary.idOf(text, 15, 21)).toBe(1);
  expect([vocabulary.formOf(0), vocabulary.formOf(1), vocabulary.size]).toEqual(["елка", "мектеп", 2]);
});

it("folds as `fold` does, whatever the word", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary", minLength: 1 }), { maxLength: 50 }), (words) => {
      const vocabulary = new Vocabulary();
      for (const word of words) {
        const type = vocabulary.idOf(word, 0, word.length);
        expect(vocabulary.formOf(type)).toBe(fold(word));
        expect(vocabulary.idOf(word, 0, word.length)).toBe(type);
      }
      expect(vocabulary.size).toBe(new Set(words.map(fold)).size);
    }),
    { numRuns: 1000 },
  );
});

it("holds a hundred thousand forms and one of a megabyte", () => {
  const vocabulary = new Vocabulary();
  for (let i = 0; i < 100_000; i++) expect(vocabulary.idOf(`сөз${i}`, 0, `сөз${i}`.length)).toBe(i);
  const long = "қ".repeat(1_000_000);
  expect(vocabulary.formOf(vocabulary.idOf(long, 0, long.length))).toBe(long);
  expect(vocabulary.formOf(54_321)).toBe("сөз54321");
});
