import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold } from "../../loaders/language/fold.ts";
import { tokenise } from "../../loaders/language/tokenise.ts";
import { type TermQuery, termsOf } from "../../loaders/query/ast.ts";
import { compile, matchText } from "../../loaders/query/compile.ts";
import { parseQuery } from "../../loaders/query/parse.ts";
import { parsePattern } from "../../loaders/query/term.ts";
import { WordStream } from "../../loaders/query/word-stream.ts";

/** The parts of the text that match, in order of their first word; the rules stand in docs/methods/queries.md. */
const cases: [query: string, text: string, expected: string[]][] = [
  ["школа", "Школа открыта", ["Школа"]],
  ["школа", "школы открыты", []],
  ["ШКОЛА", "школа", ["школа"]],
  ["школ*", "Школы, школьники и школа", ["Школы", "школьники", "школа"]],
  ["школ*", "дошколята", []],
  ["*школ*", "дошколята", ["дошколята"]],
  ["школ*", "школ", ["школ"]],
  ["*школьный", "дошкольный и школьный", ["дошкольный", "школьный"]],
  ["шко?а", "школа шкода школка шкоа", ["школа", "шкода"]],
  ["тьют?р*", "тьютеры, тьютор", ["тьютеры", "тьютор"]],
  ["ребёнок", "ребенок и Ребёнок", ["ребенок", "Ребёнок"]],
  ["ребенок", "РЕБЁНОК", ["РЕБЁНОК"]],
  ["ребенок", "ребе\u0308нок", ["ребе\u0308нок"]],
  ["район*", "раи\u0306оне", ["раи\u0306оне"]],
  ["мектеп*", "Мектептер мен МЕКТЕПТЕГІ", ["Мектептер", "МЕКТЕПТЕГІ"]],
  ["мекте*", "мектебінде", ["мектебінде"]],
  ["ұлттық", "ҰЛТТЫҚ", ["ҰЛТТЫҚ"]],
  ["әже", "Әже", ["Әже"]],
  ["һәм", "ҺӘМ", ["ҺӘМ"]],
  ["inklüziv*", "İNKLÜZİVTİ bilim", ["İNKLÜZİVTİ"]],
  ['"особые дети"', "Особые дети и дети особые", ["Особые дети"]],
  ['"особ* дет*"', "особенных детей", ["особенных детей"]],
  ['"особые дети"', "особые, дети", ["особые, дети"]],
  ['"особые дети"', "особые. Дети", ["особые. Дети"]],
  ['"особые дети"', "особые 🎉 дети", ["особые 🎉 дети"]],
  ['"особые дети"', "особые\n\nдети", ["особые\n\nдети"]],
  ['"особые дети"', "особые наши дети", []],
  ['"особые дети"', "особые @mama дети", ["особые @mama дети"]],
  ['"особые дети"', "#особые_дети рядом", ["особые_дети"]],
  ['"особые дети"', "#особые #дети", ["особые #дети"]],
  ["аутизм", "#аутизм_2023", ["аутизм"]],
  ["аутиз*", "#Аутизм", ["Аутизм"]],
  ["аутизм", "#аутизмказахстан", []],
  ["2023", "#аутизм_2023 в 2023", ["2023", "2023"]],
  ["2023", "20231 и 2023год", []],
  ["онлайн-школа", "онлайн-школа, онлайн школа", ["онлайн-школа", "онлайн школа"]],
  ["школа", "школа-интернат", ["школа"]],
  ["интернат", "школа-интернат", ["интернат"]],
  ["ата", "Алма-Ата", ["Ата"]],
  ["школа", "https://edu.kz/школа", []],
  ["mama", "@mama mama@mail.kz t.me/mama", []],
  ["школа OR дети", "дети и школа", ["дети", "школа"]],
  ['дети OR "особые дети"', "особые дети", ["особые дети", "дети"]],
  ['дет* OR "дети с"', "дети с детьми", ["дети", "дети с", "детьми"]],
  ['"дети дети"', "дети дети дети", ["дети дети", "дети дети"]],
  ['"дети с рас"', "дети с РАС и дети с рассказом", ["дети с РАС"]],
  ["нет", "", []],
  ["дет*", "👩‍👩‍👧 дети👍🏽детям", ["дети", "детям"]],
  ["дети", "де\u00adти", []],
  ["сын", "сынып сын сына", ["сын"]],
  ["қыз*", "қызмет", ["қызмет"]],
  ["об'єкт", "об'єкт", ["об'єкт"]],
  ["école*", "ÉCOLES", ["ÉCOLES"]],
  ["*а*аб*в", `${"а".repeat(500)}бв`, [`${"а".repeat(500)}бв`]],
  ["*а*аб*в", `${"а".repeat(1000)}бв`, []], // no word is so long
  ["школа", "школа ".repeat(3), ["школа", "школа", "школа"]],
];

describe("matching", () => {
  it.each(cases)("%s in %j", (query, text, expected) => {
    const hits = matchText(termsOf(parseQuery(query)), text);
    const found = hits.map(({ start, end }) => text.slice(start, end));
    expect(found.sort()).toEqual([...expected].sort());
    expect(hits.map(({ first }) => first)).toEqual(hits.map(({ first }) => first).sort((a, b) => a - b));
  });

  it("a hit says which pattern, which words and where", () => {
    const patterns = [parsePattern("дет*"), parsePattern("особ* дет*"), parsePattern("дет*")];
    expect(matchText(patterns, "Наши особые дети")).toEqual([
      { pattern: 1, first: 1, last: 2, start: 5, end: 16 },
      { pattern: 0, first: 2, last: 2, start: 12, end: 16 },
      { pattern: 2, first: 2, last: 2, start: 12, end: 16 },
    ]);
  });

  it("a matcher keeps nothing of a text", () => {
    const matcher = compile([parsePattern("дети рядом")]);
    expect(matcher.matchText("рядом дети")).toEqual([]);
    expect(matcher.matchText("рядом")).toEqual([]);
    expect(matcher.matchText("дети рядом")).toHaveLength(1);
  });

  it("looks each form up once", () => {
    const matcher = compile([parsePattern("*дет*")]);
    const stream = new WordStream(matcher.vocabulary);
    for (let i = 0; i < 3; i++) {
      stream.read("Дети дети ДЕТИ детям");
      expect(matcher.match(stream)).toHaveLength(4);
    }
    expect(matcher.vocabulary.size).toBe(2);
  });

  it.each([
    ["one word of a megabyte", "а".repeat(1_000_000), "*аб*в"],
    ["a megabyte of hits", "аб ".repeat(300_000), "аб аб аб аб"],
    ["a megabyte of hits by a wildcard", "абв ".repeat(250_000), "а*б*в аб* абв"],
  ])("does work in proportion to the text on %s", (_name, text, pattern) => {
    const matcher = compile([parsePattern(pattern)]);
    const stream = new WordStream(matcher.vocabulary);
    stream.read(text);
    matcher.match(stream);
    expect(stream.steps + matcher.steps).toBeGreaterThanOrEqual(text.length);
    expect(stream.steps + matcher.steps).toBeLessThan(4 * text.length);
  });

  it("finds what a slow reading of the rules finds", () => {
    const letter = fc.constantFrom(..."абёАЁ", "е\u0308");
    const text = fc.string({
      unit: fc.oneof(letter, fc.constantFrom(" ", " ", "-", "_", "#", "👩", "1", "@")),
      maxLength: 40,
    });
    const word = fc.string({ unit: fc.oneof(letter, fc.constantFrom("*", "?")), minLength: 2, maxLength: 5 });
    const pattern = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(" "));
    fc.assert(
      fc.property(fc.array(pattern, { minLength: 1, maxLength: 6 }), text, (written, given) => {
        const patterns = written.flatMap((one) => {
          try {
            return [parsePattern(one)];
          } catch {
            return [];
          }
        });
        const fast = matchText(patterns, given).map(
          ({ pattern, first, last }) => `${pattern} ${first} ${last}`,
        );
        expect(fast.sort()).toEqual(slowly(patterns, given).sort());
      }),
      { numRuns: 3000 },
    );
  }, 300_000);
});

/** Words by `tokenise`, patterns as regular expressions, every pattern at every word. */
function slowly(patterns: TermQuery[], text: string): string[] {
  const words = tokenise(text)
    .filter(({ kind }) => kind === "word" || kind === "number" || kind === "hashtag")
    .flatMap(({ kind, text: token }) =>
      kind === "hashtag" ? token.slice(1).split("_").filter(Boolean) : [token],
    )
    .map(fold);
  return patterns.flatMap((pattern, index) => {
    const forms = pattern.kind === "word" ? [pattern.form] : pattern.words.map(({ form }) => form);
    const tests = forms.map(
      (form) => new RegExp(`^${form.replaceAll("*", ".*").replaceAll("?", ".")}$`, "su"),
    );
    return words.flatMap((_, first) =>
      tests.every((test, i) => first + i < words.length && test.test(words[first + i]!))
        ? [`${index} ${first} ${first + forms.length - 1}`]
        : [],
    );
  });
}
