import { type Cells, type Mark, marks } from "./data.ts";

/** What is chosen: the code of a value by mark, from 1; a range of quarters. Absent means all. */
export interface Chosen {
  readonly values: Readonly<Partial<Record<Mark, number>>>;
  /** Codes of the first and the last quarter. */
  readonly quarters?: Range;
}

/** First and last code. */
export type Range = readonly [from: number, to: number];

/** The codes of a mark that are chosen; undefined where all are. */
export function rangeOf({ values, quarters }: Chosen, mark: Mark): Range | undefined {
  const value = values[mark];
  if (value !== undefined) return [value, value];
  return mark === "quarter" ? quarters : undefined;
}

export interface Counts {
  /** Stories that have every chosen mark. */
  readonly stories: number;
  /** Stories that may have: each chosen mark is theirs or withheld, and one at least is withheld. */
  readonly uncertain: number;
  /** By mark: stories by code, those whose mark is withheld at 0. A story with two topics counts under both. */
  readonly by: Readonly<Record<Mark, Float64Array>>;
}

/**
 * Counts the cells: a sieve a chosen mark, then one pass for all panels over the cells that are left. `work` is written
 * over; it spares a filter the making of arrays as long as the cells. Pure but for that.
 */
export function count(cells: Cells, chosen: Chosen, work: Work = workFor(cells)): Counts {
  const { size, stories: weights, codes, topicSets, values } = cells;
  const { state, left } = work;
  state.fill(certain);
  for (const mark of marks) {
    const pass = passing(cells, chosen, mark);
    if (pass !== undefined) sieve(codes[mark], pass, state);
  }
  // Sums and places without branches, which processors guess wrong on such data.
  const byState = new Float64Array(4);
  let kept = 0;
  for (let at = 0; at < size; at++) {
    const found = state[at]!;
    byState[found]! += weights[at]!;
    left[kept] = at;
    kept += isIn[found]!;
  }
  const sums = tally(cells, left, kept);
  const by = Object.fromEntries(
    marks.map((mark, at) => [mark, sums.subarray(cells.starts[at]!, cells.starts[at + 1]!)]),
  ) as Record<Mark, Float64Array>;
  const sets = by.topic;
  by.topic = new Float64Array(values.topic + 1);
  by.topic[0] = sets[0]!;
  for (const [set, topics] of topicSets.entries()) {
    for (const topic of topics) by.topic[topic + 1]! += sets[set + 1]!;
  }
  return { stories: byState[certain]!, uncertain: byState[unknown]!, by };
}

/** What `count` works in. */
export interface Work {
  /** Whether a cell has every chosen mark. */
  readonly state: Uint8Array;
  /** Places of cells that have. */
  readonly left: Uint32Array;
}

export function workFor({ size }: Cells): Work {
  return { state: new Uint8Array(size), left: new Uint32Array(size + 1) };
}

const certain = 0;
const unknown = 1;
/** A bit apart from `unknown`: a cell may have both, and is out. */
const out = 2;
const isIn = Uint8Array.of(1, 0, 0, 0);

/** Puts cells out whose mark does not pass, and notes those whose mark is withheld. */
function sieve(column: Uint16Array, pass: Uint8Array, state: Uint8Array): void {
  for (let at = 0; at < column.length; at++) state[at]! |= pass[column[at]!]!;
}

/** The stories of the first `kept` cells of `left`, for all marks one behind the other. */
function tally({ slots, starts, stories }: Cells, left: Uint32Array, kept: number): Float64Array {
  const sums = new Float64Array(starts.at(-1)!);
  const width = marks.length;
  for (let at = 0; at < kept; at++) {
    const cell = left[at]!;
    const weight = stories[cell]!;
    const first = cell * width;
    for (let slot = first; slot < first + width; slot++) sums[slots[slot]!]! += weight;
  }
  return sums;
}

/** For each code of a mark whether cells with it stay, are out or may belong; undefined where all values are chosen. */
function passing({ values, topicSets }: Cells, chosen: Chosen, mark: Mark): Uint8Array | undefined {
  const range = rangeOf(chosen, mark);
  if (range === undefined) return undefined;
  const [from, to] = range;
  if (mark === "topic")
    return Uint8Array.from([unknown, ...topicSets.map((set) => (set.includes(from - 1) ? certain : out))]);
  const pass = new Uint8Array(values[mark] + 1).fill(out);
  pass[0] = unknown;
  return pass.fill(certain, from, to + 1);
}
