import { grown } from "../language/grown.ts";

/**
 * Stretches of words in one number each, so that they sort as numbers and are compared without an object: first word
 * times 2^26 plus last word, in order. The twin of `near.ts`, which keeps the sides for evidence.
 */
const RADIX = 2 ** 26;
/** Words that a text may have: more would not fit in one number with 53 bits. */
export const MOST_WORDS = RADIX;
const FEW = 24;

export class PackedPlaces {
  count = 0;
  values = new Float64Array(64);

  push(first: number, last: number): void {
    this.add(first * RADIX + last);
  }

  add(value: number): void {
    if (this.count === this.values.length) this.values = grown(this.values, this.count * 2);
    this.values[this.count++] = value;
  }

  /** Brings the places in order and keeps each once. */
  settle(): void {
    sortNumbers(this.values, this.count);
    let kept = 0;
    for (let i = 0; i < this.count; i++) {
      if (kept === 0 || this.values[i] !== this.values[kept - 1]) this.values[kept++] = this.values[i]!;
    }
    this.count = kept;
  }

  /** How many words a place begins at. */
  beginnings(): number {
    let count = 0;
    let before = -1;
    for (let i = 0; i < this.count; i++) {
      const first = high(this.values[i]!);
      if (first !== before) count += 1;
      before = first;
    }
    return count;
  }
}

/** Finds the places of NEAR; its arrays are reused. */
export class NearFinder {
  private byEnd = new Float64Array(64);
  private reach = new Int32Array(64);

  /**
   * Adds to `found` the stretch from each place of `before` to the one of `after` in reach that ends first; if `one`,
   * only the first of them.
   */
  followers(
    before: PackedPlaces,
    after: PackedPlaces,
    distance: number,
    found: PackedPlaces,
    one = false,
  ): void {
    const { count } = before;
    if (this.byEnd.length < count) this.byEnd = new Float64Array(count * 2);
    if (this.reach.length < after.count) this.reach = new Int32Array(after.count * 2);
    const { byEnd, reach } = this;
    for (let i = 0; i < count; i++) byEnd[i] = swapped(before.values[i]!);
    sortNumbers(byEnd, count);
    /** Candidates in reach, their ends rising from `head` to `tail`. */
    let head = 0;
    let tail = 0;
    let next = 0;
    for (let i = 0; i < count; i++) {
      const end = high(byEnd[i]!);
      for (; next < after.count && high(after.values[next]!) <= end + 1 + distance; next++) {
        while (tail > head && low(after.values[reach[tail - 1]!]!) >= low(after.values[next]!)) tail -= 1;
        reach[tail++] = next;
      }
      while (head < tail && high(after.values[reach[head]!]!) <= end) head += 1;
      if (head === tail) continue;
      found.push(low(byEnd[i]!), low(after.values[reach[head]!]!));
      if (one) return;
    }
  }
}

/** Leaves out every stretch that holds another. */
export function keepShortest(places: PackedPlaces): void {
  places.settle();
  const { values } = places;
  let end = Number.POSITIVE_INFINITY;
  let kept = values.length;
  for (let i = places.count - 1; i >= 0; i--) {
    // Of stretches that begin at one word the first in order is the shortest.
    if (i > 0 && high(values[i - 1]!) === high(values[i]!)) continue;
    const last = low(values[i]!);
    if (last >= end) continue;
    end = last;
    values[--kept] = values[i]!;
  }
  values.copyWithin(0, kept);
  places.count = values.length - kept;
}

function high(value: number): number {
  return Math.floor(value / RADIX);
}

function low(value: number): number {
  return value % RADIX;
}

function swapped(value: number): number {
  return low(value) * RADIX + high(value);
}

/** Sorts the first `count` numbers. Most lists are short, or in order as they come. */
function sortNumbers(values: Float64Array, count: number): void {
  let ordered = 1;
  while (ordered < count && values[ordered - 1]! <= values[ordered]!) ordered += 1;
  if (ordered >= count) return;
  if (count > FEW) {
    values.subarray(0, count).sort();
    return;
  }
  for (let i = ordered; i < count; i++) {
    const value = values[i]!;
    let at = i;
    for (; at > 0 && values[at - 1]! > value; at--) values[at] = values[at - 1]!;
    values[at] = value;
  }
}
