/**
 * Eigenvalues, falling, and eigenvectors of a small symmetric matrix, by Jacobi's rotations: Golub & Van Loan,
 * *Matrix Computations*, 8.5. `vectors[i]` belongs to `values[i]` and has length 1.
 */
export function symmetricEigen(matrix: readonly Float64Array[]): {
  values: number[];
  vectors: Float64Array[];
} {
  const n = matrix.length;
  const a = matrix.map((row) => Float64Array.from(row));
  const v = a.map((_, i) => Float64Array.from({ length: n }, (_, j) => (i === j ? 1 : 0)));
  for (let round = 0; round < 60; round++) {
    let off = 0;
    let all = 0;
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        all += a[i]![j]! ** 2;
        if (i !== j) off += a[i]![j]! ** 2;
      }
    }
    if (off <= 1e-30 * all) break;
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotate(a, v, p, q);
  }
  const order = a.map((_, i) => i).sort((i, j) => a[j]![j]! - a[i]![i]!);
  return { values: order.map((i) => a[i]![i]!), vectors: order.map((i) => v[i]!) };
}

/** Makes a[p][q] 0; the rows of `v` are the eigenvectors so far. */
function rotate(a: Float64Array[], v: Float64Array[], p: number, q: number): void {
  const apq = a[p]![q]!;
  if (apq === 0) return;
  const theta = (a[q]![q]! - a[p]![p]!) / (2 * apq);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta ** 2 + 1));
  const c = 1 / Math.sqrt(t ** 2 + 1);
  const s = t * c;
  for (const row of a) {
    const [x, y] = [row[p]!, row[q]!];
    row[p] = c * x - s * y;
    row[q] = s * x + c * y;
  }
  for (const rows of [a, v]) {
    const [first, second] = [rows[p]!, rows[q]!];
    for (let k = 0; k < first.length; k++) {
      const [x, y] = [first[k]!, second[k]!];
      first[k] = c * x - s * y;
      second[k] = s * x + c * y;
    }
  }
}
