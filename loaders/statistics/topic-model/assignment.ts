/**
 * The pairing of rows with columns of a square matrix that has the largest sum: by row, its column. Kuhn (1955), "The
 * Hungarian method for the assignment problem", Naval Research Logistics 2, with potentials and shortest augmenting
 * paths, O(n^3). Throws where the matrix is not square or holds what is no number.
 */
export function bestAssignment(gain: readonly (readonly number[])[]): number[] {
  const n = gain.length;
  if (gain.some((row) => row.length !== n || row.some((value) => !Number.isFinite(value)))) {
    throw new RangeError(`found a matrix that is not ${n} by ${n} finite numbers, expected one`);
  }
  const rowPotential = new Float64Array(n + 1);
  const columnPotential = new Float64Array(n + 1);
  // Column 0 stands for the row that is being placed; rows and columns count from 1.
  const rowOf = new Int32Array(n + 1);
  for (let row = 1; row <= n; row++) {
    const least = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY);
    const before = new Int32Array(n + 1);
    const done = new Uint8Array(n + 1);
    rowOf[0] = row;
    let column = 0;
    do {
      done[column] = 1;
      const from = rowOf[column]!;
      let step = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let j = 1; j <= n; j++) {
        if (done[j]) continue;
        const cost = -gain[from - 1]![j - 1]! - rowPotential[from]! - columnPotential[j]!;
        if (cost < least[j]!) {
          least[j] = cost;
          before[j] = column;
        }
        if (least[j]! < step) {
          step = least[j]!;
          next = j;
        }
      }
      for (let j = 0; j <= n; j++) {
        if (done[j]) {
          rowPotential[rowOf[j]!]! += step;
          columnPotential[j]! -= step;
        } else least[j]! -= step;
      }
      column = next;
    } while (rowOf[column] !== 0);
    for (; column !== 0; column = before[column]!) rowOf[column] = rowOf[before[column]!]!;
  }
  const out = new Array<number>(n).fill(0);
  for (let j = 1; j <= n; j++) out[rowOf[j]! - 1] = j - 1;
  return out;
}
