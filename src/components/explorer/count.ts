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

/** Counts the cells in one pass. Pure. */
export function count(cells: Cells, chosen: Chosen): Counts {
  const { size, stories: weights, codes, values, topicSets } = cells;
  const by = Object.fromEntries(marks.map((mark) => [mark, new Float64Array(values[mark] + 1)])) as Record<
    Mark,
    Float64Array
  >;
  const tests = marks.flatMap((mark) => {
    const pass = passing(cells, chosen, mark);
    return pass === undefined ? [] : [{ column: codes[mark], pass }];
  });
  const sets = new Float64Array(topicSets.length + 1);
  const counted = marks
    .filter((mark) => mark !== "topic")
    .map((mark) => ({ column: codes[mark], into: by[mark] }));
  let sum = 0;
  let uncertain = 0;
  cell: for (let at = 0; at < size; at++) {
    let unknown = false;
    for (const { column, pass } of tests) {
      const code = column[at]!;
      if (code === 0) unknown = true;
      else if (pass[code] === 0) continue cell;
    }
    const weight = weights[at]!;
    if (unknown) {
      uncertain += weight;
      continue;
    }
    sum += weight;
    for (const { column, into } of counted) into[column[at]!]! += weight;
    sets[codes.topic[at]!]! += weight;
  }
  by.topic[0] = sets[0]!;
  for (const [set, topics] of topicSets.entries()) {
    for (const topic of topics) by.topic[topic + 1]! += sets[set + 1]!;
  }
  return { stories: sum, uncertain, by };
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
