import type { SparseMatrix } from "./tf-idf.ts";
import { truncatedSvd } from "./truncated-svd.ts";

/** Two factors without a negative number: by row and by column of the matrix, then topic. */
export interface Factors {
  readonly topics: number;
  readonly row: Float64Array;
  readonly column: Float64Array;
}

/** What is smaller becomes 0, as scikit-learn has it. */
const least = 1e-6;

/**
 * Where the factorisation starts: of each pair of singular vectors the positive or the negative parts, whichever are
 * longer; of the first pair, which has one sign, the sizes. Boutsidis & Gallopoulos (2008), "SVD based initialization",
 * Pattern Recognition 41. No chance in it. `rounds` of subspace iteration at most: a start need
 * not be exact (scikit-learn takes 4 to 7).
 */
export function nndsvd(matrix: SparseMatrix, topics: number, rounds = 8): Factors {
  const { values, left, right } = truncatedSvd(matrix, topics, 1e-12, rounds);
  const row = new Float64Array(matrix.rows * topics);
  const column = new Float64Array(matrix.columns * topics);
  values.forEach((value, k) => {
    if (k === 0) {
      place(row, left[0]!.map(Math.abs), topics, 0, Math.sqrt(value));
      place(column, right[0]!.map(Math.abs), topics, 0, Math.sqrt(value));
      return;
    }
    const [up, down] = [1, -1].map((sign) => {
      const ofRow = left[k]!.map((x) => Math.max(0, sign * x));
      const ofColumn = right[k]!.map((x) => Math.max(0, sign * x));
      return { ofRow, ofColumn, rowLength: length(ofRow), columnLength: length(ofColumn) };
    });
    const chosen = up!.rowLength * up!.columnLength > down!.rowLength * down!.columnLength ? up! : down!;
    const { ofRow, ofColumn, rowLength, columnLength } = chosen;
    const weight = Math.sqrt(value * rowLength * columnLength);
    if (weight === 0) return;
    place(row, ofRow, topics, k, weight / rowLength);
    place(column, ofColumn, topics, k, weight / columnLength);
  });
  return { topics, row, column };
}

function place(
  target: Float64Array,
  vector: Float64Array,
  topics: number,
  topic: number,
  weight: number,
): void {
  for (let i = 0; i < vector.length; i++) {
    const value = weight * vector[i]!;
    target[i * topics + topic] = value < least ? 0 : value;
  }
}

function length(vector: Float64Array): number {
  let square = 0;
  for (const x of vector) square += x * x;
  return Math.sqrt(square);
}
