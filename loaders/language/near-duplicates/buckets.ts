const NONE = -1;
/** Bits of the filter a number: few numbers with a key of their own are taken for ones that share it. */
const BITS_EACH = 8;

/**
 * Numbers from 0 by their keys, for keys that are hashes. Most share theirs with no other: two bits tell so, in a
 * table that fits the cache, and the large table is asked about the others alone.
 */
export class Buckets {
  readonly #keys: Int32Array;
  readonly #seen: Int32Array;
  readonly #seenTwice: Int32Array;
  readonly #shift: number;
  readonly #latest: Int32Array;
  readonly #before: Int32Array;

  /** `keys` holds the key of each number; it may be written anew before `clear`. */
  constructor(keys: Int32Array) {
    this.#keys = keys;
    let bits = 5;
    while (2 ** bits < keys.length * BITS_EACH && bits < 30) bits++;
    this.#shift = 32 - bits;
    this.#seen = new Int32Array(2 ** (bits - 5));
    this.#seenTwice = new Int32Array(this.#seen.length);
    let size = 16;
    while (size < keys.length * 2) size *= 2;
    this.#latest = new Int32Array(size);
    this.#before = new Int32Array(keys.length);
  }

  /** Forgets all numbers, and reads the keys. */
  clear(): void {
    const seen = this.#seen.fill(0);
    const twice = this.#seenTwice.fill(0);
    this.#latest.fill(NONE);
    for (let number = 0; number < this.#keys.length; number++) {
      const at = this.#keys[number]! >>> this.#shift;
      const bit = 1 << (at & 31);
      if ((seen[at >>> 5]! & bit) === 0) seen[at >>> 5]! |= bit;
      else twice[at >>> 5]! |= bit;
    }
  }

  /** Adds a number to its bucket; gives the one that was added to it before, or -1. */
  add(number: number): number {
    const keys = this.#keys;
    const key = keys[number]!;
    const at = key >>> this.#shift;
    if ((this.#seenTwice[at >>> 5]! & (1 << (at & 31))) === 0) return NONE;
    const latest = this.#latest;
    const mask = latest.length - 1;
    let slot = key & mask;
    while (latest[slot] !== NONE && keys[latest[slot]!] !== key) slot = (slot + 1) & mask;
    const before = latest[slot]!;
    latest[slot] = number;
    this.#before[number] = before;
    return before;
  }

  /** The number that was added to the bucket before the given one, or -1. */
  before(number: number): number {
    return this.#before[number]!;
  }
}
