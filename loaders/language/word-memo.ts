const LONGEST_WORD = 64;
const MOST_WORDS = 1 << 18;
const FIRST_SIZE = 1 << 10;

/**
 * Numbers that a written word stands for, worked out at first sight: an open-addressing hash over typed arrays, so that a
 * word met before costs no string. Longer runs of letters than 64 units are no words, and are not kept. Emptied when
 * full: what a word stands for does not depend on it.
 */
export class WordMemo {
  /** Numbers of the words, `width` each, from the offset that `at` gives. The first belong to the last word that is not kept. */
  facts: Uint32Array;
  private size = FIRST_SIZE;
  private count = 0;
  private hashes = new Int32Array(FIRST_SIZE);
  /** Where each word's code units begin; one more than there are words. */
  private offsets = new Uint32Array(FIRST_SIZE + 1);
  private units = new Uint16Array(FIRST_SIZE * 8);
  /** Word number + 1 by slot, 0 where the slot is free. */
  private slots = new Int32Array(FIRST_SIZE * 2);

  /** `learn` writes the `width` numbers of a word into `facts` from `at` on; all of them. */
  constructor(
    private readonly width: number,
    private readonly learn: (word: string, facts: Uint32Array, at: number) => void,
  ) {
    this.facts = new Uint32Array(width * (FIRST_SIZE + 1));
  }

  /** Offset in `facts` of the numbers of the word `text.slice(start, end)`. Good until the next call. */
  at(text: string, start: number, end: number): number {
    const length = end - start;
    if (length > LONGEST_WORD) {
      this.learn(text.slice(start, end), this.facts, 0);
      return 0;
    }
    let hash = 0x811c9dc5 | 0;
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    hash ^= hash >>> 15;
    const mask = this.slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const word = this.slots[slot]! - 1;
      if (word === -1) return this.add(text, start, end, hash);
      if (this.hashes[word] === hash && this.is(word, text, start, length)) return (word + 1) * this.width;
    }
  }

  private is(word: number, text: string, start: number, length: number): boolean {
    const { units } = this;
    const offset = this.offsets[word]!;
    if (this.offsets[word + 1]! - offset !== length) return false;
    for (let i = 0; i < length; i++) if (units[offset + i] !== text.charCodeAt(start + i)) return false;
    return true;
  }

  private add(text: string, start: number, end: number, hash: number): number {
    if (this.count === MOST_WORDS) {
      this.count = 0;
      this.slots.fill(0);
    }
    if (this.count === this.size) this.grow();
    const word = this.count++;
    let offset = this.offsets[word]!;
    if (offset + end - start > this.units.length) this.units = longer(this.units, this.units.length * 2);
    for (let i = start; i < end; i++) this.units[offset++] = text.charCodeAt(i);
    this.offsets[word + 1] = offset;
    this.hashes[word] = hash;
    this.place(word);
    const at = (word + 1) * this.width;
    this.learn(text.slice(start, end), this.facts, at);
    return at;
  }

  private place(word: number): void {
    const mask = this.slots.length - 1;
    let slot = this.hashes[word]! & mask;
    while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
    this.slots[slot] = word + 1;
  }

  private grow(): void {
    this.size *= 2;
    this.hashes = longer(this.hashes, this.size);
    this.offsets = longer(this.offsets, this.size + 1);
    this.facts = longer(this.facts, this.width * (this.size + 1));
    this.slots = new Int32Array(this.size * 2);
    for (let word = 0; word < this.count; word++) this.place(word);
  }
}

function longer<T extends Uint16Array | Uint32Array | Int32Array>(array: T, length: number): T {
  const copy = new (array.constructor as new (length: number) => T)(length);
  copy.set(array);
  return copy;
}
