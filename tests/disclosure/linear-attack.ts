/** A number that an attacker wants, and what was published of it: the numbers that it can be. */
export interface Unknown {
  readonly name: string;
  low: number;
  high: number;
}

/** Terms that sum to `sum`: unknowns by number, with their factors. */
export interface Equation {
  readonly terms: readonly (readonly [unknown: number, factor: number])[];
  readonly sum: number;
}

/**
 * The unknowns that equations determine, by number. Two attacks, by turns until neither finds more: bounds are carried
 * from equation to equation (interval propagation on whole numbers, which uses that counts are not below 0), and
 * equations are subtracted from each other (Gauss and Jordan, modulo a prime: a row with one unknown left determines it).
 * What is determined has its value for both bounds then.
 */
export function determined(unknowns: readonly Unknown[], equations: readonly Equation[]): number[] {
  const left = [...equations];
  for (let before = -1; ; ) {
    propagate(unknowns, left);
    const known = unknowns.filter(({ low, high }) => low === high).length;
    if (known === before) break;
    before = known;
    for (const [at, value] of solved(unknowns, left)) {
      const one = unknowns[at]!;
      if (value < one.low || value > one.high)
        throw new Error(`found ${value} for ${one.name}, expected ${one.low} to ${one.high}`);
      one.low = value;
      one.high = value;
    }
  }
  return unknowns.flatMap(({ low, high }, at) => (low === high ? [at] : []));
}

/** Narrows the unknowns' bounds by each equation until none gives more. Throws where an equation has no solution. */
function propagate(unknowns: readonly Unknown[], equations: readonly Equation[]): void {
  const users = new Map<number, Set<number>>();
  equations.forEach(({ terms }, at) => {
    for (const [unknown] of terms) {
      const known = users.get(unknown);
      if (known === undefined) users.set(unknown, new Set([at]));
      else known.add(at);
    }
  });
  const queue = new Set(equations.keys());
  for (const at of queue) {
    queue.delete(at);
    const { terms, sum } = equations[at]!;
    let [low, high] = [-sum, -sum];
    let [openLow, openHigh] = [0, 0];
    const reach = terms.map(([unknown, factor]) => {
      const { low: from, high: to } = unknowns[unknown]!;
      const ends = factor > 0 ? [factor * from, factor * to] : [factor * to, factor * from];
      if (Number.isFinite(ends[0]!)) low += ends[0]!;
      else openLow++;
      if (Number.isFinite(ends[1]!)) high += ends[1]!;
      else openHigh++;
      return ends as [number, number];
    });
    terms.forEach(([unknown, factor], term) => {
      const one = unknowns[unknown]!;
      const [from, to] = reach[term]!;
      const othersLow = openLow - (Number.isFinite(from) ? 0 : 1) > 0 ? -Infinity : low - finite(from);
      const othersHigh = openHigh - (Number.isFinite(to) ? 0 : 1) > 0 ? Infinity : high - finite(to);
      const ends = [-othersHigh / factor, -othersLow / factor].sort((a, b) => a - b);
      const next = [
        Math.max(one.low, Math.ceil(ends[0]!)),
        Math.min(one.high, Math.floor(ends[1]!)),
      ] as const;
      if (next[0] > next[1]) throw new Error(`found no number for ${one.name}: an equation does not hold`);
      if (next[0] === one.low && next[1] === one.high) return;
      one.low = next[0];
      one.high = next[1];
      for (const other of users.get(unknown)!) queue.add(other);
    });
  }
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : 0;
}

/** Numbers up to half of it, below 0 too, are told apart. */
const prime = 67_108_859;
/** In a row, what its terms sum to, below 0. Not a number of an unknown. */
const SUM = -1;

/** The unknowns that stand alone in a row of the equations' reduced echelon form, and their values. */
function solved(
  unknowns: readonly Unknown[],
  equations: readonly Equation[],
): (readonly [unknown: number, value: number])[] {
  const rows = new Map<number, Map<number, number>>();
  for (const { terms, sum } of equations) {
    const row = new Map<number, number>();
    let rest = -sum;
    for (const [unknown, factor] of terms) {
      const { low, high } = unknowns[unknown]!;
      if (low !== high) add(row, unknown, modulo(factor));
      else rest += factor * low;
    }
    add(row, SUM, modulo(rest));
    for (const at of [...row.keys()]) {
      const factor = row.get(at);
      const pivot = rows.get(at);
      if (factor !== undefined && pivot !== undefined) subtract(row, pivot, factor);
    }
    const first = [...row.keys()].find((at) => at !== SUM);
    if (first === undefined) {
      if (row.size > 0) throw new Error("found equations that no numbers solve");
      continue;
    }
    const inverse = power(row.get(first)!, prime - 2);
    for (const [at, value] of row) row.set(at, times(value, inverse));
    for (const other of rows.values()) {
      const factor = other.get(first);
      if (factor !== undefined) subtract(other, row, factor);
    }
    rows.set(first, row);
  }
  return [...rows].flatMap(([at, row]) => {
    if (row.size > (row.has(SUM) ? 2 : 1)) return [];
    const value = modulo(-(row.get(SUM) ?? 0));
    return [[at, value > prime / 2 ? value - prime : value] as const];
  });
}

function modulo(value: number): number {
  return ((value % prime) + prime) % prime;
}

function subtract(row: Map<number, number>, other: ReadonlyMap<number, number>, factor: number): void {
  for (const [at, value] of other) add(row, at, prime - times(value, factor));
}

function add(row: Map<number, number>, at: number, value: number): void {
  const sum = ((row.get(at) ?? 0) + value) % prime;
  if (sum === 0) row.delete(at);
  else row.set(at, sum);
}

function times(a: number, b: number): number {
  // The product of two numbers of 26 bits is exact in 53.
  return (a * b) % prime;
}

function power(base: number, exponent: number): number {
  let result = 1;
  for (let left = exponent, square = base; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = times(result, square);
    square = times(square, square);
  }
  return result;
}
