import { chiSquareUpperTail } from "./chi-square-tail.ts";
import type { Tail } from "./tail.ts";

export interface Association extends Tail {
  /** Pearson's chi-square, without correction for continuity. */
  readonly statistic: number;
  readonly df: number;
  /** Cramér's V, 0 to 1. It is biased upwards: independent counts do not give 0. */
  readonly v: number;
  /** Bergsma's V with the bias taken off; 0 where nothing is left. */
  readonly vCorrected: number;
}

/**
 * Pearson's test of independence of a table of counts, with Cramér's V (Cramér 1946, "Mathematical Methods of
 * Statistics", p. 282) and its bias-corrected form (Bergsma 2013, "A bias-correction for Cramér's V and
 * Tschuprow's T", Journal of the Korean Statistical Society 42, p. 323-328). The p is of the upper tail.
 * `rows` are of one length. Rows and columns that are 0 throughout are left out; null where fewer than two of
 * either stay. Throws where rows differ in length or a cell is no whole number of 0 or more.
 */
export function association(rows: readonly (readonly number[])[]): Association | null {
  const columnCount = rows[0]?.length ?? 0;
  if (
    !rows.every((row) => row.length === columnCount && row.every((n) => Number.isSafeInteger(n) && n >= 0))
  ) {
    throw new RangeError(`found ${JSON.stringify(rows)}, expected rows of one length of whole numbers`);
  }
  const columnSums = Array.from({ length: columnCount }, (_, at) => sum(rows.map((row) => row[at]!)));
  const keptColumns = columnSums.flatMap((total, at) => (total > 0 ? [at] : []));
  const kept = rows.filter((row) => sum(row) > 0);
  const [r, c] = [kept.length, keptColumns.length];
  if (r < 2 || c < 2) return null;
  const n = sum(columnSums);
  let statistic = 0;
  for (const row of kept) {
    const rowSum = sum(row);
    for (const at of keptColumns) {
      const expected = (rowSum / n) * columnSums[at]!;
      statistic += (row[at]! - expected) ** 2 / expected;
    }
  }
  const df = (r - 1) * (c - 1);
  const phi2 = statistic / n;
  const left = Math.max(0, phi2 - df / (n - 1));
  const [rLeft, cLeft] = [r - (r - 1) ** 2 / (n - 1), c - (c - 1) ** 2 / (n - 1)];
  const room = Math.min(rLeft - 1, cLeft - 1);
  return {
    statistic,
    df,
    v: Math.min(1, Math.sqrt(phi2 / (Math.min(r, c) - 1))),
    vCorrected: left === 0 || room <= 0 ? 0 : Math.min(1, Math.sqrt(left / room)),
    ...chiSquareUpperTail(statistic, df),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
