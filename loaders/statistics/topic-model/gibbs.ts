import { seeded } from "../../random.ts";
import type { TermMatrix } from "./term-matrix.ts";

/** What a run of the sampler is asked for. */
export interface GibbsSettings {
  readonly topics: number;
  /** Prior weight of each topic in a story, in words. */
  readonly alpha: number;
  /** Prior weight of each lemma in a topic, in words. */
  readonly beta: number;
  readonly seed: number;
  /** By topic: lemmas that should stand in it; topics beyond the list have none. */
  readonly seedWords?: readonly (readonly string[])[];
  /** Prior weight, in words, that a seed word has in its topic beside `beta`. */
  readonly seedWeight?: number;
}

/**
 * Latent Dirichlet allocation by collapsed Gibbs sampling: Griffiths & Steyvers (2004), "Finding scientific topics",
 * PNAS 101, p. 5228-5235. Each word of each story has a topic, drawn anew in each sweep given all others, with
 * probability in proportion to (words of the story in the topic + alpha) (this lemma in the topic + beta) / (words of
 * the topic + lemmas beta). Seed words are an asymmetric prior: Watanabe & Baturo (2023), "Seeded sequential LDA",
 * Social Science Computer Review 42.
 *
 * The same matrix, settings and number of sweeps give the same topics on every machine: only +, -, * and / are used.
 */
export class GibbsSampler {
  readonly topics: number;
  readonly words: number;
  readonly alpha: number;
  readonly beta: number;
  /** Length of a lemma's row in `lemmaTopic` and `prior`: the topics, filled up with topics of weight 0 to a multiple of 4. */
  readonly stride: number;
  /** By lemma, then topic: its words there with their prior. */
  readonly lemmaTopic: Float64Array;
  /** By topic: its words with their prior. */
  readonly topicWords: Float64Array;
  /** By lemma, then topic: the prior alone. */
  readonly prior: Float64Array;
  /** By word, story after story: its lemma and its topic. */
  readonly wordLemma: Int32Array;
  readonly wordTopic: Uint16Array;
  /** By story: where its words begin. */
  readonly storyStarts: Int32Array;
  private readonly random: () => number;
  private readonly storyTopic: Float64Array;
  private readonly factor: Float64Array;
  private readonly sums: Float64Array;

  /** Throws where a setting is no number that the model allows. */
  constructor(matrix: TermMatrix, settings: GibbsSettings) {
    const { topics, alpha, beta, seed } = checked(settings);
    const lemmas = matrix.lemmas.length;
    this.topics = topics;
    this.alpha = alpha;
    this.beta = exact(beta);
    this.random = seeded(seed, "gibbs");
    this.stride = 4 * Math.ceil(topics / 4);
    this.prior = new Float64Array(lemmas * this.stride);
    for (let lemma = 0; lemma < lemmas; lemma++) {
      this.prior.fill(this.beta, lemma * this.stride, lemma * this.stride + topics);
    }
    addSeeds(this.prior, matrix.lemmas, this.stride, settings);
    this.storyStarts = storyStarts(matrix);
    this.words = this.storyStarts[matrix.stories.length]!;
    this.wordLemma = new Int32Array(this.words);
    for (let entry = 0, at = 0; entry < matrix.lemma.length; entry++) {
      for (let times = matrix.count[entry]!; times > 0; times--) this.wordLemma[at++] = matrix.lemma[entry]!;
    }
    this.wordTopic = new Uint16Array(this.words);
    this.lemmaTopic = Float64Array.from(this.prior);
    this.topicWords = new Float64Array(topics);
    this.storyTopic = new Float64Array(topics);
    this.factor = new Float64Array(this.stride);
    this.sums = new Float64Array(this.stride / 4);
    this.begin();
  }

  /** Draws each word's first topic from the priors alone, so that seed words begin in their topics. */
  private begin(): void {
    const { topics, stride, prior, topicWords, lemmaTopic, wordLemma, wordTopic, factor, sums, random } =
      this;
    for (let base = 0; base < prior.length; base += stride) {
      for (let k = 0; k < topics; k++) topicWords[k]! += prior[base + k]!;
    }
    factor.fill(1, 0, topics);
    for (let word = 0; word < this.words; word++) {
      const base = wordLemma[word]! * stride;
      const topic = draw(factor, prior, base, sums, random, topics);
      wordTopic[word] = topic;
      lemmaTopic[base + topic]!++;
      topicWords[topic]!++;
    }
  }

  /** Draws the topic of every word once. */
  sweep(): void {
    const { topics, stride, alpha, lemmaTopic, topicWords, wordLemma, wordTopic, storyStarts, random } = this;
    const { storyTopic, factor, sums } = this;
    const stories = storyStarts.length - 1;
    for (let story = 0; story < stories; story++) {
      const from = storyStarts[story]!;
      const to = storyStarts[story + 1]!;
      storyTopic.fill(alpha);
      for (let word = from; word < to; word++) storyTopic[wordTopic[word]!]!++;
      for (let k = 0; k < topics; k++) factor[k] = storyTopic[k]! / topicWords[k]!;
      for (let word = from; word < to; word++) {
        const base = wordLemma[word]! * stride;
        const old = wordTopic[word]!;
        lemmaTopic[base + old]!--;
        factor[old] = --storyTopic[old]! / --topicWords[old]!;
        const topic = draw(factor, lemmaTopic, base, sums, random, topics);
        wordTopic[word] = topic;
        lemmaTopic[base + topic]!++;
        factor[topic] = ++storyTopic[topic]! / ++topicWords[topic]!;
      }
    }
  }
}

/**
 * A topic with probability in proportion to factor[k] weight[base + k]. Four topics are summed at a time: running
 * sums of one would each wait for the one before. `sums` is working room, one number for four topics.
 */
function draw(
  factor: Float64Array,
  weight: Float64Array,
  base: number,
  sums: Float64Array,
  random: () => number,
  topics: number,
): number {
  let sum = 0;
  for (let k = 0, four = 0; k < factor.length; k += 4, four++) {
    const at = base + k;
    sum +=
      factor[k]! * weight[at]! +
      factor[k + 1]! * weight[at + 1]! +
      (factor[k + 2]! * weight[at + 2]! + factor[k + 3]! * weight[at + 3]!);
    sums[four] = sum;
  }
  const point = random() * sum;
  let four = 0;
  while (four < sums.length - 1 && sums[four]! <= point) four++;
  let left = four === 0 ? point : point - sums[four - 1]!;
  let topic = 4 * four;
  const last = Math.min(topic + 3, topics - 1);
  while (topic < last) {
    left -= factor[topic]! * weight[base + topic]!;
    if (left < 0) break;
    topic++;
  }
  return topic;
}

/**
 * A prior as a multiple of 2^-26: sums of it and whole counts up to 2^26 are exact, so that a word added and taken
 * away a million times leaves no trace.
 */
function exact(prior: number): number {
  return Math.max(1, Math.round(prior * 2 ** 26)) / 2 ** 26;
}

function addSeeds(
  prior: Float64Array,
  lemmas: readonly string[],
  stride: number,
  settings: GibbsSettings,
): void {
  const { seedWords = [], seedWeight = 0 } = settings;
  const number = new Map(lemmas.map((lemma, index) => [lemma, index]));
  seedWords.forEach((words, topic) => {
    for (const word of new Set(words)) {
      const lemma = number.get(word);
      if (lemma !== undefined) prior[lemma * stride + topic]! += exact(seedWeight);
    }
  });
}

function storyStarts({ stories, starts, count }: TermMatrix): Int32Array {
  const out = new Int32Array(stories.length + 1);
  for (let story = 0; story < stories.length; story++) {
    let words = 0;
    for (let i = starts[story]!; i < starts[story + 1]!; i++) words += count[i]!;
    out[story + 1] = out[story]! + words;
  }
  return out;
}

function checked(settings: GibbsSettings): GibbsSettings {
  const { topics, alpha, beta, seed, seedWords = [], seedWeight = 0 } = settings;
  if (!Number.isSafeInteger(topics) || topics < 1 || topics > 65535) {
    throw new RangeError(`found topics = ${topics}, expected a whole number from 1 to 65535`);
  }
  for (const [name, value] of Object.entries({ alpha, beta })) {
    if (!(value > 0 && value < 2 ** 20))
      throw new RangeError(`found ${name} = ${value}, expected a number above 0`);
  }
  if (!Number.isSafeInteger(seed)) throw new RangeError(`found seed = ${seed}, expected a whole number`);
  if (seedWords.length > topics) {
    throw new RangeError(`found seed words for ${seedWords.length} topics, expected ${topics} at most`);
  }
  if (seedWords.length > 0 && !(seedWeight > 0)) {
    throw new RangeError(`found seedWeight = ${seedWeight}, expected a number above 0 beside seed words`);
  }
  return settings;
}
