import { readFileSync } from "node:fs";
import { type TermMatrix, termMatrix } from "../../../loaders/statistics/topic-model/term-matrix.ts";

type Triple = [story: number, lemma: number, count: number];

/** What gensim, scikit-learn and SciPy made of a corpus of known topics: tests/reference/topic-model/make.py. */
export const reference = JSON.parse(
  readFileSync(new URL("../../reference/topic-model/topic-model.json", import.meta.url), "utf8"),
) as {
  topics: number;
  lemmas: number;
  alpha: number;
  beta: number;
  truth: number[][];
  train: Triple[];
  seen: Triple[];
  hidden: Triple[];
  perplexity: { truth: number; gensim: number; sklearn: number };
  coherence: { words: number[][]; npmi: number[] };
  tfidf: Triple[];
  singular_values: number[];
  nmf: {
    start: { objective: number };
    steps: { rounds: number; objective: number }[];
    own_start: number;
  };
  assignment: { gain: number[][]; sum: number }[];
  log_gamma: [number, number][];
};

export const everything = { minStories: 0, maxShare: 1 };

export const lemmaName = (lemma: number): string => `w${String(lemma).padStart(3, "0")}`;
const storyName = (story: number): string => `s${String(story).padStart(4, "0")}`;

/** The triples as a matrix of all lemmas of the reference, in its order. */
export function matrixOf(triples: readonly Triple[]): TermMatrix {
  const matrix = termMatrix(
    triples.map(([story, lemma, count]) => ({ story: storyName(story), lemma: lemmaName(lemma), count })),
    everything,
  );
  const lemmas = Array.from({ length: reference.lemmas }, (_, lemma) => lemmaName(lemma));
  const number = matrix.lemmas.map((lemma) => lemmas.indexOf(lemma));
  return { ...matrix, lemmas, lemma: matrix.lemma.map((lemma) => number[lemma]!) };
}
