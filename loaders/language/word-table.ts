/** Numbers a slot: 64 bytes, one line of the processor's cache. */
const SLOT = 16;
const SLOT_BITS = 4;
/** In a slot: the word's hash; its length in code units plus one, 0 where the slot is free; two numbers; the word. */
const LENGTH = 1;
const FACTS = 2;
const UNITS = 4;
/** The longest word that a slot has room for; of a longer one it says where the word stands. */
const LONGEST_INSIDE = 2 * (SLOT - UNITS);
const FIRST_SLOTS = 1 << 8;
/** For multiplicative hashing: 2^32 over the golden ratio (Knuth, The Art of Computer Programming 3, 6.4). */
const MULTIPLIER = 0x9e3779b1 | 0;

/**
 * Two numbers for each of many words: an open-addressing hash over typed arrays. A word is looked up without making a
 * string, and mostly by reading one line of memory, in which its code units and its numbers lie side by side. A table of
 * n words takes between 85 n and 171 n bytes.
 */
export class WordTable {
  /** The word that {@link seek} looks for, from its first code unit on; {@link reserve} makes room. */
  word = new Uint16Array(64);
  /** The numbers of all words, at the places that {@link seek} returns. */
  slots = new Int32Array(FIRST_SLOTS * SLOT);
  /** How many words the table has. */
  size = 0;
  /** Whether the word that was sought last is new. */
  isNew = false;
  /** The code units of `word`, two in each. */
  private pairs = new Int32Array(this.word.buffer);
  private longWords = new Int32Array(256);
  private longCount = 0;

  /** Makes room for a word of `length` code units; what `word` held may be lost. */
  reserve(length: number): void {
    if (length < this.word.length) return;
    this.word = new Uint16Array(2 * (length + 1));
    this.pairs = new Int32Array(this.word.buffer);
  }

  /**
   * Where in `slots` the two numbers of the word stand, the first `length` units of `word`, until the next call. A new
   * word is taken in, with two noughts.
   */
  seek(length: number): number {
    const { pairs, slots } = this;
    this.word[length] = 0;
    const count = (length + 1) >> 1;
    let hash = length;
    for (let i = 0; i < count; i++) {
      hash = Math.imul(hash ^ pairs[i]!, MULTIPLIER);
      hash ^= hash >>> 15;
    }
    const mask = slots.length - 1;
    let slot = (hash << SLOT_BITS) & mask;
    while (slots[slot + LENGTH] !== 0) {
      if (slots[slot] === hash && slots[slot + LENGTH] === length + 1 && this.isAt(slot, length, count)) {
        this.isNew = false;
        return slot + FACTS;
      }
      slot = (slot + SLOT) & mask;
    }
    return this.add(slot, hash, length, count);
  }

  /** Forgets all words. */
  clear(): void {
    this.slots.fill(0);
    this.size = 0;
    this.longCount = 0;
  }

  private isAt(slot: number, length: number, count: number): boolean {
    const { pairs } = this;
    const isInside = length <= LONGEST_INSIDE;
    const known = isInside ? this.slots : this.longWords;
    const from = isInside ? slot + UNITS : this.slots[slot + UNITS]!;
    let i = 0;
    while (i < count && known[from + i] === pairs[i]) i++;
    return i === count;
  }

  private add(free: number, hash: number, length: number, count: number): number {
    let slot = free;
    if (4 * (this.size + 1) * SLOT > 3 * this.slots.length) {
      this.grow();
      slot = freeSlot(this.slots, hash);
    }
    this.size++;
    this.isNew = true;
    const { slots } = this;
    slots[slot] = hash;
    slots[slot + LENGTH] = length + 1;
    if (length > LONGEST_INSIDE) slots[slot + UNITS] = this.addLong(count);
    else for (let i = 0; i < count; i++) slots[slot + UNITS + i] = this.pairs[i]!;
    return slot + FACTS;
  }

  /** Keeps a word that no slot has room for; returns where. */
  private addLong(count: number): number {
    const at = this.longCount;
    this.longCount += count;
    if (this.longCount > this.longWords.length) {
      const longer = new Int32Array(2 * this.longCount);
      longer.set(this.longWords);
      this.longWords = longer;
    }
    this.longWords.set(this.pairs.subarray(0, count), at);
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

/** The slot for a word that is not among the slots, by its hash. */
function freeSlot(slots: Int32Array, hash: number): number {
  const mask = slots.length - 1;
  let slot = (hash << SLOT_BITS) & mask;
  while (slots[slot + LENGTH] !== 0) slot = (slot + SLOT) & mask;
  return slot;
}
