import { GibbsSampler, type GibbsSettings } from "./gibbs.ts";
import { jointLogLikelihood } from "./log-likelihood.ts";
import type { TermMatrix } from "./term-matrix.ts";

/** How long a run is. */
export interface RunLength {
  /** Sweeps that are thrown away. */
  readonly burnIn: number;
  /** States that are averaged. */
  readonly samples: number;
  /** Sweeps from one of them to the next. */
  readonly every: number;
}

/** A topic model: what each topic says, and how much of each story it is. */
export interface TopicModel {
  readonly topics: number;
  /** By topic, then lemma: the lemma's weight, above 0; the weights of a topic sum to 1. */
  readonly topicLemma: readonly Float64Array[];
  /** By story, then topic: the topic's share of the story's words; the shares of a story sum to 1. */
  readonly storyTopic: Float64Array;
  /** By topic: its share of all words. */
  readonly share: Float64Array;
}

/** A run of the sampler: its model and the mean of log P(words, topics) over the states averaged, in nats. */
export interface LdaFit extends TopicModel {
  readonly logLikelihood: number;
}

/**
 * Runs the sampler and averages its last states. A story's shares are those of its words, without prior; the
 * lemmas' weights are (words + prior) over their sum. Throws where a length is no whole number or no state is kept.
 */
export function fitLda(
  matrix: TermMatrix,
  settings: GibbsSettings,
  { burnIn, samples, every }: RunLength,
): LdaFit {
  for (const [name, value, least] of [
    ["burnIn", burnIn, 0],
    ["samples", samples, 1],
    ["every", every, 1],
  ] as const) {
    if (!Number.isSafeInteger(value) || value < least) {
      throw new RangeError(`found ${name} = ${value}, expected a whole number from ${least}`);
    }
  }
  const sampler = new GibbsSampler(matrix, settings);
  const { topics, stride } = sampler;
  const lemmas = matrix.lemmas.length;
  const words = new Float64Array(lemmas * stride);
  const storyTopic = new Float64Array(matrix.stories.length * topics);
  let logLikelihood = 0;
  for (let sweep = 0; sweep < burnIn; sweep++) sampler.sweep();
  for (let sample = 0; sample < samples; sample++) {
    for (let sweep = 0; sweep < every; sweep++) sampler.sweep();
    for (let i = 0; i < words.length; i++) words[i]! += sampler.lemmaTopic[i]!;
    addStories(storyTopic, sampler);
    logLikelihood += jointLogLikelihood(sampler) / samples;
  }
  const topicLemma = Array.from({ length: topics }, (_, k) => {
    const weights = Float64Array.from({ length: lemmas }, (_, lemma) => words[lemma * stride + k]!);
    return scaledToOne(weights);
  });
  const share = new Float64Array(topics);
  for (let story = 0; story < matrix.stories.length; story++) {
    const own = storyTopic.subarray(story * topics, (story + 1) * topics);
    for (let k = 0; k < topics; k++) share[k]! += own[k]! / (samples * sampler.words);
    scaledToOne(own);
  }
  return { topics, topicLemma, storyTopic, share, logLikelihood };
}

function addStories(storyTopic: Float64Array, { topics, wordTopic, storyStarts }: GibbsSampler): void {
  for (let story = 0; story + 1 < storyStarts.length; story++) {
    const base = story * topics;
    for (let word = storyStarts[story]!; word < storyStarts[story + 1]!; word++) {
      storyTopic[base + wordTopic[word]!]!++;
    }
  }
}

function scaledToOne(weights: Float64Array): Float64Array {
  let sum = 0;
  for (const weight of weights) sum += weight;
  for (let i = 0; i < weights.length; i++) weights[i]! /= sum;
  return weights;
}

/** By story: the topic that most of its words are in, the first of equals. */
export function mainTopics({ topics, storyTopic }: TopicModel): Int32Array {
  const main = new Int32Array(storyTopic.length / topics);
  for (let story = 0; story < main.length; story++) {
    for (let k = 1; k < topics; k++) {
      if (storyTopic[story * topics + k]! > storyTopic[story * topics + main[story]!]!) main[story] = k;
    }
  }
  return main;
}

/** The numbers of the `count` heaviest lemmas of a topic, heaviest first, equals by their number. */
export function topLemmas(weights: Float64Array, count: number): number[] {
  const order: number[] = [];
  for (let lemma = 0; lemma < weights.length; lemma++) {
    const weight = weights[lemma]!;
    if (order.length === count && weight <= weights[order[count - 1]!]!) continue;
    let at = order.length;
    while (at > 0 && weights[order[at - 1]!]! < weight) at--;
    order.splice(at, 0, lemma);
    if (order.length > count) order.pop();
  }
  return order;
}
