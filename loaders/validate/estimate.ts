import { type Interval, percentileInterval } from "../quantile.ts";
import type { Random } from "../random.ts";
import { drawBeta, drawBinomial } from "./beta-binomial.ts";
import type { CodedStratum } from "./strata.ts";

export interface Estimate {
  readonly value: number;
  /** 95 %. */
  readonly interval: Interval | null;
}

/** How well a query finds its topic in the whole corpus; null where the sample can't say. */
export interface Retrieval {
  readonly precision: Estimate | null;
  readonly recall: Estimate | null;
  readonly f1: Estimate | null;
}

/**
 * Precision, recall and F1 of a query (or of one answer of several) from a stratified sample. The values are ratios of Horvitz-Thompson totals
 * (Horvitz and Thompson 1952; Särndal, Swensson and Wretman 1992, section 5.6): a coded post of a stratum stands
 * for size / coded posts of it. The intervals are quantiles of `replicates` simulated corpora, in which the
 * uncoded posts of each stratum are beta-binomial with Jeffreys' prior, the method that Webber (2013), "Approximate
 * recall confidence intervals", ACM TOIS 31(1), article 2, recommends for recall: a resampling of the sample itself
 * would call a stratum empty in which no positive happened to be drawn. Posts that were coded stay as they are, so
 * a stratum coded whole adds no uncertainty. Strata of other answers than the one in question (`other`) share one prior: with a whole one each, twenty regions would add up to errors that nobody saw. Jeffreys' interval misses
 * rates near 0 and 1 too often, so its ends are mended where a stratum showed one exception or none (the modified
 * Jeffreys interval of Brown, Cai and DasGupta 2001, section 4.1.2): upper limits reach as far as they would were there no
 * other exception among the posts that nobody coded.
 * Throws where not 0 <= positive <= coded <= size.
 */
export function estimateRetrieval(
  sample: readonly CodedStratum[],
  random: Random,
  replicates = 4000,
): Retrieval {
  for (const { stratum, size, coded, positive } of sample) {
    if (!(positive >= 0 && positive <= coded && coded <= size)) {
      throw new RangeError(`found ${positive} of ${coded} of ${size} in stratum ${stratum}`);
    }
  }
  const present = sample.filter(({ size }) => size > 0);
  const known = (coded: CodedStratum) => (coded.size * coded.positive) / coded.coded;
  const others = present.filter(({ stratum }) => stratum === "other").length;
  const simulated = ({ stratum, size, coded, positive }: CodedStratum) => {
    const prior = stratum === "other" ? 0.5 / others : 0.5;
    return (
      positive +
      drawBinomial(size - coded, drawBeta(positive + prior, coded - positive + 0.5, random), random)
    );
  };
  const hopefully = (stratum: CodedStratum) => {
    const { size, coded, positive } = stratum;
    if (stratum.stratum !== "retrieved") return positive <= 1 ? positive : simulated(stratum);
    return coded - positive <= 1 ? positive + size - coded : simulated(stratum);
  };

  const retrieved = present.filter(({ stratum }) => stratum === "retrieved");
  const canSay = {
    precision: retrieved.length > 0 && retrieved.every(({ coded }) => coded > 0),
    recall: present.length > 0 && present.every(({ coded }) => coded > 0),
  };
  const value = ratios(present, known);
  const draws = Array.from({ length: replicates }, () => ratios(present, simulated));
  const hopeful = Array.from({ length: replicates }, () => ratios(present, hopefully));
  const estimate = (name: keyof Retrieval, possible: boolean): Estimate | null => {
    const point = value[name];
    if (!possible || point === null) return null;
    const interval = percentileInterval(draws.map((draw) => draw[name]).filter((drawn) => drawn !== null));
    const best = percentileInterval(hopeful.map((draw) => draw[name]).filter((drawn) => drawn !== null));
    return {
      value: point,
      interval: interval && reaching(interval, point, best?.upper ?? point),
    };
  };
  return {
    precision: estimate("precision", canSay.precision),
    recall: estimate("recall", canSay.recall),
    f1: estimate("f1", canSay.recall),
  };
}

/** No interval leaves out the value itself, nor what may well be (`best`). */
function reaching({ lower, upper }: Interval, value: number, best: number): Interval {
  return { lower: Math.min(lower, value), upper: Math.max(upper, value, best) };
}

function ratios(
  sample: readonly CodedStratum[],
  positives: (stratum: CodedStratum) => number,
): Record<keyof Retrieval, number | null> {
  let retrieved = 0;
  let found = 0;
  let relevant = 0;
  for (const stratum of sample) {
    const total = positives(stratum);
    relevant += total;
    if (stratum.stratum !== "retrieved") continue;
    retrieved += stratum.size;
    found += total;
  }
  return {
    precision: retrieved === 0 ? null : found / retrieved,
    recall: relevant === 0 ? null : found / relevant,
    f1: retrieved + relevant === 0 ? null : (2 * found) / (retrieved + relevant),
  };
}
