/** A tail's probability. `p` is 0 where it is below the smallest number; `logP`, natural, keeps its digits. */
export interface Tail {
  readonly p: number;
  readonly logP: number;
}

/** A tail from its natural logarithm. */
export function tailOf(logP: number): Tail {
  const log = Math.min(0, logP);
  return { p: Math.exp(log), logP: log };
}
