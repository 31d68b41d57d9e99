import { mixed } from "../mix.ts";
import { GrowingInts } from "./growing-ints.ts";

const EMPTY = -1;

/**
 * Numbers texts so that equal sequences of words have one number, from 0 in order of arrival. Sequences are equal
 * where 64 bits of hash are: among a million texts two different ones meet with a probability of 3 in 100 million.
 */
export class EqualTexts {
  readonly #low = new GrowingInts();
  readonly #high = new GrowingInts();
  #slots = new Int32Array(1 << 12).fill(EMPTY);

  get count(): number {
    return this.#low.count;
  }

  /** The number of the text whose words are the first `count` of `hashes`; `this.count` as it was, if it is new. */
  numberOf(hashes: Int32Array, count: number): number {
    let low = count;
    let high = ~count;
    for (let i = 0; i < count; i++) {
      const hash = hashes[i]!;
      low = Math.imul(low ^ hash, 0x9e3779b1);
      low ^= low >>> 15;
      high = Math.imul(high + hash, 0x85ebca77);
      high ^= high >>> 13;
    }
    low = mixed(low);
    high = mixed(high);
    const slot = this.#slotOf(low, high);
    const known = this.#slots[slot]!;
    if (known !== EMPTY) return known;
    const number = this.count;
    this.#slots[slot] = number;
    this.#low.push(low);
    this.#high.push(high);
    if (number * 2 >= this.#slots.length) this.#grow();
    return number;
  }

  #slotOf(low: number, high: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = low & mask;
    for (;;) {
      const known = slots[slot]!;
      if (known === EMPTY) return slot;
      if (this.#low.values[known] === low && this.#high.values[known] === high) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #grow(): void {
    this.#slots = new Int32Array(this.#slots.length * 2).fill(EMPTY);
    for (let number = 0; number < this.count; number++)
      this.#slots[this.#slotOf(this.#low.values[number]!, this.#high.values[number]!)] = number;
  }
}
