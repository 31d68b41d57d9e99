import { describe, expect, it, test } from "vitest";
import { compileQueries } from "../../loaders/query/compile-queries.ts";
import { brandwatch } from "../../loaders/query/export/brandwatch.ts";
import type { Dialect } from "../../loaders/query/export/dialect.ts";
import { exportQuery, joinExported } from "../../loaders/query/export/export-query.ts";
import { elasticsearch, mediaCloud } from "../../loaders/query/export/query-string.ts";
import { talkwalker } from "../../loaders/query/export/talkwalker.ts";
import { parseQuery } from "../../loaders/query/parse.ts";

function exported(query: string, dialect: Dialect): string | undefined {
  return exportQuery(query, dialect).text;
}

function effects(query: string, dialect: Dialect): string[] {
  return exportQuery(query, dialect).warnings.map(({ effect }) => effect);
}

describe("Brandwatch, by the examples of its page Query Operators", () => {
  test.each([
    ['"apple juice"', '"apple juice"'],
    ["apple AND juice", "apple AND juice"],
    ["apple OR juice", "apple OR juice"],
    ["apple NOT juice", "apple NOT juice"],
    ["(apple AND juice) OR (apple AND sauce)", "(apple AND juice) OR (apple AND sauce)"],
    ["(apple OR orange) NEAR/5 (smartphone OR phone)", "(apple OR orange) NEAR/5 (smartphone OR phone)"],
    ["logitech ONEAR/2 keyboard", "logitech NEAR/2f keyboard"],
    ["complain*", "complain*"],
    ["customi?e", "customi?e"],
    ['title:"apple juice"', 'title:("apple juice")'],
    ["caseSensitive:(BT)", "{BT}"],
    ['language:en AND "apple juice"', 'language:en AND "apple juice"'],
    ['country:gbr AND "apple juice"', 'country:gbr AND "apple juice"'],
    ["site:www.twitter.com AND apple", "site:twitter.com AND apple"],
    ["author:ladygaga", "author:ladygaga"],
    ['author:"brandwatch office"', 'author:"brandwatch office"'],
    ["#MondayMotivation", "#mondaymotivation"],
    ["site:*.org AND apple", "topLevelDomain:org AND apple"],
    ['"mince pie*"', "mince NEAR/0f pie*"],
    ["apple NOT (juice OR pie OR sauce)", "apple NOT (juice OR pie OR sauce)"],
  ])("%s becomes %s", (query, expected) => {
    const { text, warnings } = exportQuery(query, brandwatch);
    expect(text).toBe(expected);
    expect(warnings).toEqual([]);
  });

  it("gives another's precedence in parentheses", () => {
    expect(exported("школа OR мектеп AND бала NOT ересек*", brandwatch)).toBe(
      "школа OR (мектеп AND (бала NOT ересек*))",
    );
  });

  it("leaves out what it can't say, and tells what that does", () => {
    expect(exported("*школьный OR лицей", brandwatch)).toBe("лицей");
    expect(effects("*школьный OR лицей", brandwatch)).toEqual(["fewer posts"]);
    expect(exported("лицей AND *школьный", brandwatch)).toBe("лицей");
    expect(effects("лицей AND *школьный", brandwatch)).toEqual(["more posts"]);
    expect(exported("лицей NOT *школьный", brandwatch)).toBe("лицей");
    expect(effects("лицей NOT *школьный", brandwatch)).toEqual(["more posts"]);
    expect(exported("лицей NOT (дети AND *школьный)", brandwatch)).toBe("лицей NOT дети");
    expect(effects("лицей NOT (дети AND *школьный)", brandwatch)).toEqual(["fewer posts"]);
    expect(exported("school AND country:kz", brandwatch)).toBe("school");
    expect(effects("school AND country:kz", brandwatch)).toEqual(["more posts"]);
  });

  it("says nothing rather than something else", () => {
    for (const query of ["NOT школа", "infoType:news", "*школьный"]) {
      expect(exported(query, brandwatch)).toBeUndefined();
      expect(exportQuery(query, brandwatch).warnings.at(-1)!.message).toContain("nothing is left");
    }
  });

  it("does not count", () => {
    const { text, warnings } = exportQuery("школа {2} AND (дети {1,3})", brandwatch);
    expect(text).toBe("школа AND дети");
    expect(warnings.map(({ position, effect }) => [position, effect])).toEqual([
      [0, "more posts"],
      [15, "more posts"],
    ]);
    expect(exportQuery("title:(школа {2})", brandwatch).warnings.map(({ message }) => message)).toEqual([
      "{2}: Brandwatch does not count; once is enough there",
    ]);
    expect(warnings[1]!.message).toBe("{1,3}: Brandwatch does not count; once is enough there");
  });

  it("writes what this language reads back: the same posts, on random queries", () => {
    const next = random(7);
    const words = ["мектеп", "мекте*", "дет?", '"особые дети"', '"особ* дет*"', "#тег", "школа", "рас"];
    const texts = Array.from({ length: 150 }, () =>
      Array.from({ length: 3 + Math.floor(next() * 9) }, () =>
        pick(["мектеп", "мектебі", "дети", "особые", "особых", "школа", "рас", "РАС", "#тег", "и"], next),
      ).join(" "),
    );
    let matched = 0;
    for (let round = 0; round < 300; round++) {
      const query = randomQuery(next, words, 3);
      const { text, warnings } = exportQuery(query, brandwatch);
      expect(warnings, query).toEqual([]);
      const back = text!
        .replace(/NEAR\/(\d+)f/gu, "ONEAR/$1")
        .replace(/\{(\p{L}+)\}/gu, "caseSensitive:($1)");
      const matcher = compileQueries([parseQuery(query), parseQuery(back)]);
      for (const post of texts) {
        const found = matcher.matching({ text: post, title: null });
        expect(found.length, `${query} | ${back} | ${post}`).not.toBe(1);
        if (found.length === 2) matched += 1;
      }
    }
    expect(matched).toBeGreaterThan(1000);
  });
});

describe("Talkwalker, by its pages Search Syntax and Special Transformations", () => {
  test.each([
    ["BMW AND bike", "bmw AND bike"],
    ["BMW NOT bike", "bmw AND NOT bike"],
    ['"BMW series"', '"bmw series"'],
    ["BMW AND (motorcycle OR car)", "bmw AND (motorcycle OR car)"],
    ["Luxemb*", "luxemb*"],
    ["luxemb?rg", "luxemb?rg"],
    ["BlackBerry AND site:www.cnet.com", 'blackberry AND site:"www.cnet.com"'],
    ["caseSensitive:(ABC)", '++"ABC"'],
    ["#hashtag", '+"#hashtag"'],
  ])("%s becomes %s", (query, expected) => {
    expect(exportQuery(query, talkwalker)).toEqual({ text: expected, warnings: [] });
  });

  it("writes NEAR by the tilde where it can, and as AND where it can't", () => {
    expect(exported("(cat OR kitten) NEAR/10 dog", talkwalker)).toBe('"cat dog"~10 OR "kitten dog"~10');
    expect(exported("мекте* NEAR/3 бала", talkwalker)).toBe("мекте* AND бала");
    expect(effects("мекте* NEAR/3 бала", talkwalker)).toEqual(["more posts"]);
    expect(effects("лицей NOT (мекте* NEAR/3 бала)", talkwalker)).toEqual(["fewer posts"]);
    expect(exported('"особ* дет*"', talkwalker)).toBe("особ* AND дет*");
    expect(exported("шк*ла OR лицей", talkwalker)).toBe("лицей");
    expect(exported("title:лицей", talkwalker)).toBe("лицей");
  });
});

describe("query_string, by Elasticsearch's page of its syntax", () => {
  test.each([
    ["qu?ck OR bro*", "qu?ck OR bro*"],
    ['"john smith"', '"john smith"'],
    ["title:(quick OR brown)", "title:(quick OR brown)"],
    [
      "((quick AND fox) OR (brown AND fox) OR fox) NOT news",
      "((quick AND fox) OR (brown AND fox) OR fox) AND NOT news",
    ],
    ["NOT news", "*:* AND NOT news"],
    ["fox NEAR/5 quick", '"fox quick"~5 OR "quick fox"~5'],
    ["quick ONEAR/1 fox", '"quick fox"~1'],
    ["quick ONEAR/0 fox", '"quick fox"'],
    ['"not" AND fox', '"not" AND fox'],
    ["site:*.kz AND fox", "outlet:*.kz AND fox"],
    ['site:"a/(1+1)=2:b" AND fox', "outlet:a\\/\\(1\\+1\\)\\=2\\:b AND fox"],
  ])("%s becomes %s", (query, expected) => {
    expect(exportQuery(query, elasticsearch)).toEqual({ text: expected, warnings: [] });
  });

  it("says where it is wider", () => {
    expect(exported('"особ* дет*"', elasticsearch)).toBe("особ* AND дет*");
    expect(effects('"особ* дет*"', elasticsearch)).toEqual(["more posts"]);
    expect(effects("quick ONEAR/4 fox", elasticsearch)).toEqual(["more posts"]);
    expect(effects("caseSensitive:(РАС)", elasticsearch)).toEqual(["more posts"]);
    expect(effects("лицей NOT caseSensitive:(РАС)", elasticsearch)).toEqual(["fewer posts"]);
    expect(exported("#особые_дети", elasticsearch)).toBe('"особые дети"');
    expect(effects("ёлка", elasticsearch)).toEqual(["fewer posts"]);
    expect(exported('site:"a<b" AND fox', elasticsearch)).toBe("outlet:ab AND fox");
  });

  it("n moves in both orders are NEAR/n: every distance, either order, as Lucene counts moves", () => {
    // Lucene, SloppyPhraseMatcher: the moves are the difference of the largest and smallest of (position − place in phrase).
    const moves = (first: number, second: number) => Math.abs(second - 1 - first);
    for (let n = 0; n <= 6; n++) {
      const matcher = compileQueries([parseQuery(`aaa NEAR/${n} bbb`)]);
      for (const a of [0, 1, 5, 9]) {
        for (let b = 0; b < 12; b++) {
          if (a === b) continue;
          const words = Array.from({ length: 12 }, (_, at) => (at === a ? "aaa" : at === b ? "bbb" : "x"));
          const found = matcher.matching({ text: words.join(" "), title: null }).length === 1;
          expect(moves(a, b) <= n || moves(b, a) <= n, `${n} ${words}`).toBe(found);
        }
      }
    }
    expect(exported("aaa NEAR/3 bbb", elasticsearch)).toBe('"aaa bbb"~3 OR "bbb aaa"~3');
  });

  it("Media Cloud has its own fields, no leading wildcards, and escapes slashes itself", () => {
    expect(exported("title:(мекте* OR школа) AND site:tengrinews.kz AND language:kk", mediaCloud)).toBe(
      "article_title:(мекте* OR школа) AND canonical_domain:tengrinews.kz AND language:kk",
    );
    expect(exported("*школьный OR лицей", mediaCloud)).toBe("лицей");
    expect(exported("site:a/b AND лицей", mediaCloud)).toBe("canonical_domain:a/b AND лицей");
  });
});

it("joins the languages of a topic by OR", () => {
  expect(joinExported(["a AND b", "c"])).toBe("(a AND b) OR (c)");
  expect(joinExported([undefined, "c OR d"])).toBe("c OR d");
  expect(joinExported([undefined])).toBeUndefined();
});

it("a deep and a long query are written in full", () => {
  const deep = `${"(школа AND ".repeat(100)}лицей${")".repeat(100)}`;
  expect(exported(deep, brandwatch)!.match(/школа/gu)).toHaveLength(100);
  const long = Array.from({ length: 3000 }, (_, at) => `слово${at}`).join(" OR ");
  expect(exported(long, elasticsearch)).toBe(long);
});

function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function pick<Item>(items: readonly Item[], next: () => number): Item {
  return items[Math.floor(next() * items.length)]!;
}

function randomQuery(next: () => number, words: readonly string[], depth: number): string {
  const dice = next();
  if (depth === 0 || dice < 0.3) return dice < 0.04 ? "caseSensitive:(РАС)" : pick(words, next);
  const inner = () => randomQuery(next, words, depth - 1);
  if (dice < 0.5) return `(${inner()} OR ${inner()})`;
  if (dice < 0.7) return `(${inner()} AND ${inner()})`;
  if (dice < 0.8) return `(${inner()} NOT ${inner()})`;
  const side = () => (next() < 0.5 ? pick(words, next) : `(${pick(words, next)} OR ${pick(words, next)})`);
  return `(${side()} ${pick(["NEAR/2", "ONEAR/3", "NEAR"], next)} ${side()})`;
}
