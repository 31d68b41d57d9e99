import { describe, expect, it } from "vitest";
import { plainSigns } from "../../loaders/language/personal-data/plain-signs.ts";
import * as signs from "../../loaders/language/personal-data/text-signs.ts";
import { scan } from "../../loaders/language/scan.ts";
import { Spans } from "../../loaders/language/spans.ts";
import { randomNumbers } from "../corpus/made-captures.ts";

const tokens = new Spans();

function signsOf(text: string): number {
  scan(text, tokens);
  return signs.signsOf(tokens, text.length);
}

/** What each bit says, as a pattern. */
const PATTERNS: readonly (readonly [bit: number, pattern: RegExp])[] = [
  [signs.HAS_DIGIT, /[0-9]/],
  [signs.HAS_AT, /@/],
  [signs.HAS_SLASH, /\//],
  [signs.HAS_BAR, /\|/],
  [signs.HAS_LATIN, /[A-Za-z]/],
  [signs.HAS_ESCAPE, /[%&]/],
  [signs.HAS_BRACKET, /[([{<]/],
  [signs.HAS_NOUGHT, /[0-9][OoОо]/],
  [signs.HAS_PAIR, /[0-9].?-[0-9]/s],
  [
    signs.IS_MIXED,
    /[A-Za-zəƏ][\u0400-\u052f]|[\u0400-\u052f][A-Za-zəƏ]|(?<!\p{L})[acoykACOYK](?= [\u0400-\u052f])/u,
  ],
];
const ALPHABET = [
  ..."012 -./@|%&([OoОоabyкКвпПатеӘəжZ\u0301\ufe0f\u20e3\u200d3٣①５。𝟓😀—\n\u{e0100}\u{1d167}",
];

describe("the signs of a text", () => {
  const random = randomNumbers(41);
  const texts = Array.from({ length: 20_000 }, () =>
    Array.from(
      { length: Math.floor(random() * 14) },
      () => ALPHABET[Math.floor(random() * ALPHABET.length)]!,
    ).join(""),
  );

  it("are what patterns find", () => {
    for (const text of texts) {
      const found = signsOf(text);
      const told = PATTERNS.map(([bit]) => (found & bit) !== 0);
      expect([text, ...told]).toEqual([text, ...PATTERNS.map(([, pattern]) => pattern.test(text))]);
    }
  });

  it("tell of all that has a plain sign", () => {
    for (const text of texts) {
      const plain = plainSigns(text, true);
      const mayDiffer = (signsOf(text) & (signs.HAS_LOOKALIKE | signs.HAS_NOUGHT)) !== 0;
      expect([text, plain === text || mayDiffer]).toEqual([text, true]);
    }
  });

  it("tell of five digits with three signs between them at most, and no letter", () => {
    for (const [text, isValue] of [
      ["12345", true],
      ["1 2-3)- 45", true],
      ["12 a 345", false],
      ["12    345", false],
      ["123 и 45", false],
      ["1234", false],
    ] as const)
      expect([text, (signsOf(text) & signs.HAS_VALUE) !== 0]).toEqual([text, isValue]);
  });

  it("are not those of marks", () => {
    expect(signsOf("[e-mail] [phone]")).toBe(0);
    expect(signsOf("[e-mail] 5 [")).toBe(signs.HAS_DIGIT | signs.HAS_BRACKET);
    expect(signsOf("")).toBe(0);
  });

  it("are forgotten with the text before", () => {
    scan("Абая 12-5, кв. 7, у Пети аyтизм", tokens);
    scan("п", tokens);
    expect(signs.signsOf(tokens, 1)).toBe(0);
  });
});
