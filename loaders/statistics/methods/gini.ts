/** A point of a Lorenz curve: both shares run from 0 to 1. */
export interface LorenzPoint {
  readonly populationShare: number;
  readonly amountShare: number;
}

/**
 * The Lorenz curve of amounts over populations: regions ordered by amount per head, from (0, 0) to (1, 1).
 * Lorenz (1905), Publications of the American Statistical Association 9(70), p. 209-219. Units of one rate
 * keep their order; the curve is straight there. Null where the amounts are all 0, or there are none. Throws
 * where lengths differ, an amount is below 0 or a population is not above 0.
 */
export function lorenz(amounts: readonly number[], populations: readonly number[]): LorenzPoint[] | null {
  if (amounts.length !== populations.length) {
    throw new RangeError(`found ${amounts.length} amounts and ${populations.length} populations`);
  }
  if (!amounts.every((x) => x >= 0 && x < Number.POSITIVE_INFINITY) || !populations.every((n) => n > 0)) {
    throw new RangeError(
      "found an amount below 0 or a population of 0, expected amounts >= 0, populations > 0",
    );
  }
  const total = amounts.reduce((sum, x) => sum + x, 0);
  const people = populations.reduce((sum, n) => sum + n, 0);
  if (total === 0) return null;
  const order = amounts.map((_, at) => at);
  order.sort((a, b) => amounts[a]! / populations[a]! - amounts[b]! / populations[b]!);
  const points: LorenzPoint[] = [{ populationShare: 0, amountShare: 0 }];
  let [x, n] = [0, 0];
  for (const at of order) {
    x += amounts[at]!;
    n += populations[at]!;
    points.push({ populationShare: n / people, amountShare: x / total });
  }
  return points;
}

/**
 * The Gini coefficient of amounts over populations: twice the area between the Lorenz curve and the diagonal.
 * 0: the same rate everywhere; near 1: all in one small region. Gini (1914), in its form for grouped data. It
 * knows the inequality between regions only. One region gives 0; all amounts 0, null. Throws as `lorenz`.
 */
export function gini(amounts: readonly number[], populations: readonly number[]): number | null {
  const points = lorenz(amounts, populations);
  if (points === null) return null;
  let area = 0;
  for (let at = 1; at < points.length; at++) {
    const [a, b] = [points[at - 1]!, points[at]!];
    area += a.populationShare * b.amountShare - b.populationShare * a.amountShare;
  }
  return Math.max(0, area);
}
