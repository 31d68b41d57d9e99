/** A 95 % interval, in the units of its estimate. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}
