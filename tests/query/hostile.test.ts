import { expect, test } from "vitest";
import { compileQueries } from "../../loaders/query/compile-queries.ts";
import { parseQuery } from "../../loaders/query/parse.ts";

const many = 100_000;

/** Generous: the machine may be busy. What is quadratic takes minutes. */
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
    const begun = performance.now();
    const matcher = compileQueries([parseQuery(query)]);
    expect(matcher.matching({ text })).toEqual(expected ? [0] : []);
    expect(performance.now() - begun).toBeLessThan(10_000);
  },
  60_000,
);

test("time grows with the text, not with its square", () => {
  const matcher = compileQueries([
    parseQuery("(аб NEAR/50 вг) NEAR/50 (вг ONEAR/50 аб) OR (аб NEAR/50 вг) {900000}"),
  ]);
  const took = (words: number) => {
    const text = "аб вг ".repeat(words / 2);
    const begun = performance.now();
    matcher.matching({ text });
    return performance.now() - begun;
  };
  took(20_000);
  const small = Math.min(took(20_000), took(20_000));
  expect(took(200_000)).toBeLessThan(40 * small + 200);
});
