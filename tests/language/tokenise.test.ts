import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scan } from "../../loaders/language/scan.ts";
import { Spans } from "../../loaders/language/spans.ts";
import { tokenise } from "../../loaders/language/tokenise.ts";

/** Tokens written as `text`, with the kind's first letter before all but words: n# h# m# l# e# j# (emoji). */
const cases: [text: string, tokens: string][] = [
  ["Дети идут в школу.", "Дети идут в школу"],
  ["школа-интернат", "школа интернат"],
  ["қыздың-ұлдың", "қыздың ұлдың"],
  ["об'єкт п’ять", "об єкт п ять"],
  ["и\u0306од", "и\u0306од"],
  ["2023 год, 5А класс", "n#2023 год 5А класс"],
  ["12.05.2023", "n#12 n#05 n#2023"],
  ["10 000,50", "n#10 n#000 n#50"],
  ["#аутизм", "h##аутизм"],
  ["#аутизм_2023!", "h##аутизм_2023"],
  ["#Қазақстан#ДЦП", "h##Қазақстан h##ДЦП"],
  ["#СДВГ-дети", "h##СДВГ дети"],
  ["#1 место", "n#1 место"],
  ["##тег", "h##тег"],
  ["(#тег)", "h##тег"],
  ["&#8217; &#x27;", "n#8217 x27"],
  ["＃тег", "h#＃тег"],
  ["C# язык", "C язык"],
  ["@mama_kz пишет", "m#@mama_kz пишет"],
  ["спасибо @user.name.", "спасибо m#@user.name"],
  ["@user-дің", "m#@user дің"],
  ["звоните:@edu2023", "звоните m#@edu2023"],
  ["в 5 @ 6, @2023", "в n#5 n#6 n#2023"],
  ["https://t.me/kanal/12?x=1&y=2#a", "l#https://t.me/kanal/12?x=1&y=2#a"],
  ["(см. https://edu.kz/a_(b)).", "см l#https://edu.kz/a_(b)"],
  ["Сайт: HTTP://EDU.KZ, звоните", "Сайт l#HTTP://EDU.KZ звоните"],
  ["тутhttps://a.kz/x", "тут l#https://a.kz/x"],
  ["https://ru.wikipedia.org/wiki/Школа…", "l#https://ru.wikipedia.org/wiki/Школа"],
  ["[текст](https://a.kz/b)", "текст l#https://a.kz/b"],
  ["[текст](https://a.kz/b)слово", "текст l#https://a.kz/b слово"],
  ["https://a.kz/b_(c)_d)e", "l#https://a.kz/b_(c)_d e"],
  ["https://a.kz👍", "l#https://a.kz j#👍"],
  ["https:// пусто", "https пусто"],
  ["www.edu.kz. Да", "l#www.edu.kz Да"],
  ["t.me/kanal, instagram.com/mama/", "l#t.me/kanal l#instagram.com/mama/"],
  ["и/или км/ч 1/2", "и или км ч n#1 n#2"],
  ["Lenta.ru пишет", "Lenta ru пишет"],
  ["ivan.petrov+1@mail.kz", "e#ivan.petrov+1@mail.kz"],
  ["почта:Ivan_P@edu.gov.kz.", "почта e#Ivan_P@edu.gov.kz"],
  ["пишитеivan@mail.kz-ға", "пишите e#ivan@mail.kz ға"],
  ["#тег@mail.kz", "h##тег m#@mail.kz"],
  ["a@b не почта", "a b не почта"],
  ["👩‍👩‍👧 семья", "j#👩‍👩‍👧 семья"],
  ["👍🏽👍", "j#👍🏽 j#👍"],
  ["🇰🇿🇷🇺", "j#🇰🇿 j#🇷🇺"],
  ["🇰 один", "один"],
  [
    "🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
    "j#🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
  ],
  ["1️⃣ первый, 12️⃣, #️⃣", "j#1️⃣ первый n#1 j#2️⃣ j#️⃣"],
  ["шаг1️⃣", "шаг j#1️⃣"],
  ["© 2023 ©️ ℹ️ ℹ", "n#2023 j#©️ j#ℹ️"],
  ["❤️‍🔥 ❤ 🙂‍↔️", "j#❤️‍🔥 j#❤ j#🙂‍↔️"],
  ["дети🎉в школе", "дети j#🎉 в школе"],
  ["中文 العربية", "中文 العربية"],
  ["𝐛𝐨𝐥𝐝", "𝐛𝐨𝐥𝐝"],
  ["\ud83d обрыв", "обрыв"],
  ["тел. [phone], [e-mail]!", "тел r#[phone] r#[e-mail]"],
  ["[слово] [phone [id]", "слово phone r#[id]"],
  ["#мама❤️#папа", "h##мама j#❤️ h##папа"],
  ["@user❤@other", "m#@user j#❤ m#@other"],
  ["https://a.kz/б?в=г&д=[е]", "l#https://a.kz/б?в=г&д=[е"],
  ["«https://edu.kz/1»", "l#https://edu.kz/1"],
  ["https://edu.kz/a,https://edu.kz/b", "l#https://edu.kz/a,https://edu.kz/b"],
  ["👨🏿‍🦽 и 🧑‍🦯", "j#👨🏿‍🦽 и j#🧑‍🦯"],
  ["👩🏽‍❤️‍💋‍👨🏿!", "j#👩🏽‍❤️‍💋‍👨🏿"],
  ["🇰🇿🇰🇿🇰", "j#🇰🇿 j#🇰🇿"],
  ["#ҮшінБілім_2023❗️", "h##ҮшінБілім_2023 j#❗️"],
  ["мамa/пaпа", "мамa пaпа"],
  ["", ""],
];

const letters = {
  word: "",
  number: "n#",
  hashtag: "h#",
  mention: "m#",
  link: "l#",
  email: "e#",
  emoji: "j#",
  mark: "r#",
};

const hostile = fc.string({
  unit: fc.constantFrom(
    ...[
      "а",
      "z",
      "қ",
      "1",
      "_",
      "-",
      ".",
      "@",
      "#",
      "/",
      ":",
      "(",
      ")",
      " ",
      "\n",
      "http://",
      "www.",
      "t.me/",
    ],
    ...[
      "\u0306",
      "\u200d",
      "\ufe0f",
      "\u20e3",
      "👩",
      "🏽",
      "🇰",
      "🇿",
      "\ud83d",
      "\udc00",
      "©",
      "ℹ",
      "&",
      "'",
      "*",
    ],
  ),
  maxLength: 60,
});

describe("tokenise", () => {
  it.each(cases)("%s", (text, expected) => {
    const found = tokenise(text).map((token) => letters[token.kind] + token.text);
    expect(found.join(" ")).toBe(expected.replace("j#️⃣", "j##️⃣"));
  });

  it("the table holds sixty hard cases and more", () => {
    expect(cases.length).toBeGreaterThanOrEqual(60);
  });

  it("offsets slice the text, ascend and do not overlap, whatever the text", () => {
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string({ unit: "binary", maxLength: 200 })), (text) => {
        let end = 0;
        for (const token of tokenise(text)) {
          expect(token.start).toBeGreaterThanOrEqual(end);
          expect(token.end).toBeGreaterThan(token.start);
          expect(text.slice(token.start, token.end)).toBe(token.text);
          end = token.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 10_000 },
    );
  });

  it("words and numbers hold nothing but letters, marks and digits", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        for (const { kind, text: token } of tokenise(text)) {
          if (kind === "word") expect(token).toMatch(/^[\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}]*$/u);
          if (kind === "word") expect(token).toMatch(/\p{L}/u);
          if (kind === "number") expect(token).toMatch(/^\p{Nd}[\p{Nd}\p{M}]*$/u);
        }
      }),
      { numRuns: 5000 },
    );
  });

  it.each([
    ..."а1-._@#/:(&*\u0306\u200d👩🇰\ud83d",
    ...[
      "a.",
      "a-",
      "a@",
      "a@b.",
      "@a.",
      "#1",
      "#_",
      "a.b/",
      "http://",
      "http:",
      "www.",
      "(a)",
      "1\ufe0f",
      "a b@c ",
      "👩\u200d",
    ],
    ...["t.me/", "a.a-", "@", "a..", "﷽", "©\ufe0f", "аa."],
  ])("reads few characters more than once in a megabyte of %j", (unit) => {
    expect(readsPerUnit(unit.repeat(1_000_000 / unit.length))).toBeLessThan(40);
  });
});

/** Code units that the scanner asks for, by unit of text: counted, not timed. */
function readsPerUnit(text: string): number {
  let reads = 0;
  const { charCodeAt, codePointAt, slice } = String.prototype;
  String.prototype.charCodeAt = function (index) {
    reads++;
    return charCodeAt.call(this, index);
  };
  String.prototype.codePointAt = function (index) {
    reads++;
    return codePointAt.call(this, index);
  };
  String.prototype.slice = function (start, end) {
    const part = slice.call(this, start, end);
    reads += part.length;
    return part;
  };
  try {
    scan(text, new Spans());
  } finally {
    Object.assign(String.prototype, { charCodeAt, codePointAt, slice });
  }
  return reads / text.length;
}
