import { expect, test } from "vitest";
import keyness from "../../loaders/statistics/estimators/keyness.ts";
import { benjaminiHochberg } from "../../loaders/statistics/methods/adjusted-p.ts";
import { keyness as g2 } from "../../loaders/statistics/methods/keyness.ts";
import { logRatio } from "../../loaders/statistics/methods/log-ratio.ts";
import { rowSet } from "../../loaders/statistics/row-set.ts";

// The first word is key to the first part, the second to the second, the third to neither.
const first = [60, 10, 30, 12];
const second = [10, 60, 32, 3];
const words = ["left", "right", "even", "rare"];
const rows = rowSet({
  contrast: words.map(() => "a"),
  language: words.map(() => "xx"),
  word: words,
  surface: words,
  first: Float64Array.from(first),
  first_of: Float64Array.from(words, () => 200),
  second: Float64Array.from(second),
  second_of: Float64Array.from(words, () => 200),
  dp: Float64Array.from(words, () => 0.5),
});
const run = (given: object) => keyness.estimate(rows, keyness.parameters.parse({ top: 5, ...given }));

test("gives the words that stay below the level, with the methods' own numbers", () => {
  const found = run({ family: "contrast" });
  expect(found.map(({ word, side }) => [word, side])).toEqual([
    ["left", "first"],
    ["rare", "first"],
    ["right", "second"],
  ]);
  const tested = words.map((_, at) => g2(first[at]!, 200, second[at]!, 200)!);
  const adjusted = benjaminiHochberg(tested.map(({ p }) => p));
  const ratio = logRatio(60, 200, 10, 200)!;
  expect(found[0]).toMatchObject({
    contrast: "a",
    first: 60,
    first_of: 200,
    second: 10,
    second_of: 200,
    g2: tested[0]!.g2,
    log10_q: Math.log10(adjusted[0]!),
    log_ratio: ratio.logRatio,
    low: ratio.lower,
    high: ratio.upper,
    tests: 4,
    dp: 0.5,
  });
});

test("takes those first whose interval stays farthest from no difference", () => {
  expect(run({ family: "contrast", top: 1, sides: ["first"] }).map(({ word }) => word)).toEqual(["left"]);
});

test("adjusts over all comparisons of a group, and over each family alone", () => {
  const twice = rowSet({
    contrast: [...words.map(() => "a"), ...words.map(() => "b")],
    ...Object.fromEntries(
      ["language", "word", "surface"].map((name) => [name, [...rows.texts(name), ...rows.texts(name)]]),
    ),
    ...Object.fromEntries(
      ["first", "first_of", "second", "second_of", "dp"].map((name) => [
        name,
        Float64Array.from([...rows.numbers(name), ...rows.numbers(name)]),
      ]),
    ),
  });
  const tests = (given: object) =>
    keyness.estimate(twice, keyness.parameters.parse({ top: 5, ...given })).map((row) => row.tests);
  expect(new Set(tests({ family: "contrast" }))).toEqual(new Set([4]));
  expect(new Set(tests({ group: "contrast" }))).toEqual(new Set([8]));
});

test("refuses neither and both of family and group", () => {
  expect(() => run({})).toThrow("found neither of family and group");
  expect(() => run({ family: "contrast", group: "contrast" })).toThrow("found both");
});

test("has no words of no rows", () => {
  const none = rowSet({
    ...Object.fromEntries(["contrast", "language", "word", "surface"].map((name) => [name, []])),
    ...Object.fromEntries(
      ["first", "first_of", "second", "second_of", "dp"].map((name) => [name, new Float64Array(0)]),
    ),
  });
  expect(keyness.estimate(none, keyness.parameters.parse({ top: 5, family: "contrast" }))).toEqual([]);
});
