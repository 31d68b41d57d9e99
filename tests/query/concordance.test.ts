import { expect, it } from "vitest";
import { alignedLines, concordanceLine, sortedLines } from "../../loaders/query/concordance.ts";
import { fittedLeft, fittedRight, harmless, widthOf } from "../../loaders/query/terminal-text.ts";

const ESC = String.fromCharCode(27);
const hostile = [
  `${ESC}[2J${ESC}[31mмектеп${ESC}]0;title${String.fromCharCode(7)}`,
  "мектеп\u202Eнекат\u202C \u2066бала\u2069 \u200F\u061C",
  "один\u0008\u0008\u0008два\u0000\u007F\u009B31m",
  "аб\u200Bвг\uFEFF\u00ADде\u2060\u{E0041}",
  `з${"\u0301".repeat(500)}лго`,
  "строка\r\nвторая\u2028третья\u0085четвёртая\u000Bпятая",
  "половина \uD83D пары \uDE00 и \uE000 \u{10FFFE}",
  "\u0301сначала знак",
];

it("shows a hostile text as one harmless line", () => {
  for (const text of hostile) {
    const shown = harmless(text);
    expect(shown, JSON.stringify(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u);
    expect(shown).not.toMatch(/\p{M}{4}/u);
    expect(shown).not.toMatch(/^\p{M}/u);
    expect(harmless(shown)).toBe(shown);
  }
  expect(harmless(hostile[0]!)).toBe("·[2J·[31mмектеп·]0;title·");
  expect(harmless("қыз бала, ғылым — «мектеп» 5-сынып")).toBe("қыз бала, ғылым — «мектеп» 5-сынып");
});

it("any code point at all comes out harmless", () => {
  for (let code = 0; code <= 0x10ffff; code += code < 0x3000 || code > 0xd000 ? 1 : 7) {
    const shown = harmless(`а${String.fromCodePoint(code)}б`);
    if (/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u.test(shown)) expect.fail(`U+${code.toString(16)}`);
  }
});

it("counts the columns that a text takes", () => {
  // East Asian Width (Unicode Standard Annex 11): W and F two, others one; marks none.
  for (const [text, width] of [
    ["мектеп", 6],
    ["é", 1],
    ["日本", 4],
    ["ﾊﾝ", 2],
    ["ＡＢ", 4],
    ["한국", 4],
    ["👍", 2],
    ["👍🏽", 2],
    ["🇰🇿", 2],
    ["❤️", 2],
    ["©", 1],
  ] as const)
    expect(widthOf(text), text).toBe(width);
  expect(fittedRight("日本語", 5)).toBe("日本 ");
  expect(fittedLeft("日本語", 5)).toBe(" 本語");
  expect(fittedLeft("аб", 5)).toBe("   аб");
});

it("puts the hits under each other, whatever stands around them", () => {
  const texts = [
    ...hostile,
    "日本語 мектеп 日本語",
    "👍👍👍 мектеп 👩‍👧",
    "мектеп",
    "а".repeat(5000),
    "❤️ қыз мектеп ü",
  ];
  const lines = texts.map((text, index) => {
    const at = Math.max(0, text.indexOf("мектеп"));
    return concordanceLine(`id${index}`, text, at, at + 6);
  });
  for (const width of [30, 60, 100, 161]) {
    const aligned = alignedLines(lines, width);
    const columns = aligned.map((line) => widthOf(line.slice(0, line.lastIndexOf(" ["))));
    expect(new Set(aligned.map((line) => widthOf(line.slice(0, line.lastIndexOf(" id"))))).size).toBe(1);
    expect(Math.max(...columns)).toBeLessThan(width);
    for (const [index, line] of aligned.entries()) {
      if (!texts[index]!.includes("[")) expect(columns[index]).toBe(columns.at(-1));
      expect(line).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    }
  }
});

it("sorts by the nearest words on the left or the right, in the alphabet of the language", () => {
  const line = (text: string) => {
    const at = text.indexOf("мектеп");
    return concordanceLine(text, text, at, at + 6);
  };
  const lines = ["я б мектеп қ", "а в мектеп к", "а б мектеп л"].map(line);
  expect(sortedLines(lines, "left", ["kk"]).map(({ postId }) => postId[2])).toEqual(["б", "б", "в"]);
  expect(sortedLines(lines, "left", ["kk"])[0]!.postId).toBe("а б мектеп л");
  // Kazakh: к, қ, л.
  expect(sortedLines(lines, "right", ["kk"]).map(({ postId }) => postId.at(-1))).toEqual(["к", "қ", "л"]);
});
