import type { Spans } from "./spans.ts";

/** Longer runs of letters are no words. */
export const LONGEST_WORD = 64;
const LENGTH_BITS = 6;
const MOST_WORDS = 1 << 18;
const FIRST_SIZE = 1 << 10;

/**
 * Two numbers that a written word stands for, worked out at first sight: an open-addressing hash over typed arrays, so
 * that a word met before costs no string, and its numbers lie where it was found. Runs of letters longer than
 * {@link LONGEST_WORD} are not kept. Emptied when full: what a word stands for does not depend on it.
 */
export class WordMemo {
  /**
   * Four numbers a slot, side by side as memory is read: where the word's units stand with its length, 0 where the slot is
   * free; its hash; the two numbers that it stands for.
   */
  slots = new Int32Array(FIRST_SIZE * 8);
  private size = FIRST_SIZE;
  private count = 0;
  private unitCount = 0;
  private units = new Uint16Array(FIRST_SIZE * 8);

  /** `learn` writes the two numbers of a word into `facts`, at `at` and after it; both of them. */
  constructor(private readonly learn: (word: string, facts: Int32Array, at: number) => void) {}

  /** Where in `slots` the numbers of the word of `spans` from `start` to `end` stand, until the next call; -1 for a longer run. */
  at(spans: Spans, start: number, end: number): number {
    const length = end - start;
    if (length > LONGEST_WORD) return -1;
    const from = spans.units;
    let hash = 0x811c9dc5 | 0;
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ from[i]!, 0x01000193);
    hash ^= hash >>> 15;
    const { slots, units } = this;
    const mask = slots.length - 1;
    for (let slot = (hash << 2) & mask; ; slot = (slot + 4) & mask) {
      const place = slots[slot]! - 1;
      if (place === -1) return this.add(from, start, end, hash);
      if (slots[slot + 1] !== hash || (place & (LONGEST_WORD - 1)) !== length - 1) continue;
      const offset = place >>> LENGTH_BITS;
      let i = 0;
      while (i < length && units[offset + i] === from[start + i]) i++;
      if (i === length) return slot + 2;
    }
  }

  private add(from: Uint16Array, start: number, end: number, hash: number): number {
    if (this.count === MOST_WORDS) {
      this.count = 0;
      this.unitCount = 0;
      this.slots.fill(0);
    }
    if (this.count === this.size) this.grow();
    const offset = this.unitCount;
    const length = end - start;
    while (offset + length > this.units.length) this.lengthen();
    const word = from.subarray(start, end);
    this.units.set(word, offset);
    this.unitCount += length;
    this.count++;
    const slot = free(this.slots, hash);
    this.slots[slot] = ((offset << LENGTH_BITS) | (length - 1)) + 1;
    this.slots[slot + 1] = hash;
    this.learn(String.fromCharCode(...word), this.slots, slot + 2);
    return slot + 2;
  }

  private lengthen(): void {
    const longer = new Uint16Array(this.units.length * 2);
    longer.set(this.units);
    this.units = longer;
  }

  private grow(): void {
    this.size *= 2;
    const old = this.slots;
    this.slots = new Int32Array(this.size * 8);
    for (let slot = 0; slot < old.length; slot += 4) {
      if (old[slot] === 0) continue;
      this.slots.set(old.subarray(slot, slot + 4), free(this.slots, old[slot + 1]!));
    }
  }
}

/** The slot for a hash that is not among the slots. */
function free(slots: Int32Array, hash: number): number {
  const mask = slots.length - 1;
  let slot = (hash << 2) & mask;
  while (slots[slot] !== 0) slot = (slot + 4) & mask;
  return slot;
}
