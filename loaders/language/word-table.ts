import { grown } from "./grown.ts";

/** Numbers a slot: 64 bytes, one line of the processor's cache. */
const SLOT = 16;
const SLOT_BITS = 4;
/** In a slot: the word's hash; its length in code units plus one, 0 where the slot is free; four numbers; the word. */
const LENGTH = 1;
const FACTS = 2;
const UNITS = 6;
/** The longest word that a slot has room for; of a longer one it says where the word stands. */
const LONGEST_INSIDE = 2 * (SLOT - UNITS);
const FIRST_SLOTS = 1 << 8;
/** For multiplicative hashing: 2^32 over the golden ratio (Knuth, The Art of Computer Programming 3, 6.4). */
const MULTIPLIER = 0x9e3779b1 | 0;

/**
 * Four numbers for each of many words: an open-addressing hash over typed arrays. A word is looked up without making a
 * string, and mostly by reading one line of memory, in which its code units and its numbers lie side by side. A table of
 * n words takes between 85 n and 171 n bytes.
 */
export class WordTable {
  /** The numbers of all words, at the places that {@link seek} returns. */
  slots = new Int32Array(FIRST_SLOTS * SLOT);
  /** How many words the table has. */
  size = 0;
  /** Whether the word that was sought last is new. */
  isNew = false;
  /** Of no use but that a compiler may not leave {@link fetch} out. */
  fetched = 0;
  private longWords = new Int32Array(256);
  private longCount = 0;

  /**
   * Where in `slots` the four numbers of a word stand, until the next call: of the code units of `units` from `start` to
   * `end`. A new word is taken in, with four noughts. `hash`: of the word, as {@link hashOfUnits} gives it.
   */
  seek(units: Uint16Array, start: number, end: number, hash = hashOfUnits(units, start, end)): number {
    const { slots } = this;
    const length = end - start;
    const mask = slots.length - 1;
    let slot = (hash << SLOT_BITS) & mask;
    while (slots[slot + LENGTH] !== 0) {
      if (slots[slot] === hash && slots[slot + LENGTH] === length + 1 && this.isAt(slot, units, start, end)) {
        this.isNew = false;
        return slot + FACTS;
      }
      slot = (slot + SLOT) & mask;
    }
    return this.add(slot, hash, units, start, end);
  }

  /**
   * Reads the memory in which words of these hashes are likely to be found, so that seeking them waits for it less: many
   * places are fetched together.
   */
  fetch(hashes: Int32Array, count: number): void {
    const { slots } = this;
    const mask = slots.length - 1;
    let sum = 0;
    for (let i = 0; i < count; i++) sum ^= slots[(hashes[i]! << SLOT_BITS) & mask]!;
    this.fetched = sum;
  }

  /** Forgets all words. */
  clear(): void {
    this.slots.fill(0);
    this.size = 0;
    this.longCount = 0;
  }

  private isAt(slot: number, units: Uint16Array, start: number, end: number): boolean {
    const isInside = end - start <= LONGEST_INSIDE;
    const known = isInside ? this.slots : this.longWords;
    const last = end - 1;
    let from = isInside ? slot + UNITS : this.slots[slot + UNITS]!;
    let at = start;
    for (; at < last; at += 2) if (known[from++] !== (units[at]! | (units[at + 1]! << 16))) return false;
    return at > last || known[from] === units[at];
  }

  private add(free: number, hash: number, units: Uint16Array, start: number, end: number): number {
    let slot = free;
    if (4 * (this.size + 1) * SLOT > 3 * this.slots.length) {
      this.grow();
      slot = freeSlot(this.slots, hash);
    }
    this.size++;
    this.isNew = true;
    const { slots } = this;
    const length = end - start;
    slots[slot] = hash;
    slots[slot + LENGTH] = length + 1;
    const isInside = length <= LONGEST_INSIDE;
    let to = isInside ? slot + UNITS : this.roomForLong((length + 1) >> 1);
    if (!isInside) slots[slot + UNITS] = to;
    const words = isInside ? slots : this.longWords;
    for (let at = start; at < end; at += 2)
      words[to++] = units[at]! | (at + 1 < end ? units[at + 1]! << 16 : 0);
    return slot + FACTS;
  }

  /** Where a word that no slot has room for may stand, of so many pairs of code units. */
  private roomForLong(pairs: number): number {
    const at = this.longCount;
    this.longCount += pairs;
    if (this.longCount > this.longWords.length) this.longWords = grown(this.longWords, 2 * this.longCount);
    return at;
  }

  private grow(): void {
    const { slots: old } = this;
    this.slots = new Int32Array(2 * old.length);
    for (let from = 0; from < old.length; from += SLOT) {
      if (old[from + LENGTH] === 0) continue;
      const to = freeSlot(this.slots, old[from]!);
      for (let i = 0; i < SLOT; i++) this.slots[to + i] = old[from + i]!;
    }
  }
}

/** The hash of the word of code units of `units` from `start` to `end`: of its length, then of its pairs of units. */
export function hashOfUnits(units: Uint16Array, start: number, end: number): number {
  const last = end - 1;
  let hash = end - start;
  let at = start;
  for (; at < last; at += 2) hash = hashWith(hash, units[at]! | (units[at + 1]! << 16));
  return at === last ? hashWith(hash, units[at]!) : hash;
}

/** The hash of a word whose next two code units are `pair`, the first in the low bits; 0 stands for none behind its last. */
export function hashWith(hash: number, pair: number): number {
  const product = Math.imul(hash ^ pair, MULTIPLIER);
  return product ^ (product >>> 15);
}

/** The slot for a word that is not among the slots, by its hash. */
function freeSlot(slots: Int32Array, hash: number): number {
  const mask = slots.length - 1;
  let slot = (hash << SLOT_BITS) & mask;
  while (slots[slot + LENGTH] !== 0) slot = (slot + SLOT) & mask;
  return slot;
}
