import type { TermMatrix } from "./term-matrix.ts";

/**
 * Normalised pointwise mutual information of two events, -1 to 1: Bouma (2009), "Normalized (pointwise) mutual
 * information in collocation extraction", GSCL. `both`, `first` and `second` are counts of stories of `all`. Never
 * together is -1; 0 where both stand in every story, and where one of them never does.
 */
export function npmi(both: number, first: number, second: number, all: number): number {
  if (first === 0 || second === 0 || both === all) return 0;
  if (both === 0) return -1;
  return Math.log((both * all) / (first * second)) / -Math.log(both / all);
}

/** In which stories some lemmas stand, so that pairs of them can be counted. */
export class StoriesOfLemmas {
  private readonly stories: number;
  private readonly held = new Map<number, Int32Array>();

  constructor(matrix: TermMatrix, lemmas: Iterable<number>) {
    this.stories = matrix.stories.length;
    const lists = new Array<number[] | undefined>(matrix.lemmas.length).fill(undefined);
    for (const lemma of lemmas) lists[lemma] = [];
    for (let story = 0; story < this.stories; story++) {
      for (let i = matrix.starts[story]!; i < matrix.starts[story + 1]!; i++) {
        lists[matrix.lemma[i]!]?.push(story);
      }
    }
    lists.forEach((list, lemma) => {
      if (list !== undefined) this.held.set(lemma, Int32Array.from(list));
    });
  }

  /** The mean NPMI of all pairs of the lemmas; 0 of fewer than two. */
  coherence(lemmas: readonly number[]): number {
    let sum = 0;
    let pairs = 0;
    for (let i = 0; i < lemmas.length; i++) {
      const first = this.held.get(lemmas[i]!)!;
      for (let j = i + 1; j < lemmas.length; j++) {
        const second = this.held.get(lemmas[j]!)!;
        sum += npmi(common(first, second), first.length, second.length, this.stories);
        pairs++;
      }
    }
    return pairs === 0 ? 0 : sum / pairs;
  }
}

/** How many numbers two rising lists have in common. */
function common(first: Int32Array, second: Int32Array): number {
  let both = 0;
  for (let i = 0, j = 0; i < first.length && j < second.length; ) {
    const difference = first[i]! - second[j]!;
    if (difference === 0) both++;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return both;
}
