import { expect, test } from "vitest";
import { compileQueries } from "../../loaders/query/compile-queries.ts";
import { parseQuery } from "../../loaders/query/parse.ts";

const many = 100_000;

/**
 * Work is counted in `steps`: code units read, words and patterns compared, places made. What is quadratic would take
 * 10,000 million of them here.
 */
test.each<[name: string, query: string, text: string, expected: boolean]>([
  ["100,000 hits of one word under NEAR", "аб NEAR/50 аб", "аб ".repeat(many), true],
  ["100,000 hits under NEAR without a pair", "аб ONEAR/9999 вг", `вг ${"аб ".repeat(many)}`, false],
  ["NEAR in NEAR in NEAR", "((аб NEAR/99 аб) NEAR/99 (аб NEAR/99 аб)) NEAR/99 вг", "аб ".repeat(many), false],
  ["250 NEAR in a row", Array(250).fill("аб").join(" NEAR/9 "), "аб ".repeat(many / 10), true],
  ["a count of 100,000", `аб {${many}} NOT аб {${many + 1}}`, "аб ".repeat(many), true],
  ["a count of overlapping phrases", '("аб аб аб" OR "аб аб" OR аб) {100000}', "аб ".repeat(many), true],
  [
    "a megabyte of one letter",
    "*аб*в OR title:(ааа??????????*) OR caseSensitive:(*аб*аб*)",
    "а".repeat(1e6),
    false,
  ],
  ["a hashtag of a megabyte", "#*аб*в NEAR аб", `#${"а".repeat(1e6)}`, false],
  ["100,000 hashtags", "#аб NEAR/0 #вг", "#аб ".repeat(many), false],
  [
    "10,000 words in one query",
    Array.from({ length: 10_000 }, (_, i) => `аб${i}`).join(" OR "),
    "аб9999",
    true,
  ],
  ["10,000 AND", Array.from({ length: 10_000 }, () => "аб").join(" AND "), "аб", true],
  ["10,000 NOT", `аб${" NOT вг".repeat(10_000)}`, "аб", true],
])(
  "%s",
  (_name, query, text, expected) => {
    const matcher = compileQueries([parseQuery(query)]);
    expect(matcher.matching({ text })).toEqual(expected ? [0] : []);
    const nears = query.split("NEAR").length;
    expect(matcher.steps).toBeLessThan(20 * (text.length * nears + query.length));
  },
  60_000,
);

test("work grows with the text, not with its square", () => {
  const steps = (words: number) => {
    const matcher = compileQueries([
      parseQuery("(аб NEAR/50 вг) NEAR/50 (вг ONEAR/50 аб) OR (аб NEAR/50 вг) {900000}"),
    ]);
    matcher.matching({ text: "аб вг ".repeat(words / 2) });
    return matcher.steps;
  };
  expect(steps(200_000)).toBeLessThan(10.1 * steps(20_000));
});

test.each([
  ["without spaces", "а".repeat(5_000_000)],
  ["as a hashtag", `#${"а".repeat(5_000_000)}`],
  ["with a mark on each", "а\u0301".repeat(2_500_000)],
])(
  "10 MB of one letter, %s: each unit is read a few times, and memory is a few times the text",
  (_name, text) => {
    const matcher = compileQueries([parseQuery("ааа* NEAR/3 *аб*в OR #ааа*б OR ааааа NOT вгд")]);
    expect(Buffer.byteLength(text)).toBeGreaterThanOrEqual(10_000_000);
    expect(matcher.matching({ text })).toEqual([]);
    expect(matcher.steps).toBeLessThan(20 * text.length);
    const held = process.memoryUsage().arrayBuffers;
    for (let i = 0; i < 2; i++) matcher.matching({ text });
    expect(process.memoryUsage().arrayBuffers - held).toBeLessThan(text.length);
  },
);

test("5,000 nested parentheses are refused, with the place and what to do", () => {
  const query = `${"(".repeat(5_000)}аб${")".repeat(5_000)}`;
  expect(() => parseQuery(query)).toThrow(
    /a query too deep.*at most 250 operators or parentheses.*split it/su,
  );
  expect(() => parseQuery(`${"NOT ".repeat(5_000)}аб`)).toThrow(/too deep/u);
  expect(() => parseQuery(Array(5_000).fill("аб").join(" NEAR/2 "))).toThrow(/too deep/u);
});

test("5,000 parentheses beside each other are one query", () => {
  const matcher = compileQueries([parseQuery(Array(5_000).fill("(аб AND вг)").join(" OR "))]);
  expect(matcher.matching({ text: "вг аб" })).toEqual([0]);
});
