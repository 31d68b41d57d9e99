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

  it("reads past invisible characters, and points into the query as written", () => {
    const text = '\uFEFFшко\u00ADла O\u200BR "особые\u200B дет*"';
    const [word, phrase] = termsOf(parseQuery(text));
    expect([word!, phrase!].map(written)).toEqual(["школа", '"особые дет*"']);
    expect(text.slice(word!.start, word!.end)).toBe("шко\u00ADла");
    expect(text.slice(phrase!.start, phrase!.end)).toBe('"особые\u200B дет*"');
    if (phrase?.kind !== "phrase") throw new Error("a phrase was expected");
    expect(phrase.words.map(({ start, end }) => text.slice(start, end))).toEqual(["особые", "дет*"]);
    expect(termsOf(parseQuery('"школа «Мечта»" OR "два “слова” рядом"')).map(written)).toEqual([
      '"школа мечта"',
      '"два слова рядом"',
    ]);
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
      "школа NЕАR/3 мектеп",
      'found "NЕАR" with Cyrillic letters at character 7, expected a word, a phrase or NEAR: write NEAR in Latin letters',
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
    ["школа AND", "found the end of the query at character 10, expected a word or a phrase after AND"],
    [
      "школа and дети",
      "found and at character 7, expected OR or the end of the query: write AND in capitals",
    ],
    [
      "школа және мектеп",
      "found және at character 7, expected OR or the end of the query: write AND in capitals",
    ],
    ["(школа OR мектеп", 'found an opening "(" at character 1, expected a closing ")" after it'],
    [
      "школа) OR мектеп",
      'found ")" at character 6, expected an operator or the end of the query: it has no "("',
    ],
    ["школа AND ()", "found () at character 11, expected a word or a phrase between parentheses"],
    [
      "школа NEAR/ дети",
      'found "/" at character 11, expected a number from 0 to 9999 after it: write NEAR/4',
    ],
    ["школа NEAR/99999 дети", 'found "/" at character 11, expected a number from 0 to 9999'],
    ["NEAR школа", "found NEAR at character 1, expected a word or a phrase"],
    ["(школа AND дети) NEAR мектеп", "found AND or NOT beside NEAR at character 1"],
    ["школа NEAR/3 (дети NOT взрослые)", "found AND or NOT beside NEAR/3 at character 14"],
    ["школа NEAR/3 NOT дети", "found NOT beside NEAR/3 at character 14, expected words"],
    ["школа NEAR title:дети", "found a field beside NEAR at character 12"],
    ["школа NEAR дети {2}", "found {N} beside NEAR at character 12"],
    ["(школа AND дети) {2}", "found AND or NOT beside {2} at character 1"],
    [
      "школа {0}",
      "found {0} at character 7, expected a number from 1: what does not occur is written with NOT",
    ],
    ["школа {3,2}", "found {3,2} at character 7, expected the smaller number first: write {2,3}"],
    ["школа {x}", 'found "{x}" at character 7, expected {N} or {N,M}'],
    ["{2} школа", 'found "{2}" at character 1, expected a word or a phrase'],
    [
      "школа near/3 дети",
      'found "near/3" at character 7, expected a word, a phrase or an operator: write NEAR/3',
    ],
    [
      "школа NEAR3 дети",
      'found "NEAR3" at character 7, expected a word, a phrase or an operator: write NEAR/3',
    ],
    ["школа onear/12 дети", "write ONEAR/12"],
    [
      "школа NEAR /3 дети",
      'found "NEAR /3" at character 7, expected no space before the slash: write NEAR/3',
    ],
    ["школа | дети", 'found "|" at character 7, expected a word or a phrase: write OR'],
    ["школа & дети", 'found "&" at character 7, expected a word or a phrase: write AND'],
    ["школа -дети", 'found "-" at character 7, expected a word or a phrase: write NOT'],
    [
      "'особые дети'",
      `found "'" at character 1, expected a word or a phrase: write phrases in straight quotes "…"`,
    ],
    [
      "tilte:школа",
      'found the field "tilte:" at character 1, expected one of title: ingress: content: hashtag: author: from: site: country: language: socialType: infoType: caseSensitive:: write title:',
    ],
    ["lang:kk", "a colon in a text is left out"],
    [
      "author:(Иван Иванов)",
      'found Иванов at character 14, expected OR or the end of the query: write "Иван Иванов" in quotes if it is one value',
    ],
    ['"школа“', 'found “ at character 7, expected a closing ": write straight quotes "…" only'],
    ['"школа“ OR "дети"', 'found “ at character 7, expected a closing "'],
    [
      "школа ΟR дети",
      'found "ΟR" with Greek letters at character 7, expected a word, a phrase or OR: write OR in Latin letters',
    ],
    ["школа ＯＲ дети", 'found "ＯＲ" with full-width letters at character 7'],
    ["школа AND （дети)", 'found "（" at character 11, expected a word or a phrase: write ('],
    ["\uFEFFшко\u00ADла OR OR", "found OR at character 12"],
    ["Title:школа", 'found the field "Title:" at character 1'],
    ["тема:школа", 'found the field "тема:" at character 1'],
    ["title:", "found the end of the query at character 7, expected what to look for after title:"],
    [
      "title:(школа AND content:дети)",
      "found content: inside title: at character 18, expected one field at a time",
    ],
    ["# школа", 'found "#" at character 1, expected a hashtag after it'],
    ["#2023", "found #2023 at character 1, expected one hashtag"],
    ["#аб*", "found аб* at character 1, expected at least 3 letters beside a wildcard"],
    [
      "школа (дети)",
      'found "(" at character 7, expected OR or the end of the query: write AND or OR between',
    ],
    [
      "школа OR „дети“",
      "found „ at character 10, expected a word or a phrase: write phrases in straight quotes",
    ],
    [`${"(".repeat(5000)}школа${")".repeat(5000)}`, "found a query too deep at character 251"],
    [`${"NOT ".repeat(5000)}школа`, "found a query too deep"],
    [Array(5000).fill("школа").join(" NEAR "), "found a query too deep"],
  ])("%s is refused", (query, message) => {
    expect(() => parseQuery(query)).toThrow(QueryError);
    expect(() => parseQuery(query)).toThrow(message);
  });

  it("gives a query or a QueryError, whatever the text", () => {
    const unit = fc.constantFrom(
      ..."аш*?\"'()-:#{}2,/ \u0308👩",
      "OR",
      "AND",
      " OR ",
      " NOT ",
      " NEAR/2 ",
      "{2}",
      "школа",
      "title:",
      "site:",
      "hashtag:",
      "caseSensitive:(",
      "“",
    );
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
