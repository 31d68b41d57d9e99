import fc from "fast-check";
import { expect, it } from "vitest";
import { fold } from "../../loaders/language/fold.ts";

it.each([
  ["ЁЛКА", "елка"],
  ["Е\u0308лка", "елка"],
  ["ӘҒҚҢӨҰҮҺІ", "әғқңөұүһі"],
  ["Қаи\u0306", "қай"],
  ["İnklüziv", "inklüziv"],
  ["ΛΟΓΟΣ", "λογος"],
  ["ДЦП", "дцп"],
])("%s folds to %s", (given, expected) => {
  expect(fold(given)).toBe(expected);
});

it("folding twice equals folding once", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (word) => {
      expect(fold(fold(word))).toBe(fold(word));
    }),
    { numRuns: 3000 },
  );
});
