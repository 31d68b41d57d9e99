import { expect, test } from "vitest";
import { fitLda, mainTopics, topLemmas } from "../../../loaders/statistics/topic-model/fit-lda.ts";
import { GibbsSampler } from "../../../loaders/statistics/topic-model/gibbs.ts";
import { completionPerplexity } from "../../../loaders/statistics/topic-model/held-out.ts";
import { logGamma } from "../../../loaders/statistics/topic-model/log-gamma.ts";
import { jointLogLikelihood } from "../../../loaders/statistics/topic-model/log-likelihood.ts";
import { termMatrix } from "../../../loaders/statistics/topic-model/term-matrix.ts";
import { matchTopics } from "../../../loaders/statistics/topic-model/topic-match.ts";
import { everything, lemmaName, matrixOf, reference } from "./reference.ts";

const train = matrixOf(reference.train);
const { topics, alpha, beta } = reference;
const run = { burnIn: 200, samples: 20, every: 5 };
const fits = [1, 2, 3].map((seed) => fitLda(train, { topics, alpha, beta, seed }, run));
const truth = reference.truth.map((row) => Float64Array.from(row));

const tiny = termMatrix(
  [
    { story: "one", lemma: "a", count: 2 },
    { story: "one", lemma: "b", count: 1 },
    { story: "two", lemma: "b", count: 1 },
    { story: "two", lemma: "c", count: 2 },
  ],
  everything,
);

/** log P(words, topics) as a product of one word after another (Pólya's urn), without a gamma function. */
function urn(
  sampler: GibbsSampler,
  topicOf: ArrayLike<number>,
  seeds: readonly [lemma: number, topic: number, weight: number][],
) {
  const { topics: count, alpha: a, beta: b, wordLemma, storyStarts } = sampler;
  const lemmas = sampler.prior.length / sampler.stride;
  const inTopic = Array.from({ length: count }, () => new Array<number>(lemmas).fill(b));
  for (const [lemma, topic, weight] of seeds) inTopic[topic]![lemma]! += weight;
  let sum = 0;
  for (let story = 0; story + 1 < storyStarts.length; story++) {
    const inStory = new Array<number>(count).fill(a);
    for (let word = storyStarts[story]!; word < storyStarts[story + 1]!; word++) {
      const topic = topicOf[word]!;
      const all = inTopic[topic]!.reduce((x, y) => x + y, 0);
      sum += Math.log(inStory[topic]! / inStory.reduce((x, y) => x + y, 0));
      sum += Math.log(inTopic[topic]![wordLemma[word]!]! / all);
      inStory[topic]!++;
      inTopic[topic]![wordLemma[word]!]!++;
    }
  }
  return sum;
}

test.each([
  { topics: 2, seeds: [] as [number, number, number][], seedWords: [] as string[][] },
  { topics: 3, seeds: [[1, 2, 1.5]] as [number, number, number][], seedWords: [[], [], ["b"]] },
])(
  "the sampler visits each state as often as its exact probability says, $topics topics",
  ({ topics: count, seeds, seedWords }) => {
    const sampler = new GibbsSampler(tiny, {
      topics: count,
      alpha: 0.5,
      beta: 0.25,
      seed: 7,
      seedWords,
      seedWeight: 1.5,
    });
    const states = count ** sampler.words;
    const exact = Array.from({ length: states }, (_, state) =>
      Math.exp(
        urn(
          sampler,
          Array.from({ length: sampler.words }, (_, word) => Math.floor(state / count ** word) % count),
          seeds,
        ),
      ),
    );
    const total = exact.reduce((x, y) => x + y, 0);
    const seen = new Float64Array(states);
    const sweeps = 400_000;
    for (let sweep = 0; sweep < sweeps; sweep++) {
      sampler.sweep();
      let state = 0;
      for (let word = sampler.words - 1; word >= 0; word--) state = state * count + sampler.wordTopic[word]!;
      seen[state]!++;
    }
    // Total variation: the mean of independent draws would be about sqrt(states / (2 pi sweeps)), 0.017 of 729 states.
    const distance = exact.reduce(
      (sum, p, state) => sum + Math.abs(p / total - seen[state]! / sweeps) / 2,
      0,
    );
    expect(distance).toBeLessThan(0.03);
    expect(distance).toBeGreaterThan(0);
  },
);

test("the log-likelihood is that of Pólya's urn, word after word, with and without seed words", () => {
  const sampler = new GibbsSampler(tiny, {
    topics: 3,
    alpha: 0.5,
    beta: 0.25,
    seed: 3,
    seedWords: [["a"]],
    seedWeight: 2,
  });
  for (let sweep = 0; sweep < 20; sweep++) {
    sampler.sweep();
    expect(jointLogLikelihood(sampler)).toBeCloseTo(urn(sampler, sampler.wordTopic, [[0, 0, 2]]), 11);
  }
});

test("the logarithm of gamma is SciPy's", () => {
  for (const [x, value] of reference.log_gamma) {
    expect(Math.abs(logGamma(x) - value) / Math.max(1, Math.abs(value))).toBeLessThan(1e-13);
  }
});

test("counts stay those of the words' topics, to the last digit", () => {
  const sampler = new GibbsSampler(train, { topics, alpha, beta, seed: 5 });
  for (let sweep = 0; sweep < 50; sweep++) sampler.sweep();
  const again = Float64Array.from(sampler.prior);
  for (const [word, topic] of sampler.wordTopic.entries()) {
    again[sampler.wordLemma[word]! * sampler.stride + topic]!++;
  }
  expect(sampler.lemmaTopic).toEqual(again);
});

test("known topics are found again, whatever the seed", () => {
  for (const fit of fits) {
    const matches = matchTopics(truth, [...fit.topicLemma], 10);
    for (const { cosine } of matches) expect(cosine).toBeGreaterThan(0.97);
  }
});

test("perplexity of unseen stories is at most 1 % above gensim's and scikit-learn's, and 3 % above the true topics'", () => {
  const seen = matrixOf(reference.seen);
  const hidden = matrixOf(reference.hidden);
  const { perplexity } = reference;
  expect(completionPerplexity(truth, seen, hidden) / perplexity.truth).toBeCloseTo(1, 9);
  for (const fit of fits) {
    const own = completionPerplexity(fit.topicLemma, seen, hidden);
    expect(own).toBeLessThan(1.01 * Math.min(perplexity.gensim, perplexity.sklearn));
    expect(own).toBeLessThan(1.03 * perplexity.truth);
  }
});

test("the same seed gives the same model, another seed another", () => {
  const short = { burnIn: 5, samples: 2, every: 1 };
  const [one, same, other] = [4, 4, 5].map((seed) => fitLda(train, { topics, alpha, beta, seed }, short));
  expect(one).toEqual(same);
  expect(one!.storyTopic).not.toEqual(other!.storyTopic);
});

test("seed words bring a topic to its place", () => {
  const seedWords = reference.truth.map((row) => topLemmas(Float64Array.from(row), 3).map(lemmaName));
  for (const seed of [11, 12]) {
    const fit = fitLda(train, { topics, alpha, beta, seed, seedWords, seedWeight: 50 }, run);
    const matches = matchTopics(truth, [...fit.topicLemma], 10);
    expect(matches.map(({ other }) => other)).toEqual(reference.truth.map((_, topic) => topic));
  }
});

test("one topic, one word and one story give the only model there is", () => {
  const matrix = termMatrix([{ story: "s", lemma: "w", count: 1 }], everything);
  const fit = fitLda(
    matrix,
    { topics: 1, alpha: 0.1, beta: 0.01, seed: 1 },
    { burnIn: 0, samples: 1, every: 1 },
  );
  expect(fit.topicLemma[0]).toEqual(Float64Array.of(1));
  expect([...fit.storyTopic]).toEqual([1]);
  expect([...mainTopics(fit)]).toEqual([0]);
});

test.each([
  [{ topics: 0 }, "topics = 0"],
  [{ alpha: 0 }, "alpha = 0"],
  [{ beta: Number.NaN }, "beta = NaN"],
  [{ seed: 0.5 }, "seed = 0.5"],
  [{ seedWords: [["a"], ["b"], ["c"]], seedWeight: 1 }, "seed words for 3 topics"],
  [{ seedWords: [["a"]] }, "seedWeight = 0"],
])("a wrong setting %j is refused", (wrong, message) => {
  const settings = { topics: 2, alpha: 0.1, beta: 0.01, seed: 1, ...wrong };
  expect(() => new GibbsSampler(tiny, settings)).toThrow(message);
});
