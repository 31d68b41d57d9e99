import { execFileSync } from "node:child_process";
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
  [
    "2,000 wildcards inside words over 20,000 distinct words",
    Array.from({ length: 2000 }, (_, i) => `*а${i}абв*г`).join(" OR "),
    Array.from({ length: 20_000 }, (_, i) => `аб${i}вг`).join(" "),
    false,
  ],
  [
    "2,000 wildcards that share all but one stretch",
    Array.from({ length: 2000 }, (_, i) => `*абвг*д${i}е`).join(" OR "),
    Array.from({ length: 20_000 }, (_, i) => `абвг${i}`).join(" "),
    false,
  ],
  [
    "200 wildcards on a word of 100,000 letters",
    Array.from({ length: 200 }, (_, i) => `*а*а*${"а".repeat(i)}в`).join(" OR "),
    "а".repeat(many),
    false,
  ],
  [
    "200 wildcards that match a word of 900 letters",
    Array.from({ length: 200 }, (_, i) => `*а*а*${"а".repeat(i)}в`).join(" OR "),
    `${"а".repeat(900)}в`,
    true,
  ],
  [
    "a phrase of 50 words on 20,000 that it almost is",
    `"${"аб ".repeat(49)}вг"`,
    "аб ".repeat(20_000),
    false,
  ],
  [
    "1,000 phrases that begin alike",
    Array.from({ length: 1000 }, (_, i) => `"${"аб ".repeat(19)}вг${i}"`).join(" OR "),
    "аб ".repeat(20_000),
    false,
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

/**
 * Each in a process of its own, whose heap of JavaScript may hold 64 MB; what lies outside the heap (typed arrays) is
 * in the process's growth. `most` is the growth allowed, in sizes of the text: words have four columns of numbers,
 * which are doubled as they grow, one long word has none of that.
 */
test.each([
  { name: "one word", before: "", unit: "а", times: 5_000_000, most: 6 },
  { name: "one hashtag", before: "#", unit: "а", times: 5_000_000, most: 6 },
  { name: "a mark on each letter", before: "", unit: "а\u0301", times: 2_500_000, most: 15 },
  { name: "each letter a word", before: "", unit: "а ", times: 2_500_000, most: 13 },
  { name: "each letter a hashtag", before: "", unit: "#а ", times: 1_700_000, most: 13 },
])(
  "10 MB of one letter, $name: each unit is read a few times, and memory is at most $most times the text",
  (one) => {
    const query = "ааа* NEAR/3 *аб*в OR #ааа*б OR ааааа NOT вгд";
    const given = [query, one.unit, String(one.times), one.before];
    const output = execFileSync(
      process.execPath,
      ["--max-old-space-size=64", "--import", "tsx", "tests/query/memory-of.ts", ...given],
      { encoding: "utf8" },
    );
    const { matched, text, steps, grown } = JSON.parse(output);
    expect(text).toBeGreaterThanOrEqual(10_000_000);
    expect(matched).toEqual([[], [], []]);
    expect(steps).toBeLessThan(30 * text);
    expect(grown).toBeGreaterThan(0);
    expect(grown).toBeLessThan(one.most * text);
  },
  120_000,
);

test("5,000 nested parentheses are refused, with the place and what to do", () => {
  const query = `${"(".repeat(5_000)}аб${")".repeat(5_000)}`;
  expect(() => parseQuery(query)).toThrow(
    /a query too deep.*at most 250 operators or parentheses.*split it/su,
  );
  expect(() => parseQuery(`${"NOT ".repeat(5_000)}аб`)).toThrow(/too deep/u);
  expect(() => parseQuery(Array(5_000).fill("аб").join(" NEAR/2 "))).toThrow(/too deep/u);
});

test("a phrase of over 50 words is refused, with the place and what to do", () => {
  expect(() => parseQuery(`вг OR "${"аб ".repeat(5_000)}"`)).toThrow(
    /a phrase of 5000 words at character 7, expected at most 50 words: keep the words/u,
  );
  expect(() => parseQuery(`"${"аб ".repeat(50)}"`)).not.toThrow();
});

test("5,000 parentheses beside each other are one query", () => {
  const matcher = compileQueries([parseQuery(Array(5_000).fill("(аб AND вг)").join(" OR "))]);
  expect(matcher.matching({ text: "вг аб" })).toEqual([0]);
});
