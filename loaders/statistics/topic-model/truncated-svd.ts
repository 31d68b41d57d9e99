import { seeded } from "../../random.ts";
import { symmetricEigen } from "./symmetric-eigen.ts";
import type { SparseMatrix } from "./tf-idf.ts";

/** The largest singular values, falling, with their left (by row) and right (by column) vectors of length 1. */
export interface TruncatedSvd {
  readonly values: number[];
  readonly left: Float64Array[];
  readonly right: Float64Array[];
}

/**
 * The `rank` largest singular values of a sparse matrix by subspace iteration with Rayleigh-Ritz steps: Halko,
 * Martinsson & Tropp (2011), "Finding structure with randomness", SIAM Review 53, here from a fixed start and until
 * the values stand still to a relative `tolerance`, or for `most` rounds. Deterministic.
 */
export function truncatedSvd(
  matrix: SparseMatrix,
  rank: number,
  tolerance = 1e-12,
  most = 300,
): TruncatedSvd {
  const width = Math.min(rank + 10, matrix.rows, matrix.columns);
  const random = seeded(1, "singular values");
  let basis: Float64Array[] = Array.from({ length: width }, () =>
    Float64Array.from({ length: matrix.columns }, () => random() - 0.5),
  );
  let values: number[] = [];
  for (let round = 0; round < most; round++) {
    basis = orthonormal(basis);
    const images = basis.map((vector) => times(matrix, vector));
    const { values: squares, vectors } = symmetricEigen(
      images.map((one) => Float64Array.from(images, (x) => dot(one, x))),
    );
    const before = values;
    values = squares.map((square) => Math.sqrt(Math.max(0, square)));
    const still = values
      .slice(0, rank)
      .every((value, i) => Math.abs(value - (before[i] ?? Number.NaN)) <= tolerance * (values[0] ?? 0));
    const turnedImages = vectors.map((weights) => combined(images, weights));
    if (still || round === most - 1) {
      const right = vectors.map((weights) => combined(basis, weights)).slice(0, rank);
      const left = turnedImages
        .slice(0, rank)
        .map((image, i) => image.map((x) => (values[i]! > 0 ? x / values[i]! : 0)));
      return { values: values.slice(0, rank), left, right };
    }
    basis = turnedImages.map((image) => transposedTimes(matrix, image));
  }
  return { values: [], left: [], right: [] };
}

function times({ rows, starts, column, value }: SparseMatrix, vector: Float64Array): Float64Array {
  const out = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    let sum = 0;
    for (let i = starts[row]!; i < starts[row + 1]!; i++) sum += value[i]! * vector[column[i]!]!;
    out[row] = sum;
  }
  return out;
}

function transposedTimes(
  { rows, columns, starts, column, value }: SparseMatrix,
  vector: Float64Array,
): Float64Array {
  const out = new Float64Array(columns);
  for (let row = 0; row < rows; row++) {
    for (let i = starts[row]!; i < starts[row + 1]!; i++) out[column[i]!]! += value[i]! * vector[row]!;
  }
  return out;
}

/** Gram and Schmidt, twice for each vector, which keeps them at right angles to the last digits. */
function orthonormal(vectors: readonly Float64Array[]): Float64Array[] {
  const out: Float64Array[] = [];
  for (const vector of vectors) {
    const own = Float64Array.from(vector);
    const begun = Math.sqrt(dot(own, own));
    for (let pass = 0; pass < 2; pass++) {
      for (const other of out) {
        const part = dot(own, other);
        for (let i = 0; i < own.length; i++) own[i]! -= part * other[i]!;
      }
    }
    const length = Math.sqrt(dot(own, own));
    out.push(length > 1e-13 * begun ? own.map((x) => x / length) : new Float64Array(own.length));
  }
  return out;
}

function combined(vectors: readonly Float64Array[], weights: Float64Array): Float64Array {
  const out = new Float64Array(vectors[0]!.length);
  vectors.forEach((vector, k) => {
    for (let i = 0; i < out.length; i++) out[i]! += weights[k]! * vector[i]!;
  });
  return out;
}

function dot(first: Float64Array, second: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < first.length; i++) sum += first[i]! * second[i]!;
  return sum;
}
