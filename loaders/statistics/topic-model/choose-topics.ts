import { seeded, shuffled } from "../../random.ts";
import { topicCoherence } from "./coherence.ts";
import { fitLda, type RunLength } from "./fit-lda.ts";
import type { GibbsSettings } from "./gibbs.ts";
import { type TermMatrix, withStories } from "./term-matrix.ts";

/** A number of topics and how coherent the topics are then. */
export interface TopicCount {
  readonly topics: number;
  /** Mean over the topics of the mean NPMI of their heaviest lemmas' pairs. */
  readonly coherence: number;
  /** Standard error of that mean, by the scatter of the topics; 0 of one topic. */
  readonly error: number;
}

/**
 * The coherence of each number of topics. The sampler runs on `sample` stories at most, drawn by the seed; the pairs are
 * counted in all stories.
 */
export function coherenceByTopics(
  matrix: TermMatrix,
  counts: readonly number[],
  settings: Omit<GibbsSettings, "topics">,
  run: RunLength,
  { sample, top }: { sample: number; top: number },
): TopicCount[] {
  const some = someStories(matrix, sample, settings.seed);
  return counts.map((topics) => {
    const scores = topicCoherence(fitLda(some, { ...settings, topics }, run), matrix, top);
    const coherence = scores.reduce((sum, score) => sum + score, 0) / topics;
    const squares = scores.reduce((sum, score) => sum + (score - coherence) ** 2, 0);
    return { topics, coherence, error: topics < 2 ? 0 : Math.sqrt(squares / (topics - 1) / topics) };
  });
}

/** The matrix of `count` of its stories at most, drawn by the seed, with all lemmas. */
export function someStories(matrix: TermMatrix, count: number, seed: number): TermMatrix {
  const all = matrix.stories.map((_, story) => story);
  if (all.length <= count) return matrix;
  const drawn = shuffled(all, seeded(seed, "sample")).slice(0, count);
  return withStories(
    matrix,
    drawn.sort((a, b) => a - b),
  );
}

/**
 * The smallest number of topics whose coherence is within one standard error of the highest: Breiman, Friedman, Olshen &
 * Stone (1984), "Classification and Regression Trees", 3.4.3, choose the size of a tree so. The error is that of the
 * difference of the two, since both are means over topics. Throws where there is none to choose from.
 */
export function coherentEnough(counts: readonly TopicCount[]): number {
  const [first, ...rest] = [...counts].sort((a, b) => a.topics - b.topics);
  if (first === undefined)
    throw new RangeError("found no number of topics to choose from, expected one or more");
  const best = rest.reduce((most, one) => (one.coherence > most.coherence ? one : most), first);
  const isNear = ({ coherence, error }: TopicCount) =>
    best.coherence - coherence <= Math.hypot(best.error, error);
  return [first, ...rest].find((one) => one === best || isNear(one))!.topics;
}
