import type { Factors } from "./nndsvd.ts";
import { nndsvd } from "./nndsvd.ts";
import type { SparseMatrix } from "./tf-idf.ts";

/** A factorisation and what is left: half the squared distance of matrix and product, after each round. */
export interface NmfFit extends Factors {
  readonly objectives: readonly number[];
}

/**
 * Non-negative matrix factorisation, matrix ≈ row columnᵀ, by cyclic coordinate descent on half the squared distance:
 * Cichocki & Phan (2009), "Fast local algorithms for large scale nonnegative matrix and tensor factorizations", IEICE
 * Transactions E92-A; the solver `cd` of scikit-learn. Stops when a round takes less than `tolerance` of what is left,
 * or after `rounds`. Starts from `start`, which stays as it is.
 */
export function nmf(
  matrix: SparseMatrix,
  topics: number,
  { rounds = 100, tolerance = 1e-4, start = nndsvd(matrix, topics) } = {},
): NmfFit {
  const row = Float64Array.from(start.row);
  const column = Float64Array.from(start.column);
  const turned = transposed(matrix);
  let square = 0;
  for (const value of matrix.value) square += value * value;
  const objectives: number[] = [];
  for (let round = 0; round < rounds; round++) {
    improve(matrix, row, column, topics);
    const { product, gram } = improve(turned, column, row, topics);
    const left = objective(square, column, product, gram, topics);
    objectives.push(left);
    const before = objectives.at(-2);
    if (before !== undefined && before - left < tolerance * before) break;
  }
  return { topics, row, column, objectives };
}

/** One cycle over the topics of every row of `own`, with `other` held; returns matrix × other and otherᵀ other. */
function improve(
  matrix: SparseMatrix,
  own: Float64Array,
  other: Float64Array,
  topics: number,
): { product: Float64Array; gram: Float64Array } {
  const gram = new Float64Array(topics * topics);
  for (let base = 0; base < other.length; base += topics) {
    for (let a = 0; a < topics; a++) {
      const x = other[base + a]!;
      if (x === 0) continue;
      for (let b = 0; b < topics; b++) gram[a * topics + b]! += x * other[base + b]!;
    }
  }
  const product = new Float64Array(matrix.rows * topics);
  for (let row = 0; row < matrix.rows; row++) {
    const at = row * topics;
    for (let i = matrix.starts[row]!; i < matrix.starts[row + 1]!; i++) {
      const value = matrix.value[i]!;
      const from = matrix.column[i]! * topics;
      for (let k = 0; k < topics; k++) product[at + k]! += value * other[from + k]!;
    }
    for (let k = 0; k < topics; k++) {
      const curve = gram[k * topics + k]!;
      if (curve === 0) continue;
      let slope = -product[at + k]!;
      for (let j = 0; j < topics; j++) slope += gram[k * topics + j]! * own[at + j]!;
      own[at + k] = Math.max(0, own[at + k]! - slope / curve);
    }
  }
  return { product, gram };
}

/** ½‖X - A Bᵀ‖² = ½(‖X‖² - 2 ⟨B, XᵀA⟩ + ⟨BᵀB, AᵀA⟩), for B `own`, XᵀA `product` and AᵀA `gram`. */
function objective(
  square: number,
  own: Float64Array,
  product: Float64Array,
  gram: Float64Array,
  topics: number,
): number {
  let cross = 0;
  for (let i = 0; i < own.length; i++) cross += own[i]! * product[i]!;
  let both = 0;
  for (let base = 0; base < own.length; base += topics) {
    for (let a = 0; a < topics; a++) {
      for (let b = 0; b < topics; b++) both += own[base + a]! * own[base + b]! * gram[a * topics + b]!;
    }
  }
  return (square - 2 * cross + both) / 2;
}

function transposed({ rows, columns, starts, column, value }: SparseMatrix): SparseMatrix {
  const out = {
    rows: columns,
    columns: rows,
    starts: new Int32Array(columns + 1),
    column: new Int32Array(column.length),
    value: new Float64Array(value.length),
  };
  for (const c of column) out.starts[c + 1]!++;
  for (let c = 0; c < columns; c++) out.starts[c + 1]! += out.starts[c]!;
  const next = Int32Array.from(out.starts);
  for (let row = 0; row < rows; row++) {
    for (let i = starts[row]!; i < starts[row + 1]!; i++) {
      const at = next[column[i]!]!++;
      out.column[at] = row;
      out.value[at] = value[i]!;
    }
  }
  return out;
}

/** By topic of a factorisation: the lemmas' weights. */
export function nmfTopics({ topics, column }: Factors): Float64Array[] {
  const lemmas = column.length / topics;
  return Array.from({ length: topics }, (_, k) =>
    Float64Array.from({ length: lemmas }, (_, lemma) => column[lemma * topics + k]!),
  );
}
