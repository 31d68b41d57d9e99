import { expect, test } from "vitest";
import { coherenceByTopics, coherentEnough } from "../../../loaders/statistics/topic-model/choose-topics.ts";
import { topicCoherence } from "../../../loaders/statistics/topic-model/coherence.ts";
import { fitLda } from "../../../loaders/statistics/topic-model/fit-lda.ts";
import { npmi, StoriesOfLemmas } from "../../../loaders/statistics/topic-model/npmi.ts";
import { matrixOf, reference } from "./reference.ts";

const train = matrixOf(reference.train);

test("NPMI of topics is gensim's c_npmi by stories", () => {
  const { words, npmi: expected } = reference.coherence;
  const stories = new StoriesOfLemmas(train, new Set(words.flat()));
  words.forEach((list, topic) => {
    // gensim adds 1e-12 to each probability before it takes logarithms.
    expect(Math.abs(stories.coherence(list) / expected[topic]! - 1)).toBeLessThan(1e-9);
  });
});

test("NPMI is defined at its ends", () => {
  expect(npmi(0, 3, 4, 10)).toBe(-1);
  expect(npmi(3, 3, 3, 10)).toBeCloseTo(1, 12);
  expect(npmi(2, 4, 5, 10)).toBe(0);
  expect(npmi(10, 10, 10, 10)).toBe(0);
  expect(npmi(0, 0, 4, 10)).toBe(0);
  expect(new StoriesOfLemmas(train, [1]).coherence([1])).toBe(0);
});

test("the number of topics that the corpus was made with is the most coherent of four", () => {
  const counts = coherenceByTopics(
    train,
    [2, 4, 8, 16],
    { alpha: reference.alpha, beta: reference.beta, seed: 1 },
    { burnIn: 100, samples: 4, every: 5 },
    { sample: 300, top: 10 },
  );
  expect(coherentEnough(counts)).toBe(reference.topics);
});

test("the smallest number within one standard error of the most coherent is taken, of none nothing", () => {
  // The errors of a difference from the best are 0.05 of all three: 3, 4 and 5 make a right-angled triangle.
  const counts = [
    { topics: 40, coherence: 0.2, error: 0.03 },
    { topics: 20, coherence: 0.149, error: 0.04 },
    { topics: 30, coherence: 0.16, error: 0.04 },
    { topics: 25, coherence: 0.151, error: 0.04 },
    { topics: 80, coherence: 0.19, error: 0.04 },
  ];
  expect(coherentEnough(counts)).toBe(25);
  expect(coherentEnough(counts.map((one) => ({ ...one, error: 0 })))).toBe(40);
  expect(
    coherentEnough([
      { topics: 9, coherence: 0.1, error: 0 },
      { topics: 3, coherence: 0.1, error: 0 },
    ]),
  ).toBe(3);
  expect(() => coherentEnough([])).toThrow("expected one or more");
});

test("the standard error is that of the topics' mean", () => {
  const settings = { alpha: reference.alpha, beta: reference.beta, seed: 1 };
  const run = { burnIn: 10, samples: 1, every: 1 };
  const [one, eight] = coherenceByTopics(train, [1, 8], settings, run, { sample: 1e9, top: 10 });
  const scores = topicCoherence(fitLda(train, { ...settings, topics: 8 }, run), train, 10);
  // Halves of the mean square of all pairs' differences are the variance.
  const pairs = scores.flatMap((a) => scores.map((b) => (a - b) ** 2));
  const variance = pairs.reduce((sum, square) => sum + square, 0) / (2 * 8 * 7);
  expect(eight!.error).toBeCloseTo(Math.sqrt(variance / 8), 12);
  expect(one!.error).toBe(0);
});
