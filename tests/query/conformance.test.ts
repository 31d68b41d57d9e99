import { describe, expect, it } from "vitest";
import { compileQueries } from "../../loaders/query/compile-queries.ts";
import { parseQuery } from "../../loaders/query/parse.ts";
import type { Post } from "../../loaders/query/post.ts";

/** A text alone, or a whole post. `true`: the post matches. The rules stand in docs/methods/queries.md. */
type Row = [query: string, post: string | Post, expected: boolean];

const titled = (title: string, text: string): Post => ({ title, text });
const site = (values: Post["values"]): Post => ({ text: "школа", values });
const gap = (words: number) => `школа ${"и ".repeat(words)}дети`;

const tables: Record<string, Row[]> = {
  "words and wildcards": [
    ["школа", "Школа открыта", true],
    ["школа", "школы открыты", false],
    ["школ*", "школ", true],
    ["школ*", "дошколята", false],
    ["*школ*", "дошколята", true],
    ["*школьный", "дошкольный", true],
    ["шко?а", "шкода", true],
    ["шко?а", "шкоа", false],
    ["шк*ла", "школа", true],
    ["шк*ла", "школам", false],
    ["?кола", "школа", true],
    ["мект?п*", "мектептер", true],
    ["мектеп*", "мектебі", false],
    ["мекте*", "мектебі", true],
    ["ұлттық", "ҰЛТТЫҚ", true],
    ["ұлттық", "улттык", false],
    ["қыз*", "қызмет", true],
    ["әлеумет*", "ӘЛЕУМЕТТІК", true],
    ["mektep*", "mektepter", true],
    ["мектеп*", "mektepter", true],
    ["іс", "ис", false],
  ],
  "ё, NFD, case, hyphens, emoji": [
    ["ребёнок", "ребенок", true],
    ["ребенок", "РЕБЁНОК", true],
    ["ребенок", "ребе\u0308нок", true],
    ["ребе\u0308нок", "ребёнок", true],
    ["район", "раи\u0306он", true],
    ["раи\u0306он", "район", true],
    ["ее AND еще", "её ещё", true],
    ["онлайн-школа", "онлайн школа", true],
    ["онлайн-школа", "онлайн-школа", true],
    ["онлайн-школа", "школа онлайн", false],
    ['"онлайн школа"', "онлайн–школа", true],
    ["интернат", "школа-интернат", true],
    ["нур-султан NEAR/0 школа", "Нур-Султан: школа", true],
    ['"особые дети"', "особые 🎉 дети", true],
    ['"ерекше бала"', "ерекше 👩‍👧 бала", true],
    ["дети NEAR/0 школа", "дети 🎉🎉🎉 школа", true],
    ["дети", "дети👍🏽", true],
    ["5а", "5А класс", true],
    ["12 NEAR/0 05", "12.05", true],
    ["школа", "https://школа.kz/школа", false],
    ["mama", "@mama", false],
  ],
  phrases: [
    ['"особые дети"', "особые, дети", true],
    ['"особые дети"', "особые. Дети", true],
    ['"особые дети"', "«особые» — (дети)", true],
    ['"особые дети"', "особые\n\nдети", true],
    ['"особые дети"', "дети особые", false],
    ['"особые дети"', "особые наши дети", false],
    ['"особ* дет*"', "особенных детей", true],
    ['"особые дети"', titled("особые", "дети"), false],
    ['"особые дети"', titled("особые дети", "нет"), true],
    ['"инклюзивті білім беру"', "Инклюзивті білім беру!", true],
    ['"дети дети"', "дети", false],
    ['"дети дети"', "дети, дети", true],
    ['"AND"', "this and that", true],
    ['"особые дети"', "#особые_дети", true],
    ['"дети с рас"', "дети с РАСсказом", false],
  ],
  "AND OR NOT": [
    ["школа AND дети", "дети в школе, школа", true],
    ["школа AND дети", "школа", false],
    ["школа AND дети", titled("школа", "дети"), true],
    ["школа OR мектеп", "мектеп", true],
    ["школа OR мектеп", "лицей", false],
    ["мектеп AND бала", "бала мектепте, мектеп", true],
    ["школа NOT дети", "школа", true],
    ["школа NOT дети", "школа и дети", false],
    ["школа NOT дети", "взрослые", false],
    ["школа NOT дети", titled("дети", "школа"), false],
    ["школа AND NOT дети", "школа", true],
    ["школа AND NOT дети", "школа, дети", false],
    ["школа OR NOT дети", "лицей", true],
    ["школа OR NOT дети", "дети", false],
    ["NOT школа", "лицей", true],
    ["NOT школа", "школа", false],
    ["NOT NOT школа", "школа", true],
    ["NOT школа", "", true],
    ["школа OR мектеп AND бала", "школа", true],
    ["школа OR мектеп AND бала", "мектеп", false],
    ["(школа OR мектеп) AND бала", "школа", false],
    ["(школа OR мектеп) AND бала", "бала, школа", true],
    ["школа OR мектеп NOT бала", "школа, бала", true],
    ["школа OR мектеп NOT бала", "мектеп, бала", false],
    ["(школа OR мектеп) NOT бала", "школа, бала", false],
    ["школа NOT дети OR бала", "бала, школа, дети", true],
    ["школа NOT (дети OR бала)", "бала, школа", false],
    ["школа NOT дети AND бала", "школа, бала", true],
    ["школа NOT дети AND бала", "школа, дети, бала", false],
    ["школа AND бала NOT дети", "школа, бала, дети", false],
    ["школа NOT дети NOT бала", "школа, бала", false],
    ["школа NOT дети NOT бала", "школа", true],
    ["школа NOT (дети NOT бала)", "школа, дети, бала", true],
    ["NOT школа AND дети", "дети", true],
    ["NOT (школа AND дети)", "дети", true],
    ["((школа))", "школа", true],
    ['школа NOT "высшая школа"', "высшая школа и школа", false],
  ],
  "NEAR and ONEAR": [
    ["школа NEAR/0 дети", "школа дети", true],
    ["школа NEAR/0 дети", "дети школа", true],
    ["школа NEAR/0 дети", "школа и дети", false],
    ["школа NEAR/1 дети", "школа и дети", true],
    ["школа NEAR дети", gap(4), true],
    ["школа NEAR дети", gap(5), false],
    ["школа NEAR/5 дети", gap(5), true],
    ["школа ONEAR дети", gap(4), true],
    ["дети ONEAR школа", gap(4), false],
    ["дети NEAR школа", gap(4), true],
    ["школа ONEAR/0 дети", "школа, дети", true],
    ["школа NEAR/3 дети", "школа. Конец.\n\nДети", true],
    ["школа NEAR/9 дети", titled("школа", "дети"), false],
    ["школа NEAR школа", "школа", false],
    ["школа NEAR школа", "школа и школа", true],
    ["школа NEAR школ*", "школа", false],
    ['"особые дети" NEAR/1 дети', "особые дети", false],
    ['"особые дети" NEAR/1 дети', "особые дети и дети", true],
    ["мектеп NEAR/2 бала", "бала жаңа мектеп", true],
    ["мектеп ONEAR/2 бала", "бала жаңа мектеп", false],
    ["(школа OR мектеп) NEAR/1 бала", "мектеп пен бала", true],
    ['("высшая школа" OR высшая) NEAR/0 рядом', "высшая школа рядом", true],
    ["школ* NEAR/1 дет*", "школьные наши детки", true],
    ["а NEAR/1 б NEAR/1 в", "а б в", true],
    ["а NEAR/1 б NEAR/1 в", "а и б и в", true],
    ["а NEAR/1 б NEAR/1 в", "в и а и б", true],
    ["а NEAR/1 б NEAR/1 в", "а и б и и в", false],
    ["а NEAR/1 (б NEAR/1 в)", "б и в и а", true],
    ["а ONEAR/1 (б NEAR/1 в)", "а в и б", true],
    ["а ONEAR/1 (б NEAR/1 в)", "в и б а", false],
    ["(а NEAR/3 б) ONEAR/0 в", "а и и б в", true],
    ["(а NEAR/3 б) ONEAR/0 в", "а и б и в", false],
    ["(а NEAR/1 б) NEAR/0 (в NEAR/1 г)", "г и в б и а", true],
    // The shortest stretch counts: "а б" is one, and "а б а" holds it.
    ["(а NEAR/1 б) ONEAR/0 в", "а б а в", true],
    ["(а ONEAR/9 б) ONEAR/0 в", "а б б в", false],
    ["школа NEAR/2 дети NOT взрослые", "школа и дети, взрослые", false],
    ["школа NEAR/2 дети NOT взрослые", "школа и дети", true],
    ["NOT школа NEAR/2 дети", "школа", true],
    ["NOT школа NEAR/2 дети", "школа, дети", false],
    ["школа NOT дети NEAR/1 взрослые", "школа, дети", true],
    ["школа AND дети NEAR/1 взрослые", "дети, взрослые", false],
    ["школа OR дети NEAR/1 взрослые", "школа", true],
    ["#дцп NEAR/1 дети", "дети и #ДЦП", true],
    ["#особые_дети ONEAR/0 школа", "#особые_дети школа", true],
    ["школа NEAR/0 дети", "школа @mama https://a.kz дети", true],
  ],
  counts: [
    ["школа {2}", "школа", false],
    ["школа {2}", "школа школа", true],
    ["школа {2}", "школа школа школа", true],
    ["школа {2,2}", "школа школа школа", false],
    ["школа {1,2}", "школа школа", true],
    ["школа{2}", "школа, школа", true],
    ["школа {2}", titled("школа", "школа"), true],
    ["title:школа {2}", titled("школа", "школа"), false],
    ["title:(школа {2})", titled("школа, школа", ""), true],
    ["школ* {2}", "школа, школы", true],
    ['"дети дети" {2}', "дети дети дети", true],
    ["(школа OR мектеп) {2}", "школа, мектеп", true],
    ["(школа OR школ*) {2}", "школа", false],
    ["(школа NEAR/1 дети) {2}", "школа дети, взрослые, дети, школа", true],
    ["(школа NEAR/1 дети) {2}", "школа дети", false],
    ["NOT школа {2}", "школа", true],
    ["школа {1} NOT школа {3}", "школа школа", true],
    ["#дцп {2}", "#дцп #ДЦП", true],
    ["мектеп {2} AND бала", "мектеп, бала, мектеп", true],
    ["школа {1,3}", "лицей", false],
  ],
  caseSensitive: [
    ["caseSensitive:(РАС)", "РАС", true],
    ["caseSensitive:(РАС)", "рас", false],
    ["caseSensitive:РАС", "дети с РАС", true],
    ["caseSensitive:(РАС) OR дцп", "ДЦП", true],
    ["caseSensitive:(РАС OR ДЦП)", "дцп", false],
    ["caseSensitive:(Әже)", "әже", false],
    ["caseSensitive:(Әже)", "Әже", true],
    ['caseSensitive:("Дорожная карта")', "Дорожная карта", true],
    ['caseSensitive:("Дорожная карта")', "дорожная карта", false],
    ["caseSensitive:(Дорож*)", "Дорожная", true],
    ["caseSensitive:(Дорож*)", "ДОРОЖНАЯ", false],
    ["caseSensitive:(Ребёнок)", "Ребенок", true],
    ["caseSensitive:(Ребёнок)", "Ребе\u0308нок", true],
    ["рас NOT caseSensitive:(РАС)", "РАС", false],
    ["caseSensitive:(#ДЦП)", "#дцп", false],
    ["caseSensitive:(#ДЦП)", "#ДЦП", true],
    ["title:(caseSensitive:(РАС))", titled("РАС", "рас"), true],
    ["caseSensitive:(РАС) NEAR/1 дети", "Дети с РАС", true],
  ],
  "title, ingress, content": [
    ["title:школа", titled("Школа", "дети"), true],
    ["title:школа", titled("дети", "Школа"), false],
    ["title:школа", "школа", false],
    ["content:школа", titled("школа", "дети"), false],
    ["content:школа", "школа", true],
    ["ingress:школа", "школа\n\nдети", true],
    ["ingress:дети", "школа\n\nдети", false],
    ["ingress:дети", "школа\nдети", true],
    ["ingress:школа", titled("школа", "дети"), false],
    ['ingress:"школа дети"', "школа\n\nдети", false],
    ["title:(школа AND дети)", titled("школа", "дети"), false],
    ["title:(школа AND дети)", titled("дети, школа", ""), true],
    ["title:школа AND дети", titled("школа", "дети"), true],
    ["title:(школа NOT дети)", titled("школа", "дети"), true],
    ["title:(школа NEAR/1 дети)", titled("школа", "школа дети"), false],
    ["NOT title:школа", titled("лицей", "школа"), true],
    ['title:"особые дети"', titled("Особые дети", ""), true],
    ["title:мектеп OR content:мектеп", "мектеп", true],
    ["title:#дцп", titled("#дцп", ""), true],
  ],
  hashtags: [
    ["#аутизм", "#Аутизм", true],
    ["#аутизм", "аутизм", false],
    ["#аутизм", "#аутизм_2023", false],
    ["#аутизм*", "#аутизм_2023", true],
    ["#аутизм_2023", "#АУТИЗМ_2023", true],
    ["аутизм", "#аутизм_2023", true],
    ["hashtag:аутизм", "#аутизм", true],
    ["hashtag:#аутизм", "#аутизм", true],
    ["hashtag:(аутизм OR дцп)", "#дцп", true],
    ["hashtag:(аутизм AND дцп)", "#дцп", false],
    ["hashtag:(аутизм NEAR/1 дцп)", "#дцп и #аутизм", true],
    ["#ребёнок", "#ребенок", true],
    ["#бала", "#бала_мектеп", false],
    ["школа NOT #реклама", "школа #реклама", false],
    ["школа NOT #реклама", "реклама: школа", true],
  ],
  "values of fields": [
    ["language:ru", site({ language: "ru" }), true],
    ["language:ru", site({ language: "kk" }), false],
    ["language:RU", site({ language: "ru" }), true],
    ["language:(ru OR kk)", site({ language: "kk" }), true],
    ["school OR language:kk", site({ language: "kk" }), true],
    ["школа AND language:kk", site({ language: "ru" }), false],
    ["школа NOT language:kk", site({ language: "ru" }), true],
    ["site:tengrinews.kz", site({ site: "tengrinews.kz" }), true],
    ["site:tengrinews", site({ site: "tengrinews.kz" }), false],
    ["site:*.kz", site({ site: "tengrinews.kz" }), true],
    ["site:(*.kz NOT tengri*)", site({ site: "tengrinews.kz" }), false],
    ['site:"Tengri News"', site({ site: "tengri news" }), true],
    ["socialType:telegram", site({ socialType: "telegram" }), true],
    ["infoType:news", site({}), false],
    ["country:kz", site({ country: null }), false],
    ["NOT country:kz", site({}), true],
    ["author:иванов*", site({ author: "Иванова" }), true],
    ["from:channel", site({ from: "channel" }), true],
    ["from:tengri", site({ site: "tengri" }), false],
  ],
};

const rows = Object.values(tables).flat();

describe.each(Object.entries(tables))("%s", (_name, table) => {
  it.each(table)("%s in %j: %s", (query, post, expected) => {
    const matcher = compileQueries([parseQuery(query)]);
    expect(matcher.matching(typeof post === "string" ? { text: post } : post)).toEqual(expected ? [0] : []);
  });
});

describe("the table", () => {
  it("has at least 150 rows", () => expect(rows.length).toBeGreaterThanOrEqual(150));

  it("gives the same when all its queries are compiled into one matcher", () => {
    const matcher = compileQueries(rows.map(([query]) => parseQuery(query)));
    rows.forEach(([, post, expected], query) => {
      const found = matcher.matching(typeof post === "string" ? { text: post } : post);
      expect([query, found.includes(query)]).toEqual([query, expected]);
    });
  });
});

describe("evidence", () => {
  const shown = (query: string, post: Post) =>
    compileQueries([parseQuery(query)])
      .match(post)
      .flatMap(({ evidence }) =>
        evidence.map(
          ({ part, start, end }) =>
            `${part}: ${(part === "title" ? post.title! : post.text).slice(start, end)}`,
        ),
      );

  it.each([
    ["школ* AND дети", titled("Школы", "дети, школа"), ["title: Школы", "text: школа", "text: дети"]],
    [
      "школа NEAR/1 дети",
      { text: "школа. Дети и школа, и ещё дети" },
      ["text: школа", "text: Дети", "text: школа"],
    ],
    ["школа NOT дети", { text: "школа" }, ["text: школа"]],
    ["#дцп OR школа", { text: "#ДЦП" }, ["text: #ДЦП"]],
    ["школа {2}", titled("школа", "школа"), ["title: школа", "text: школа"]],
    ["NOT школа", { text: "дети" }, []],
  ] as [string, Post, string[]][])("%s", (query, post, expected) => {
    expect(shown(query, post)).toEqual(expected);
  });
});
