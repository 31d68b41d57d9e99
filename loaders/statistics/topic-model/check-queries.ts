import { seeded } from "../../random.ts";
import { coherenceByTopics, coherentEnough, someStories, type TopicCount } from "./choose-topics.ts";
import { topicCoherence } from "./coherence.ts";
import { fitLda, mainTopics, type RunLength, topLemmas } from "./fit-lda.ts";
import { type IntrusionTask, intrusionTasks } from "./intrusion.ts";
import { nmf, nmfTopics } from "./nmf.ts";
import { type QueryFit, type QueryOverlap, queryFit } from "./query-fit.ts";
import { type LemmaRule, type StoryId, type TermRow, termMatrix } from "./term-matrix.ts";
import { tfIdf } from "./tf-idf.ts";
import { matchTopics } from "./topic-match.ts";

/** Everything that the model is told; `defaults` has the values that docs/methods/topic-model.md explains. */
export interface CheckSettings {
  readonly lemmas: LemmaRule;
  /** Numbers of topics to choose from. */
  readonly topics: readonly number[];
  readonly alpha: number;
  readonly beta: number;
  readonly seedWords: readonly (readonly string[])[];
  readonly seedWeight: number;
  /** The first is the model's; the others' runs tell how steady it is. */
  readonly seeds: readonly number[];
  readonly run: RunLength;
  /** The runs that the number of topics is chosen by, on so many stories at most. */
  readonly trial: RunLength & { readonly stories: number };
  /** Whether the topics are compared with a factorisation's. */
  readonly factorise: boolean;
  /** Stories that are factorised at most, drawn by the first seed. */
  readonly factoriseStories: number;
  /** Heaviest lemmas of a topic that are shown, compared and tested for coherence. */
  readonly top: number;
}

export const defaults: CheckSettings = {
  lemmas: { minStories: 10, maxShare: 0.5 },
  topics: [10, 15, 20, 25, 30, 40, 80],
  alpha: 0.1,
  beta: 0.01,
  seedWords: [],
  seedWeight: 0,
  seeds: [1, 2, 3],
  run: { burnIn: 50, samples: 5, every: 4 },
  trial: { burnIn: 40, samples: 2, every: 5, stories: 3000 },
  factorise: true,
  factoriseStories: 4000,
  top: 10,
};

/** A lemma of a topic, heaviest first from rank 1. */
export interface TopicLemma {
  readonly topic: number;
  readonly rank: number;
  readonly lemma: string;
  /** Its probability in the topic. */
  readonly weight: number;
}

/** A model topic; `topic` counts from 1 by falling share of words. */
export interface ModelTopic extends QueryFit {
  /** Its share of all words that the model read, 0 to 1. */
  readonly share: number;
  /** Mean NPMI of the pairs of its heaviest lemmas. */
  readonly coherence: number;
  /** Its likeness in the other runs: mean cosine of weights and mean Jaccard index of heaviest lemmas; null of one run. */
  readonly seedCosine: number | null;
  readonly seedJaccard: number | null;
  /** Its likeness to the topic of the factorisation that it is paired with, the same two; null without one. */
  readonly nmfCosine: number | null;
  readonly nmfJaccard: number | null;
}

/** The check: topics, what they say, and how the queries cover them. */
export interface QueryCheck {
  readonly stories: number;
  readonly lemmas: number;
  readonly counts: readonly TopicCount[];
  readonly topics: readonly ModelTopic[];
  readonly topicLemmas: readonly TopicLemma[];
  readonly overlaps: readonly QueryOverlap[];
  readonly intrusion: readonly IntrusionTask[];
}

/**
 * A topic model of the rows' stories, checked against other seeds and a factorisation, and laid beside the queries that
 * match each story. Only lemmas of `publishable` are given back: a model reads all, a reader sees those that enough
 * sources wrote. Stories that `queries` does not name are matched by none. Throws where no lemma passes the rule.
 */
export function checkQueries(
  rows: Iterable<TermRow>,
  queries: ReadonlyMap<StoryId, readonly string[]>,
  publishable: ReadonlySet<string>,
  settings: CheckSettings = defaults,
): QueryCheck {
  const { alpha, beta, seedWords, seedWeight, seeds, top } = settings;
  const matrix = termMatrix(rows, settings.lemmas, new Set(seedWords.flat()));
  if (matrix.stories.length === 0 || seeds.length === 0) {
    throw new RangeError(
      `found ${matrix.stories.length} stories with a lemma that the rule lets in and ${seeds.length} seeds, expected some of both`,
    );
  }
  const prior = { alpha, beta, seedWords, seedWeight };
  const counts = coherenceByTopics(matrix, settings.topics, { ...prior, seed: seeds[0]! }, settings.trial, {
    sample: settings.trial.stories,
    top,
  });
  const topics = coherentEnough(counts);
  const fits = seeds.map((seed) => fitLda(matrix, { ...prior, topics, seed }, settings.run));
  const model = fits[0]!;
  const matches = fits.slice(1).map((fit) => matchTopics(model.topicLemma, fit.topicLemma, top));
  const factors = settings.factorise
    ? matchTopics(
        model.topicLemma,
        nmfTopics(nmf(tfIdf(someStories(matrix, settings.factoriseStories, seeds[0]!)), topics)),
        top,
      )
    : null;
  const coherence = topicCoherence(model, matrix, top);
  const { fits: asked, overlaps } = queryFit(
    topics,
    mainTopics(model),
    matrix.stories.map((story) => queries.get(story) ?? []),
  );
  const order = Array.from({ length: topics }, (_, topic) => topic).sort(
    (a, b) => model.share[b]! - model.share[a]!,
  );
  const rank = new Map(order.map((topic, at) => [topic, at + 1]));
  const shown = matrix.lemmas.map((lemma) => publishable.has(lemma));
  return {
    stories: matrix.stories.length,
    lemmas: matrix.lemmas.length,
    counts,
    topics: order.map((topic) => {
      const { best, ...fit } = asked[topic]!;
      return {
        ...fit,
        topic: rank.get(topic)!,
        best: best && { ...best, topic: rank.get(topic)! },
        share: model.share[topic]!,
        coherence: coherence[topic]!,
        seedCosine: mean(matches.map((match) => match[topic]!.cosine)),
        seedJaccard: mean(matches.map((match) => match[topic]!.jaccard)),
        nmfCosine: factors === null ? null : factors[topic]!.cosine,
        nmfJaccard: factors === null ? null : factors[topic]!.jaccard,
      };
    }),
    topicLemmas: order.flatMap((topic) => {
      const weights = model.topicLemma[topic]!;
      return topLemmas(
        weights.map((weight, lemma) => (shown[lemma] ? weight : 0)),
        top,
      )
        .filter((lemma) => shown[lemma])
        .map((lemma, at) => ({
          topic: rank.get(topic)!,
          rank: at + 1,
          lemma: matrix.lemmas[lemma]!,
          weight: weights[lemma]!,
        }));
    }),
    overlaps: overlaps
      .map((overlap) => ({ ...overlap, topic: rank.get(overlap.topic)! }))
      .sort((a, b) => a.topic - b.topic),
    intrusion: intrusionTasks(
      model.topicLemma,
      matrix.lemmas,
      publishable,
      seeded(seeds[0]!, "intrusion"),
    ).map((task) => ({ ...task, topic: rank.get(task.topic)! })),
  };
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
