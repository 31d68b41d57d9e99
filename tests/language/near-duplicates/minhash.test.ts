import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BandKeys, bandCount } from "../../../loaders/language/near-duplicates/band-keys.ts";
import { ShingleSets } from "../../../loaders/language/near-duplicates/shingle-sets.ts";
import { randomNumbers } from "../../corpus/made-captures.ts";

const words = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 3, maxLength: 40 });

function setsOf(...texts: readonly number[][]): ShingleSets {
  const sets = new ShingleSets();
  for (const text of texts) sets.add(Int32Array.from(text), text.length);
  return sets;
}

/** The Jaccard index of three-word shingles, from its definition. */
function jaccard(one: readonly number[], other: readonly number[]): number {
  const [a, b] = [one, other].map(
    (text) => new Set(text.slice(2).map((_, i) => text.slice(i, i + 3).join())),
  );
  const common = [...a!].filter((shingle) => b!.has(shingle)).length;
  return common / (a!.size + b!.size - common);
}

/** Pairs of texts of 60 words of which the second keeps a beginning of the first. */
function pairsAlike(kept: number, count: number): number[][][] {
  const random = randomNumbers(kept);
  const draw = (length: number) => Array.from({ length }, () => Math.floor(random() * 2 ** 31));
  return Array.from({ length: count }, () => {
    const one = draw(60);
    return [one, [...one.slice(0, kept), ...draw(60 - kept)]];
  });
}

describe("the Jaccard index", () => {
  it("is that of the definition", () =>
    fc.assert(
      fc.property(words, words, (one, other) => {
        expect(setsOf(one, other).jaccard(0, 1)).toBeCloseTo(jaccard(one, other), 12);
      }),
    ));

  it("is compared with a threshold as the definition says, at the threshold too", () =>
    fc.assert(
      fc.property(words, words, fc.integer({ min: 1, max: 20 }), (one, other, twentieths) => {
        const index = jaccard(one, other);
        for (const threshold of [twentieths / 20, index])
          if (threshold > 0) expect(setsOf(one, other).areAlike(0, 1, threshold)).toBe(index >= threshold);
      }),
    ));
});

describe("words and pairs of words", () => {
  const briefs = fc.array(
    fc.integer({ min: 0, max: 5 }).map((word) => word * 2),
    { minLength: 1, maxLength: 15 },
  );

  it("are the sets of the definition: the index, and whether one text has all words of the other", () =>
    fc.assert(
      fc.property(briefs, briefs, (one, other) => {
        const sets = new ShingleSets();
        for (const text of [one, other]) sets.addWordsAndPairs(Int32Array.from(text), text.length);
        const [a, b] = [one, other].map(
          (text) => new Set([...text.map(String), ...text.slice(1).map((word, i) => `${text[i]} ${word}`)]),
        );
        const common = [...a!].filter((part) => b!.has(part)).length;
        expect(sets.jaccard(0, 1)).toBeCloseTo(common / (a!.size + b!.size - common), 12);
        const hasAll = (x: number[], y: number[]) => y.every((word) => x.includes(word));
        expect(sets.oneHasAllWords(0, 1)).toBe(hasAll(one, other) || hasAll(other, one));
        expect(sets.oneHasAllWords(1, 0)).toBe(sets.oneHasAllWords(0, 1));
      }),
    ));
});

describe("MinHash", () => {
  it.each([20, 30, 40, 50])(
    "agrees on as many minima as the index says (Broder 1997), %i words kept",
    (kept) => {
      const pairs = pairsAlike(kept, 100);
      const keys = new BandKeys(64);
      let equal = 0;
      for (const [one, other] of pairs) {
        const sets = setsOf(one!, other!);
        const first = keys.signature(sets.shinglesOf(0)).slice();
        equal += keys.signature(sets.shinglesOf(1)).filter((minimum, i) => minimum === first[i]).length;
      }
      // Four standard deviations of 6,400 draws.
      expect(Math.abs(equal / 6400 - jaccard(pairs[0]![0]!, pairs[0]![1]!))).toBeLessThan(
        4 * Math.sqrt(0.25 / 6400),
      );
    },
  );
});

describe("the bands", () => {
  it.each([
    [0.4, 35],
    [0.5, 40],
    [0.6, 45],
  ])(
    "find pairs at the threshold of %d with a probability of 98 in a hundred (%i words kept)",
    (threshold, kept) => {
      const pairs = pairsAlike(kept, 1000);
      const index = jaccard(pairs[0]![0]!, pairs[0]![1]!);
      expect(Math.abs(index - threshold)).toBeLessThan(0.03);
      const bands = bandCount(index);
      let found = 0;
      for (const [one, other] of pairs) {
        const sets = setsOf(one!, other!);
        const keys = new BandKeys(bands);
        keys.add(sets.shinglesOf(0));
        keys.add(sets.shinglesOf(1));
        if (Array.from({ length: bands }).some((_, band) => keys.keyOf(0, band) === keys.keyOf(1, band)))
          found++;
      }
      expect(found / pairs.length).toBeGreaterThan(0.967);
    },
  );
});
