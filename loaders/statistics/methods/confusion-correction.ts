/**
 * The true shares of several classes behind the shares that a machine found: the solution of
 * found[j] = sum over i of true[i] P(j | i), with P from posts that people coded: Buonaccorsi (2010), "Measurement
 * Error", 2.3; for two classes it is Rogan and Gladen's. `found` holds counts by class; `coded[i][j]` how many
 * posts of class i by people the machine put in j. Shares come out as they are and add up to 1; one below 0 says
 * that machine and sample disagree. An interval is for a bootstrap of all counts. Null where a class was not
 * coded, nothing was found, or the classes cannot be told apart (no inverse). Throws where shapes differ or a
 * count is no whole number.
 */
export function correctShares(
  found: readonly number[],
  coded: readonly (readonly number[])[],
): readonly number[] | null {
  const k = found.length;
  if (coded.length !== k || coded.some((row) => row.length !== k)) {
    throw new RangeError(
      `found ${k} classes and a table of ${coded.length} rows, expected ${k} rows of ${k}`,
    );
  }
  if (![...found, ...coded.flat()].every((count) => Number.isSafeInteger(count) && count >= 0)) {
    throw new RangeError("found a count that is no whole number of 0 or more");
  }
  const total = found.reduce((sum, count) => sum + count, 0);
  const rowSums = coded.map((row) => row.reduce((sum, count) => sum + count, 0));
  if (total === 0 || rowSums.some((sum) => sum === 0)) return null;
  return solve(found.map((count, j) => [...coded.map((row, i) => row[j]! / rowSums[i]!), count / total]));
}

/** Solves a linear system, its right side the last column, by elimination with the largest pivot; null if none. */
function solve(rows: number[][]): number[] | null {
  const k = rows.length;
  for (let column = 0; column < k; column++) {
    let pivot = column;
    for (let row = column; row < k; row++) {
      if (Math.abs(rows[row]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = row;
    }
    if (Math.abs(rows[pivot]![column]!) < 1e-12) return null;
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    const head = rows[column]!;
    rows.forEach((row, at) => {
      if (at === column) return;
      const factor = row[column]! / head[column]!;
      for (let place = column; place <= k; place++) row[place]! -= factor * head[place]!;
    });
  }
  return rows.map((row, at) => row[k]! / row[at]!);
}
