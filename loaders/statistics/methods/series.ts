/** Throws unless every value of a series is finite: a gap is to be left out or filled before, knowingly. */
export function checkSeries(values: readonly number[]): void {
  const at = values.findIndex((value) => !Number.isFinite(value));
  if (at >= 0)
    throw new RangeError(`found ${values[at]} at place ${at} of a series, expected finite numbers`);
}
