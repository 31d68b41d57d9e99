import type { GibbsSampler } from "./gibbs.ts";
import { logGamma } from "./log-gamma.ts";

/**
 * log P(words, topics | priors) of the sampler's present state, in nats: equations 2 and 3 of Griffiths & Steyvers
 * (2004), with the topics' distributions integrated out. It rises while the sampler burns in.
 */
export function jointLogLikelihood(sampler: GibbsSampler): number {
  const { topics, stride, alpha, prior, lemmaTopic, topicWords, wordTopic, storyStarts } = sampler;
  let sum = 0;
  const priorWords = new Float64Array(topics);
  for (let base = 0; base < prior.length; base += stride) {
    for (let k = 0; k < topics; k++) {
      priorWords[k]! += prior[base + k]!;
      const words = lemmaTopic[base + k]!;
      if (words > prior[base + k]!) sum += logGamma(words) - logGamma(prior[base + k]!);
    }
  }
  for (let k = 0; k < topics; k++) sum += logGamma(priorWords[k]!) - logGamma(topicWords[k]!);
  const inStory = new Float64Array(topics);
  for (let story = 0; story + 1 < storyStarts.length; story++) {
    const [from, to] = [storyStarts[story]!, storyStarts[story + 1]!];
    inStory.fill(0);
    for (let word = from; word < to; word++) inStory[wordTopic[word]!]!++;
    for (let k = 0; k < topics; k++) {
      if (inStory[k]! > 0) sum += logGamma(inStory[k]! + alpha) - logGamma(alpha);
    }
    sum += logGamma(topics * alpha) - logGamma(to - from + topics * alpha);
  }
  return sum;
}
