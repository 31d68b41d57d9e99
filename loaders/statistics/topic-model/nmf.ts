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
 * or after `rounds`. Starts from `start`, which stays as it is. What is left is ½(‖X‖² - 2 ⟨B, XᵀA⟩ + ⟨BᵀB, AᵀA⟩).
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
  let gram = gramOf(column, topics);
  for (let round = 0; round < rounds; round++) {
    improve(matrix, row, column, gram, topics);
    const rowGram = gramOf(row, topics);
    const product = improve(turned, column, row, rowGram, topics);
    gram = gramOf(column, topics);
    const left = (square - 2 * dot(column, product) + dot(gram, rowGram)) / 2;
    objectives.push(left);
    const before = objectives.at(-2);
    if (before !== undefined && before - left < tolerance * before) break;
  }
  return { topics, row, column, objectives };
}

/** factorᵀ factor, topic by topic. */
function gramOf(factor: Float64Array, topics: number): Float64Array {
  const gram = new Float64Array(topics * topics);
  for (let base = 0; base < factor.length; base += topics) {
    for (let a = 0; a < topics; a++) {
      const x = factor[base + a]!;
      if (x === 0) continue;
      for (let b = a; b < topics; b++) gram[a * topics + b]! += x * factor[base + b]!;
    }
  }
  for (let a = 0; a < topics; a++) {
    for (let b = 0; b < a; b++) gram[a * topics + b] = gram[b * topics + a]!;
  }
  return gram;
}

/** One cycle over the topics of every row of `own`, with `other` and its `gram` held; returns matrix × other. */
function improve(
  matrix: SparseMatrix,
  own: Float64Array,
  other: Float64Array,
  gram: Float64Array,
  topics: number,
): Float64Array {
  const product = new Float64Array(matrix.rows * topics);
  for (let row = 0; row < matrix.rows; row++) {
    const at = row * topics;
    for (let i = matrix.starts[row]!; i < matrix.starts[row + 1]!; i++) {
      const value = matrix.value[i]!;
      const from = matrix.column[i]! * topics;
      for (let k = 0; k < topics; k++) product[at + k]! += value * other[from + k]!;
    }
  }
  // Rows know nothing of each other. Four at a time: the sum of one would wait for each of its terms.
  let row = 0;
  for (; row + 4 <= matrix.rows; row += 4) improveFour(own, product, gram, topics, row * topics);
  for (; row < matrix.rows; row++) improveOne(own, product, gram, topics, row * topics);
  return product;
}

function improveOne(
  own: Float64Array,
  product: Float64Array,
  gram: Float64Array,
  topics: number,
  at: number,
): void {
  for (let k = 0, line = 0; k < topics; k++, line += topics) {
    const curve = gram[line + k]!;
    if (curve === 0) continue;
    let slope = -product[at + k]!;
    for (let j = 0; j < topics; j++) slope += gram[line + j]! * own[at + j]!;
    own[at + k] = Math.max(0, own[at + k]! - slope / curve);
  }
}

/** The same for four rows that follow each other, to the same bits. */
function improveFour(
  own: Float64Array,
  product: Float64Array,
  gram: Float64Array,
  topics: number,
  first: number,
): void {
  const [second, third, fourth] = [first + topics, first + 2 * topics, first + 3 * topics];
  for (let k = 0, line = 0; k < topics; k++, line += topics) {
    const curve = gram[line + k]!;
    if (curve === 0) continue;
    let one = -product[first + k]!;
    let two = -product[second + k]!;
    let three = -product[third + k]!;
    let four = -product[fourth + k]!;
    for (let j = 0; j < topics; j++) {
      const weight = gram[line + j]!;
      one += weight * own[first + j]!;
      two += weight * own[second + j]!;
      three += weight * own[third + j]!;
      four += weight * own[fourth + j]!;
    }
    own[first + k] = Math.max(0, own[first + k]! - one / curve);
    own[second + k] = Math.max(0, own[second + k]! - two / curve);
    own[third + k] = Math.max(0, own[third + k]! - three / curve);
    own[fourth + k] = Math.max(0, own[fourth + k]! - four / curve);
  }
}

function dot(first: Float64Array, second: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < first.length; i++) sum += first[i]! * second[i]!;
  return sum;
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
