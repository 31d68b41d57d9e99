import { type Cells, type Mark, marks } from "./data.ts";

/** What is chosen: the code of a value by mark, from 1; a range of quarters. Absent means all. */
export interface Chosen {
  readonly values: Readonly<Partial<Record<Mark, number>>>;
  /** Codes of the first and the last quarter. */
  readonly quarters?: readonly [from: number, to: number];
}

export interface Counts {
  /** Stories that have every chosen mark. */
  readonly stories: number;
  /** Stories that may have: each chosen mark is theirs or withheld, and one at least is withheld. */
  readonly uncertain: number;
  /** By mark: stories by code, those whose mark is withheld at 0. A story with two topics counts under both. */
  readonly by: Readonly<Record<Mark, Float64Array>>;
}

/** Counts the cells, a column at a time: short loops over one typed array each are what browsers run fastest. Pure. */
export function count(cells: Cells, chosen: Chosen): Counts {
  const { size, stories: weights, codes, values, topicSets } = cells;
  const weight = Float64Array.from(weights);
  const unknown = new Uint8Array(size);
  for (const mark of marks) {
    const pass = passing(cells, chosen, mark);
    if (pass !== undefined) sieve(codes[mark], pass, weight, unknown);
  }
  let stories = 0;
  let uncertain = 0;
  for (let at = 0; at < size; at++) {
    if (unknown[at] === 0) stories += weight[at]!;
    else {
      uncertain += weight[at]!;
      weight[at] = 0;
    }
  }
  const by = Object.fromEntries(
    marks.map((mark) => [
      mark,
      tally(codes[mark], weight, mark === "topic" ? topicSets.length : values[mark]),
    ]),
  ) as Record<Mark, Float64Array>;
  const sets = by.topic;
  by.topic = new Float64Array(values.topic + 1);
  by.topic[0] = sets[0]!;
  for (const [set, topics] of topicSets.entries()) {
    for (const topic of topics) by.topic[topic + 1]! += sets[set + 1]!;
  }
  return { stories, uncertain, by };
}

/** Takes the weight from cells whose mark does not pass, and notes those whose mark is withheld. */
function sieve(column: Uint16Array, pass: Uint8Array, weight: Float64Array, unknown: Uint8Array): void {
  for (let at = 0; at < column.length; at++) {
    const code = column[at]!;
    if (code === 0) unknown[at] = 1;
    else if (pass[code] === 0) weight[at] = 0;
  }
}

function tally(column: Uint16Array, weight: Float64Array, values: number): Float64Array {
  const sums = new Float64Array(values + 1);
  for (let at = 0; at < column.length; at++) sums[column[at]!]! += weight[at]!;
  return sums;
}

/** 1 for each code of a mark that is chosen; undefined where all are. */
function passing({ values, topicSets }: Cells, chosen: Chosen, mark: Mark): Uint8Array | undefined {
  const value = chosen.values[mark];
  if (mark === "topic") {
    if (value === undefined) return undefined;
    return Uint8Array.from([0, ...topicSets.map((set) => (set.includes(value - 1) ? 1 : 0))]);
  }
  const range = mark === "quarter" ? chosen.quarters : undefined;
  if (value === undefined && range === undefined) return undefined;
  const pass = new Uint8Array(values[mark] + 1);
  if (range === undefined) pass[value!] = 1;
  else pass.fill(1, range[0], range[1] + 1);
  return pass;
}
