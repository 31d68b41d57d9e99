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
  private unitCount = 0;
  private units = new Uint16Array(FIRST_SIZE * 8);
  /** Four numbers a slot, side by side as memory is read: word number + 1 or 0 where free, hash, first code unit, length. */
  private slots = new Int32Array(FIRST_SIZE * 8);

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
    const { slots } = this;
    const mask = slots.length - 1;
    for (let slot = (hash << 2) & mask; ; slot = (slot + 4) & mask) {
      const number = slots[slot]!;
      if (number === 0) return this.add(text, start, end, hash);
      if (slots[slot + 1] !== hash || slots[slot + 3] !== length) continue;
      if (this.is(slots[slot + 2]!, text, start, length)) return number * this.width;
    }
  }

  private is(offset: number, text: string, start: number, length: number): boolean {
    const { units } = this;
    for (let i = 0; i < length; i++) if (units[offset + i] !== text.charCodeAt(start + i)) return false;
    return true;
  }

  private add(text: string, start: number, end: number, hash: number): number {
    if (this.count === MOST_WORDS) {
      this.count = 0;
      this.unitCount = 0;
      this.slots.fill(0);
    }
    if (this.count === this.size) this.grow();
    const offset = this.unitCount;
    const length = end - start;
    if (offset + length > this.units.length) this.units = longer(this.units, this.units.length * 2);
    for (let i = 0; i < length; i++) this.units[offset + i] = text.charCodeAt(start + i);
    this.unitCount += length;
    const number = ++this.count;
    place(this.slots, number, hash, offset, length);
    const at = number * this.width;
    this.learn(text.slice(start, end), this.facts, at);
    return at;
  }

  private grow(): void {
    this.size *= 2;
    this.facts = longer(this.facts, this.width * (this.size + 1));
    const { slots } = this;
    this.slots = new Int32Array(this.size * 8);
    for (let slot = 0; slot < slots.length; slot += 4) {
      if (slots[slot] === 0) continue;
      place(this.slots, slots[slot]!, slots[slot + 1]!, slots[slot + 2]!, slots[slot + 3]!);
    }
  }
}

function place(slots: Int32Array, number: number, hash: number, offset: number, length: number): void {
  const mask = slots.length - 1;
  let slot = (hash << 2) & mask;
  while (slots[slot] !== 0) slot = (slot + 4) & mask;
  slots[slot] = number;
  slots[slot + 1] = hash;
  slots[slot + 2] = offset;
  slots[slot + 3] = length;
}

function longer<T extends Uint16Array | Uint32Array>(array: T, length: number): T {
  const copy = new (array.constructor as new (length: number) => T)(length);
  copy.set(array);
  return copy;
}
