import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold } from "../../loaders/language/fold.ts";
import { repairScripts } from "../../loaders/language/script-repair.ts";
import { Vocabulary } from "../../loaders/query/vocabulary.ts";
import { idOf } from "../query/id-of.ts";

const hostile = fc.string({ unit: fc.constantFrom(..."aаcсeеiіhһkкTТHНyуzдƏә\u0306 1-İ"), maxLength: 12 });

describe("repairScripts", () => {
  it.each([
    ["мaмa", "мама", "Latin a in a Cyrillic word"],
    ["бiлiм", "білім", "Latin i in a Kazakh word"],
    ["жəне", "және", "Latin schwa"],
    ["қаhарман", "қаһарман", "Latin h"],
    ["BКO", "ВКО", "capitals that look alike"],
    ["Аlmаty", "Almaty", "Cyrillic а in a Latin word"],
    ["mеktер", "mektep", "Cyrillic е and р in a Latin word"],
    ["cоp", "сор", "either script explains it: Cyrillic"],
    ["PRщик", "PRщик", "no script explains it"],
    ["iPhoneы", "iPhoneы", "no script explains it"],
    ["IT-компания и co", "IT-компания и co", "words of one script each"],
    ["5A", "5A", "no Cyrillic letter"],
  ])("%s → %s: %s", (written, repaired) => {
    expect(repairScripts(written)).toBe(repaired);
  });

  it("is part of folding, and the vocabulary folds as fold does", () => {
    const vocabulary = new Vocabulary();
    for (const word of ["бiлiм", "мaмa", "Аlmаty", "mektep", "школа", "5A", "ёлкa"]) {
      expect(vocabulary.formOf(idOf(vocabulary, word))).toBe(fold(word));
    }
    expect(idOf(vocabulary, "бiлiм")).toBe(idOf(vocabulary, "білім"));
  });

  it("repairing or folding twice equals once, whatever the text", () => {
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string({ unit: "binary" })), (text) => {
        expect(repairScripts(repairScripts(text))).toBe(repairScripts(text));
        expect(fold(fold(text))).toBe(fold(text));
      }),
      { numRuns: 5000 },
    );
  });
});
