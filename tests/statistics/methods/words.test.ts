import { describe, expect, it } from "vitest";
import { coOccurrence } from "../../../loaders/statistics/methods/co-occurrence.ts";
import { dispersion } from "../../../loaders/statistics/methods/dispersion.ts";
import { keyness } from "../../../loaders/statistics/methods/keyness.ts";
import { npmiCoherence } from "../../../loaders/statistics/methods/npmi-coherence.ts";
import { expectAllClose, expectClose, reference } from "./close.ts";

type Four = [number, number, number, number];
const python = reference<{
  keyness: { counts: Four; scipy: number; uncorrected: number; g2: number; log: number }[];
  dispersion: { counts: number[]; sizes: number[]; dp: number; dp_norm: number }[];
  together: { counts: Four; log_dice: number; pmi: number; npmi: number }[];
  texts: number[][];
  topics: number[][];
  coherence: { window: number; topics: number[] }[];
}>("words/python.json");

describe("keyness", () => {
  it.each(python.keyness)("of $counts is SciPy's and mpmath's", ({ counts, scipy, uncorrected, g2, log }) => {
    const found = keyness(...counts)!;
    expectClose(found.uncorrected, uncorrected, 1e-9, 1e-20);
    expectClose(found.g2, g2, 1e-9, 1e-20);
    // SciPy's digits end where its four terms cancel.
    expectClose(found.uncorrected, scipy, 1e-9, 1);
    expectClose(Math.expm1(found.logP - log), 0, 1e-9, 1);
  });
  it("has a p below 1e-300 with its digits", () => {
    expect(python.keyness.some(({ log }) => log < Math.log(1e-300))).toBe(true);
  });
  it("of equal shares is 0 with p 1; of nothing, nothing", () => {
    expect(keyness(5, 100, 10, 200)).toMatchObject({ g2: 0, p: 1 });
    expect(keyness(0, 100, 0, 200)).toBeNull();
    expect(keyness(100, 100, 200, 200)).toBeNull();
    expect(keyness(0, 0, 1, 200)).toBeNull();
    expect(() => keyness(-1, 100, 0, 200)).toThrow("the first corpus");
  });
});

describe("dispersion", () => {
  it.each(python.dispersion)(
    "of $counts is half SciPy's city-block distance",
    ({ counts, sizes, ...expected }) => {
      const found = dispersion(counts, sizes)!;
      expectClose(found.dp, expected.dp, 1e-9, 1e-6);
      expectClose(found.dpNorm, expected.dp_norm, 1e-9, 1e-6);
    },
  );
  it("is 0 where spread as the parts are, 1 at most, nothing without words or parts", () => {
    expect(dispersion([1, 2, 3], [10, 20, 30])!.dp).toBeCloseTo(0, 15);
    expect(dispersion([0, 5], [1000, 10])).toMatchObject({ dpNorm: 1, range: 0.5 });
    expect(dispersion([0, 0], [5, 5])).toBeNull();
    expect(dispersion([3], [5])).toBeNull();
    expect(() => dispersion([9], [5])).toThrow("at part 0");
  });
});

describe("co-occurrence", () => {
  it.each(python.together)("of $counts is that of nltk and gensim", ({ counts, log_dice, pmi, npmi }) => {
    const found = coOccurrence(...counts)!;
    expectClose(found.logDice!, log_dice);
    expectClose(found.lift, 2 ** pmi);
    expectClose(found.npmi!, npmi);
  });
  it("at its ends", () => {
    expect(coOccurrence(7, 7, 7, 90)).toMatchObject({ logDice: 14, npmi: 1 });
    expect(coOccurrence(0, 7, 7, 90)).toEqual({ logDice: null, lift: 0, npmi: -1 });
    expect(coOccurrence(9, 9, 9, 9)).toEqual({ logDice: 14, lift: 1, npmi: null });
    expect(coOccurrence(0, 0, 7, 90)).toBeNull();
    expect(() => coOccurrence(8, 7, 9, 90)).toThrow("that can be");
    expect(() => coOccurrence(0, 7, 9, 10)).toThrow("that can be");
  });
});

describe("NPMI coherence", () => {
  it.each(python.coherence)("with a window of $window is gensim's c_npmi", ({ window, topics }) => {
    expectAllClose(npmiCoherence(python.topics, python.texts, window) as number[], topics);
  });
  it("of documents is that of a window as long as any", () => {
    expect(npmiCoherence(python.topics, python.texts, Number.POSITIVE_INFINITY)).toEqual(
      npmiCoherence(python.topics, python.texts, 100),
    );
  });
  it("of one word, or of one that nobody wrote, is nothing", () => {
    expect(npmiCoherence([[1], [1, 99999], []], python.texts, 10)).toEqual([null, null, null]);
    expect(npmiCoherence([[1, 2]], [], 10)).toEqual([null]);
    expect(() => npmiCoherence([[1, 1]], python.texts, 10)).toThrow("twice");
    expect(() => npmiCoherence([[1, 2]], python.texts, 0)).toThrow("window");
  });
});
