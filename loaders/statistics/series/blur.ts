/** A period of a series: its value, the count that the value rests on, and what one more would add to the value. */
export interface BlurredPeriod {
  readonly value: number;
  readonly count: number;
  readonly worth: number;
}

/**
 * The step that what is said of single periods is rounded to, or 0 where it may be said exactly: the smallest of 1, 2 or 5
 * times a power of ten by which no count is told more closely than to `threshold` numbers. It may be said exactly where
 * no period's count, nor of a share what is left of its total, is above 0 and below `threshold`.
 */
export function blurStep(periods: readonly BlurredPeriod[], threshold: number): number {
  const isSmall = (count: number) => count > 1e-9 && count < threshold - 1e-9;
  const known = periods.filter(({ worth }) => Number.isFinite(worth));
  const some = known.some(
    ({ value, count, worth }) => isSmall(count) || (value <= 1 && isSmall((1 - value) / worth)),
  );
  if (!some) return 0;
  const least = threshold * Math.max(...known.map(({ worth }) => worth));
  const power = 10 ** Math.floor(Math.log10(least));
  return [1, 2, 5, 10].map((times) => times * power).find((step) => step >= least * (1 - 1e-9))!;
}

/** A number to a multiple of `step`, the nearest unless `round` says which; itself where `step` is 0. */
export function blurred(value: number | null, step: number, round = Math.round): number | null {
  if (value === null || step === 0) return value;
  const whole = round(value / step);
  // By division where the step is below 1, so that 0.02 is not 0.020000000000000004.
  const result = step < 1 ? whole / Math.round(1 / step) : whole * step;
  return result === 0 ? 0 : result;
}
