export interface Timing {
  readonly what: string;
  /** Milliseconds, one a run. */
  readonly values: readonly number[];
  /** What the median may be at most, in milliseconds; none where the time is only told. */
  readonly limit?: number;
}

/** The middle of some values, of an even number the upper; NaN of none. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

/** Prints each timing's median, its most and its limit, and says whether every median is within its limit. A timing without values is not. */
export function within(
  timings: readonly Timing[],
  print: (line: string) => void = (line) => process.stdout.write(line),
): boolean {
  let kept = true;
  for (const { what, values, limit } of timings) {
    const middle = median(values);
    const over = values.length === 0 || (limit !== undefined && middle > limit);
    if (over) kept = false;
    const said = limit === undefined ? "" : `, limit ${limit} ms${over ? ": TOO SLOW" : ""}`;
    print(`${what}: median ${middle.toFixed(1)} ms (${Math.max(...values).toFixed(0)} at most)${said}\n`);
  }
  return kept;
}
