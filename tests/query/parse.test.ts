import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type TermQuery, termsOf } from "../../loaders/query/ast.ts";
import { QueryError } from "../../loaders/query/error.ts";
import { parseQuery } from "../../loaders/query/parse.ts";
import { parsePattern } from "../../loaders/query/term.ts";

function written(term: TermQuery): string {
  return term.kind === "word" ? term.form : `"${term.words.map(({ form }) => form).join(" ")}"`;
}

describe("parseQuery", () => {
  it.each([
    ["аутизм", "аутизм"],
    ["АУТИЗ* OR дцп", "аутиз* дцп"],
    ['аутиз* OR "расстройств* аутистическ* спектр*"', 'аутиз* "расстройств* аутистическ* спектр*"'],
    ["Ребёнок", "ребенок"],
    ["ребе\u0308нок OR аи\u0306", "ребенок ай"],
    ["онлайн-школ*", '"онлайн школ*"'],
    ['"дети, с ООП"', '"дети с ооп"'],
    ['"аутизм"', "аутизм"],
    ["2023 OR 5а", "2023 5а"],
    ["мектеп** OR шко?а OR *школа", "мектеп* шко?а *школа"],
    ["  школа\n  OR\tмектеп ", "школа мектеп"],
    ['"OR" OR "или"', "or или"],
  ])("%s", (query, expected) => {
    expect(termsOf(parseQuery(query)).map(written).join(" ")).toBe(expected);
  });

  it("positions point into the query's own text", () => {
    const text = 'школ* OR "особ* дети"';
    const [word, phrase] = termsOf(parseQuery(text));
    expect(text.slice(word!.start, word!.end)).toBe("школ*");
    expect(text.slice(phrase?.start, phrase?.end)).toBe('"особ* дети"');
    if (phrase?.kind !== "phrase") throw new Error("a phrase was expected");
    expect(phrase.words.map(({ start, end }) => text.slice(start, end))).toEqual(["особ*", "дети"]);
  });

  it.each([
    ["", "found an empty query at character 1, expected a word or a phrase"],
    ["  ", "found an empty query at character 1, expected a word or a phrase"],
    [
      "школа AND дети",
      "found AND at character 7, expected a word, a phrase or OR: AND is not understood yet by this version",
    ],
    [
      "NOT школа",
      "found NOT at character 1, expected a word, a phrase or OR: NOT is not understood yet by this version",
    ],
    [
      "школа NEAR/3 дети",
      "found NEAR at character 7, expected a word, a phrase or OR: NEAR is not understood yet by this version",
    ],
    [
      "(школа OR мектеп)",
      'found "(" at character 1, expected a word or a phrase: parentheses are not understood yet by this version',
    ],
    [
      "школа {2}",
      'found "{" at character 7, expected a word or a phrase: a number of occurrences in braces is not understood yet by this version',
    ],
    [
      "title:школа",
      'found ":" at character 6, expected a word or a phrase: a search in one field is not understood yet by this version',
    ],
    [
      "#аутизм",
      'found "#" at character 1, expected a word or a phrase: a search in hashtags alone is not understood yet by this version',
    ],
    [
      'школа OR "особые дети',
      'found an opening " at character 10, expected a closing " after it: every quote needs its partner',
    ],
    [
      "школа OR *",
      "found a wildcard alone (*) at character 10, expected letters beside it: a wildcard stands for a part of a word",
    ],
    [
      '"дети * школе"',
      "found a wildcard alone (*) at character 7, expected letters beside it: a wildcard stands for a part of a word",
    ],
    [
      "сы*",
      "found сы* at character 1, expected at least 3 letters beside a wildcard: write the word's forms out instead",
    ],
    [
      "школа or мектеп",
      "found or at character 7, expected OR or the end of the query: write OR in capitals, or put the word in quotes",
    ],
    [
      "школа или мектеп",
      "found или at character 7, expected OR or the end of the query: write OR in capitals, or put the word in quotes",
    ],
    [
      "школа ОR мектеп",
      'found "ОR" with Cyrillic letters at character 7, expected a word, a phrase or OR: write OR in Latin letters',
    ],
    [
      "особые дети",
      'found дети at character 8, expected OR or the end of the query: write "особые дети" in quotes if it is a phrase',
    ],
    ["OR школа", "found OR at character 1, expected a word or a phrase"],
    ["школа OR OR дети", "found OR at character 10, expected a word or a phrase"],
    ["школа OR", "found the end of the query at character 9, expected a word or a phrase after OR"],
    [
      "“особые дети”",
      'found “ at character 1, expected a word or a phrase: write phrases in straight quotes "…"',
    ],
    ["«школа»", 'found « at character 1, expected a word or a phrase: write phrases in straight quotes "…"'],
    ['""', 'found "" at character 1, expected a word with letters or digits'],
    ['"—"', 'found "—" at character 1, expected a word with letters or digits'],
    ["школа, дети", 'found "," at character 6, expected a word or a phrase'],
  ])("%s is refused", (query, message) => {
    expect(() => parseQuery(query)).toThrow(QueryError);
    expect(() => parseQuery(query)).toThrow(message);
  });

  it("gives a query or a QueryError, whatever the text", () => {
    const unit = fc.constantFrom(..."аш*?\"'()-:# \u0308👩", "OR", "AND", " OR ", "школа", "“");
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 30 }), (text) => {
        try {
          for (const { start, end } of termsOf(parseQuery(text))) expect(text.slice(start, end)).not.toBe("");
        } catch (error) {
          expect(error).toBeInstanceOf(QueryError);
          expect((error as QueryError).position).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 3000 },
    );
  });
});

describe("parsePattern", () => {
  it.each([
    ["ұл*", "ұл*"],
    ["қыз бала*", '"қыз бала*"'],
    ['"алматинск* област*"', '"алматинск* област*"'],
    ["нур-султан*", '"нур султан*"'],
  ])("%s", (pattern, expected) => {
    expect(written(parsePattern(pattern))).toBe(expected);
  });

  it.each([
    ["", "found nothing at character 1, expected a word with letters or digits"],
    ["ұ*", "found ұ* at character 1, expected at least 2 letters beside a wildcard"],
  ])("%j is refused", (pattern, message) => {
    expect(() => parsePattern(pattern)).toThrow(message);
  });
});
