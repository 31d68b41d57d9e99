import type { TermMatrix } from "./term-matrix.ts";

/**
 * Perplexity of stories that no model saw, by document completion (Wallach et al. 2009, "Evaluation methods for topic
 * models", ICML): each story's shares are found from `seen`, one half of its words, by 100 rounds of expectation and
 * maximisation with a flat prior from equal shares; then exp of minus the mean log probability of each word of
 * `hidden`, the other half. `topicLemma` by topic, then lemma. The same for whoever made the topics.
 */
export function completionPerplexity(
  topicLemma: readonly Float64Array[],
  seen: TermMatrix,
  hidden: TermMatrix,
): number {
  const topics = topicLemma.length;
  let sum = 0;
  let words = 0;
  for (let story = 0; story < seen.stories.length; story++) {
    const shares = storyShares(topicLemma, seen, story);
    for (let i = hidden.starts[story]!; i < hidden.starts[story + 1]!; i++) {
      let probability = 0;
      for (let k = 0; k < topics; k++) probability += shares[k]! * topicLemma[k]![hidden.lemma[i]!]!;
      sum += hidden.count[i]! * Math.log(probability);
      words += hidden.count[i]!;
    }
  }
  return Math.exp(-sum / words);
}

function storyShares(
  topicLemma: readonly Float64Array[],
  { starts, lemma, count }: TermMatrix,
  story: number,
): number[] {
  const topics = topicLemma.length;
  let shares = new Array<number>(topics).fill(1 / topics);
  for (let round = 0; round < 100; round++) {
    const next = new Array<number>(topics).fill(0);
    let words = 0;
    for (let i = starts[story]!; i < starts[story + 1]!; i++) {
      let all = 0;
      for (let k = 0; k < topics; k++) all += shares[k]! * topicLemma[k]![lemma[i]!]!;
      for (let k = 0; k < topics; k++)
        next[k]! += (count[i]! * shares[k]! * topicLemma[k]![lemma[i]!]!) / all;
      words += count[i]!;
    }
    if (words === 0) break;
    shares = next.map((x) => x / words);
  }
  return shares;
}
