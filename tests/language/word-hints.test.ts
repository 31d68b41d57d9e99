import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { rolesOf } from "../../loaders/language/personal-data/anchor-roles.ts";
import { beginnings, mayBegin } from "../../loaders/language/personal-data/beginnings.ts";
import {
  ACCOUNT,
  ACCOUNT_HOST,
  BANK_ACCOUNT,
  DOCUMENT,
  FLAT,
  IN_BRACKETS,
  MAIL_HOST,
  NETWORK,
  PASSPORT,
  SCHEME,
  SPELT_AT,
  SPELT_NUMBER,
  STREET,
  WordHints,
} from "../../loaders/language/personal-data/word-hints.ts";
import { scan } from "../../loaders/language/scan.ts";
import { Spans } from "../../loaders/language/spans.ts";
import { cleanSentences, telegramTexts } from "./real-texts.ts";
import { unitsOf } from "./units-of.ts";

const tokens = new Spans();
const hints = new WordHints();

function read(text: string): WordHints {
  scan(text, tokens);
  hints.read(text, tokens);
  return hints;
}

/** The words of a text at which an age or a diagnosis may stand. */
function anchorsOf(text: string): string[] {
  const { anchors, anchorCount } = read(text);
  return [...anchors.subarray(0, anchorCount)].map((token) =>
    text.slice(tokens.starts[token], tokens.ends[token]),
  );
}

describe("one look at a text's words", () => {
  it.each([
    ["instagram", NETWORK, "Пишите: ИНСТА mama_kz"],
    ["a network in a hashtag", NETWORK, "#телеграм mama_kz"],
    ["a network in a link", NETWORK, "https://a.kz/tg-mama_kz"],
    ["a service", MAIL_HOST, "user на Мейл точка ру"],
    ["a word for @", SPELT_AT, "user собака host.ru"],
    ["a short word for @", IN_BRACKETS, "user (а) host.ru"],
    ["an application's link", SCHEME, "skype:mama?call"],
    ["a host that names an account", ACCOUNT_HOST, "mama.t.me"],
    ["a document", DOCUMENT, "уд. л. 123456789"],
    ["a passport", PASSPORT, "N12345678"],
    ["a bank account", BANK_ACCOUNT, "KZ86 125K ZT50 0410 0100"],
    ["a spelt number", SPELT_NUMBER, "сегіз жеті жүз бір"],
    ["a mention", ACCOUNT, "@mama_kz"],
  ])("sees %s", (_, bit, text) => {
    expect(read(text).bits & bit).not.toBe(0);
  });

  it.each([
    ...["ул. Абая", "УЛИЦА Абая", "улАбая", "пр-т Абая", "пр. Абая", "пр Абая", "пер. Абая", "б-р Абая"],
    ...["12мкр", "м-н Самал", "3 м/р", "ж/м Уркер", "ЖК Нурсая", "Абай к.", "Абай к-сі", "Абай көшесі"],
    ...[
      "Достық д-лы",
      "Самал ш/а",
      "Нұрлы ы/а",
      "Самал ықшамауданы",
      "#ул_Абая",
      "#м-н Самал",
      "https://a.kz/ул.Абая",
    ],
  ])("sees a street: %s", (text) => {
    expect(read(text).bits & STREET).toBe(STREET);
  });

  it.each(["кв. 5", "КВ5", "5кв", "Пәтер 5", "пАтер", "5 п.", "5-П.", "2 этажкв 5", "#кв_5"])(
    "sees a flat: %s",
    (text) => {
      expect(read(text).bits & FLAT).toBe(FLAT);
    },
  );

  it("sees neither in letters and words that only look like them", () => {
    for (const text of ["к нам", "м 5", "при нём", "первый", "п", "москва", "аул"])
      expect([text, read(text).bits & (STREET | FLAT)]).toEqual([text, 0]);
  });

  it("sees nothing in ordinary sentences", () => {
    expect(read("Сегодня в школе прошёл открытый урок, дети были рады.").bits).toBe(0);
    expect(read("Балалар мектепте жаңа сабақ өтті.").bits).toBe(0);
  });

  it("takes a word with letters of other alphabets for anything", () => {
    expect(read("Мой ник\u0301 mama").bits & NETWORK).not.toBe(0);
  });

  it.each([
    ["Алихану 6 лет, диагноз аутизм", ["лет", "диагноз", "аутизм"]],
    ["Айша (6) и Тимур (17)", ["6", "17"]],
    ["2015 г. р.", ["г"]],
    ["cемилетний с латинской c", ["cемилетний"]],
    ["Прошёл обычный день", []],
  ])("finds where an age or a diagnosis may stand: %s", (text, words) => {
    expect(anchorsOf(text)).toEqual(words);
  });
});

describe("beginnings of words", () => {
  const pairs = beginnings(["аутизм\\p{L}{0,6}|рас|г"]);
  const passes = (word: string) => {
    scan(word, tokens);
    return mayBegin(pairs, tokens.units, 0, word.length);
  };

  it("are compared in either case, in letters that look alike, and never where a letter is another's", () => {
    for (const word of ["аутизм", "АУТИЗМ", "paс", "aутизм", "г", "Г", "\u0301а", "5рас", "éлет"])
      expect([word, passes(word)]).toEqual([word, true]);
    for (const word of ["год", "школа", "autism", "р"]) expect([word, passes(word)]).toEqual([word, false]);
  });

  it("of two letters are a word where the pattern names its end", () => {
    const starts = (pattern: string, word: string) =>
      mayBegin(beginnings([pattern]), unitsOf(word), 0, word.length);
    expect(["пр", "при", "прi"].map((word) => starts("пр|пер$", word))).toEqual([true, false, false]);
    expect(["пр", "при", "про"].map((word) => starts("пр|пер", word))).toEqual([true, true, true]);
  });

  it("are read of patterns that begin with a letter alone", () => {
    expect(() => beginnings(["рас|[вб]ич"])).toThrow("[вб]ич");
  });

  it.skipIf(!existsSync("../shared/data"))(
    "pass over no word that has a role in real texts (needs ../shared/data)",
    () => {
      let withRole = 0;
      for (const text of [...cleanSentences(), ...telegramTexts()]) {
        scan(text, tokens);
        const words: string[] = [];
        for (let i = 0; i < tokens.count; i++) {
          const word = text.slice(tokens.starts[i], tokens.ends[i]);
          if (tokens.kinds[i] === 0 && word.length <= 64 && rolesOf(word) !== 0) words.push(word);
        }
        withRole += words.length;
        expect(anchorsOf(text).filter((word) => rolesOf(word) !== 0)).toEqual(words);
      }
      expect(withRole).toBeGreaterThan(1000);
    },
  );
});
