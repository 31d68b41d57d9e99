import type { TermMatrix } from "./term-matrix.ts";

/** A matrix by rows, only its values other than 0: row `r` has `value[i]` in `column[i]` for i in starts[r] .. starts[r + 1]. */
export interface SparseMatrix {
  readonly rows: number;
  readonly columns: number;
  readonly starts: Int32Array;
  readonly column: Int32Array;
  readonly value: Float64Array;
}

/**
 * Counts times ln((1 + stories) / (1 + stories with the lemma)) + 1, each story scaled to length 1: what
 * scikit-learn's TfidfTransformer does unasked.
 */
export function tfIdf({ stories, lemmas, starts, lemma, count }: TermMatrix): SparseMatrix {
  const held = new Float64Array(lemmas.length);
  for (const number of lemma) held[number]!++;
  const value = new Float64Array(lemma.length);
  for (let story = 0; story < stories.length; story++) {
    let square = 0;
    for (let i = starts[story]!; i < starts[story + 1]!; i++) {
      value[i] = count[i]! * (Math.log((1 + stories.length) / (1 + held[lemma[i]!]!)) + 1);
      square += value[i]! ** 2;
    }
    for (let i = starts[story]!; i < starts[story + 1]!; i++) value[i]! /= Math.sqrt(square);
  }
  return { rows: stories.length, columns: lemmas.length, starts, column: lemma, value };
}
