import { type TopicModel, topLemmas } from "./fit-lda.ts";
import { StoriesOfLemmas } from "./npmi.ts";
import type { TermMatrix } from "./term-matrix.ts";

/**
 * By topic: the mean NPMI of the pairs of its `top` heaviest lemmas, counted in the stories of the matrix. Lau, Newman
 * & Baldwin (2014), "Machine reading tea leaves", EACL: of automatic measures it comes nearest to people's judgement.
 */
export function topicCoherence(model: TopicModel, matrix: TermMatrix, top: number): number[] {
  const lists = model.topicLemma.map((weights) => topLemmas(weights, top));
  const stories = new StoriesOfLemmas(matrix, new Set(lists.flat()));
  return lists.map((list) => stories.coherence(list));
}
