import { expect, test } from "vitest";
import { coherenceByTopics, mostCoherent } from "../../../loaders/statistics/topic-model/choose-topics.ts";
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
  expect(mostCoherent(counts)).toBe(reference.topics);
});

test("of equally coherent numbers the smallest is taken, of none nothing", () => {
  expect(
    mostCoherent([
      { topics: 9, coherence: 0.1 },
      { topics: 3, coherence: 0.1 },
    ]),
  ).toBe(3);
  expect(() => mostCoherent([])).toThrow("expected one or more");
});
