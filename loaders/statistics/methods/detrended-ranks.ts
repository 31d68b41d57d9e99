import { ranks } from "./ranks.ts";
import { theilSen } from "./theil-sen.ts";

/** Digits of the largest value within which what a slope leaves is a tie: beyond them stands only the noise of floating point. */
const tieDigits = 1e-10;

/** The ranks of what the Theil-Sen slope leaves of a series, less their mean, and the places of the values in time. */
export interface DetrendedRanks {
  readonly deviations: readonly number[];
  readonly steps: readonly number[];
}

/**
 * The ranks of what the Theil-Sen slope leaves of values at whole `steps` of equal length, rising; a step without a value
 * is left out. Values that differ by no more than rounding share their rank.
 */
export function detrendedRanks(values: readonly number[], steps: readonly number[]): DetrendedRanks {
  const slope = theilSen(steps, values)?.slope ?? 0;
  const largest = values.reduce(
    (most, value, at) => Math.max(most, Math.abs(value), Math.abs(slope * steps[at]!)),
    0,
  );
  const unit = largest * tieDigits;
  const left = values.map((value, at) => {
    const rest = value - slope * steps[at]!;
    return unit === 0 ? 0 : Math.round(rest / unit);
  });
  const mean = (values.length + 1) / 2;
  return { deviations: ranks(left).map((rank) => rank - mean), steps };
}

/**
 * The autocorrelation of detrended ranks at a lag, and the number of pairs that stand so many steps apart. Null where
 * all ranks are one. Without gaps it is the usual estimate, with the sum over pairs divided by the number of values.
 */
export function autocorrelation(
  { deviations, steps }: DetrendedRanks,
  lag: number,
): { readonly correlation: number; readonly pairs: number } | null {
  const variance = deviations.reduce((sum, value) => sum + value * value, 0);
  if (variance === 0) return null;
  const places = new Map(steps.map((step, at) => [step, at]));
  let [sum, pairs] = [0, 0];
  for (const [at, step] of steps.entries()) {
    const before = places.get(step - lag);
    if (before === undefined) continue;
    sum += deviations[at]! * deviations[before]!;
    pairs++;
  }
  return { correlation: sum / variance, pairs };
}
