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
 *
 * Vectors that are multiplied stand side by side, `width` numbers a row, so that a row of each is read at one place.
 */
export function truncatedSvd(
  matrix: SparseMatrix,
  rank: number,
  tolerance = 1e-12,
  most = 300,
): TruncatedSvd {
  const width = Math.min(rank + 10, matrix.rows, matrix.columns);
  const random = seeded(1, "singular values");
  let vectors: Float64Array[] = Array.from({ length: width }, () =>
    Float64Array.from({ length: matrix.columns }, () => random() - 0.5),
  );
  let values: number[] = [];
  for (let round = 0; round < most; round++) {
    const basis = sideBySide(orthonormal(vectors));
    const images = times(matrix, basis, width);
    const { values: squares, vectors: weights } = symmetricEigen(gramOf(images, width));
    const before = values;
    values = squares.map((square) => Math.sqrt(Math.max(0, square)));
    const still = values
      .slice(0, rank)
      .every((value, i) => Math.abs(value - (before[i] ?? Number.NaN)) <= tolerance * (values[0] ?? 0));
    const turnedImages = combined(images, weights);
    if (still || round === most - 1) {
      const right = apart(combined(basis, weights), width).slice(0, rank);
      const left = apart(turnedImages, width)
        .slice(0, rank)
        .map((image, i) => image.map((x) => (values[i]! > 0 ? x / values[i]! : 0)));
      return { values: values.slice(0, rank), left, right };
    }
    vectors = apart(transposedTimes(matrix, turnedImages, width), width);
  }
  return { values: [], left: [], right: [] };
}

/** Vectors of one length as rows of one number of each. */
function sideBySide(vectors: readonly Float64Array[]): Float64Array {
  const width = vectors.length;
  const out = new Float64Array(width * (vectors[0]?.length ?? 0));
  vectors.forEach((vector, k) => {
    for (let i = 0; i < vector.length; i++) out[i * width + k] = vector[i]!;
  });
  return out;
}

function apart(rows: Float64Array, width: number): Float64Array[] {
  const length = rows.length / width;
  return Array.from({ length: width }, (_, k) => {
    const vector = new Float64Array(length);
    for (let i = 0; i < length; i++) vector[i] = rows[i * width + k]!;
    return vector;
  });
}

function times(matrix: SparseMatrix, vectors: Float64Array, width: number): Float64Array {
  const { rows, starts, column, value } = matrix;
  const out = new Float64Array(rows * width);
  for (let row = 0; row < rows; row++) {
    for (let i = starts[row]!; i < starts[row + 1]!; i++) {
      addTo(out, row * width, vectors, column[i]! * width, value[i]!, width);
    }
  }
  return out;
}

function transposedTimes(matrix: SparseMatrix, vectors: Float64Array, width: number): Float64Array {
  const { rows, columns, starts, column, value } = matrix;
  const out = new Float64Array(columns * width);
  for (let row = 0; row < rows; row++) {
    for (let i = starts[row]!; i < starts[row + 1]!; i++) {
      addTo(out, column[i]! * width, vectors, row * width, value[i]!, width);
    }
  }
  return out;
}

/** Adds `weight` times a row of `from` to a row of `out`. */
function addTo(
  out: Float64Array,
  at: number,
  from: Float64Array,
  place: number,
  weight: number,
  width: number,
): void {
  for (let k = 0; k < width; k++) out[at + k]! += weight * from[place + k]!;
}

/** The products of each two of the vectors. */
function gramOf(vectors: Float64Array, width: number): Float64Array[] {
  const gram = Array.from({ length: width }, () => new Float64Array(width));
  for (let at = 0; at < vectors.length; at += width) {
    for (let a = 0; a < width; a++) {
      const x = vectors[at + a]!;
      const line = gram[a]!;
      for (let b = a; b < width; b++) line[b]! += x * vectors[at + b]!;
    }
  }
  for (let a = 0; a < width; a++) for (let b = 0; b < a; b++) gram[a]![b] = gram[b]![a]!;
  return gram;
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

/** Sums of the vectors, each with weights of its own. Four at a time: the sum of one would wait for each of its terms. */
function combined(vectors: Float64Array, weights: readonly Float64Array[]): Float64Array {
  const width = weights.length;
  const out = new Float64Array(vectors.length);
  for (let at = 0; at < vectors.length; at += width) {
    let j = 0;
    for (; j + 4 <= width; j += 4) {
      const [first, second, third, fourth] = [weights[j]!, weights[j + 1]!, weights[j + 2]!, weights[j + 3]!];
      let [one, two, three, four] = [0, 0, 0, 0];
      for (let k = 0; k < width; k++) {
        const x = vectors[at + k]!;
        one += first[k]! * x;
        two += second[k]! * x;
        three += third[k]! * x;
        four += fourth[k]! * x;
      }
      out[at + j] = one;
      out[at + j + 1] = two;
      out[at + j + 2] = three;
      out[at + j + 3] = four;
    }
    for (; j < width; j++) {
      const own = weights[j]!;
      let sum = 0;
      for (let k = 0; k < width; k++) sum += own[k]! * vectors[at + k]!;
      out[at + j] = sum;
    }
  }
  return out;
}

function dot(first: Float64Array, second: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < first.length; i++) sum += first[i]! * second[i]!;
  return sum;
}
