import { bestAssignment } from "./assignment.ts";
import { topLemmas } from "./fit-lda.ts";

/** A topic of one model and the topic of another that it was paired with. */
export interface TopicMatch {
  readonly topic: number;
  readonly other: number;
  /** Cosine of the two topics' lemma weights, 0 to 1. */
  readonly cosine: number;
  /** Jaccard index of the two topics' heaviest lemmas, 0 to 1. */
  readonly jaccard: number;
}

/**
 * Pairs the topics of two models of the same lemmas one to one, so that the sum of the cosines is largest, and says how
 * alike the pairs are, by `top` lemmas for the Jaccard index. By topic of the first. Throws where the models have not
 * equally many topics.
 */
export function matchTopics(
  first: readonly Float64Array[],
  second: readonly Float64Array[],
  top: number,
): TopicMatch[] {
  const cosines = first.map((one) => second.map((other) => cosine(one, other)));
  return bestAssignment(cosines).map((other, topic) => ({
    topic,
    other,
    cosine: cosines[topic]![other]!,
    jaccard: jaccard(topLemmas(first[topic]!, top), topLemmas(second[other]!, top)),
  }));
}

function cosine(first: Float64Array, second: Float64Array): number {
  let [product, one, other] = [0, 0, 0];
  for (let i = 0; i < first.length; i++) {
    product += first[i]! * second[i]!;
    one += first[i]! ** 2;
    other += second[i]! ** 2;
  }
  return one === 0 || other === 0 ? 0 : product / Math.sqrt(one * other);
}

function jaccard(first: readonly number[], second: readonly number[]): number {
  const both = first.filter((lemma) => second.includes(lemma)).length;
  const either = first.length + second.length - both;
  return either === 0 ? 0 : both / either;
}
