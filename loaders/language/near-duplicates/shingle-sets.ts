import { grown } from "../grown.ts";
import { mixed } from "../mix.ts";
import { GrowingInts } from "./growing-ints.ts";

/** Words of a shingle. */
export const SHINGLE_WORDS = 3;

const BLOCK = 1 << 20;

/**
 * The shingles of many texts: hashes of each three words in a row. 4 bytes a word; two different shingles have one
 * hash with a probability of 2⁻³², so that a Jaccard index over hashes is that over shingles.
 */
export class ShingleSets {
  readonly #blocks: Int32Array[] = [];
  readonly #block = new GrowingInts();
  readonly #start = new GrowingInts();
  readonly #size = new GrowingInts();
  #isSet = new Uint8Array(1 << 10);
  #filled = BLOCK;

  get count(): number {
    return this.#size.count;
  }

  /** Adds the shingles of a text of at least three words; they are known by the number of texts added before. */
  add(words: Int32Array, count: number): void {
    const size = count - SHINGLE_WORDS + 1;
    const block = this.#blockWithRoom(size);
    let at = this.#filled;
    for (let i = 0; i < size; i++) {
      const first = Math.imul(words[i]!, 0x9e3779b1);
      const second = Math.imul((first ^ (first >>> 15)) + words[i + 1]!, 0x85ebca77);
      block[at++] = mixed((second ^ (second >>> 13)) + words[i + 2]!);
    }
    this.#keep(size);
  }

  /** Adds each word of a text and each two in a row in the place of its shingles; words are even, pairs are odd. */
  addWordsAndPairs(words: Int32Array, count: number): void {
    const size = 2 * count - 1;
    const block = this.#blockWithRoom(size);
    let at = this.#filled;
    for (let i = 0; i < count; i++) {
      block[at++] = words[i]! & ~1;
      if (i + 1 === count) break;
      const first = Math.imul(words[i]!, 0x9e3779b1);
      block[at++] = mixed((first ^ (first >>> 15)) + words[i + 1]!) | 1;
    }
    this.#keep(size);
  }

  #blockWithRoom(size: number): Int32Array {
    if (this.#filled + size > BLOCK || this.#blocks.length === 0) {
      this.#blocks.push(new Int32Array(Math.max(BLOCK, size)));
      this.#filled = 0;
    }
    return this.#blocks.at(-1)!;
  }

  #keep(size: number): void {
    this.#block.push(this.#blocks.length - 1);
    this.#start.push(this.#filled);
    this.#size.push(size);
    this.#filled += size;
  }

  /** The shingles of a text, in no order, some perhaps repeated. */
  shinglesOf(text: number): Int32Array {
    const start = this.#start.values[text]!;
    return this.#blocks[this.#block.values[text]!]!.subarray(start, start + this.#size.values[text]!);
  }

  /**
   * Whether the Jaccard index of two texts' shingles, the size of their intersection over that of their union, is
   * at least `threshold`.
   */
  areAlike(one: number, other: number, threshold: number): boolean {
    const a = this.#setOf(one);
    const b = this.#setOf(other);
    const total = a.length + b.length;
    if (Math.min(a.length, b.length) < threshold * Math.max(a.length, b.length)) return false;
    // An index of t needs t / (1 + t) of the summed sizes in common; each miss takes one from the reach of it.
    let spare = Math.floor(total - (2 * threshold * total) / (1 + threshold) + 1e-6);
    let common = 0;
    let i = 0;
    let j = 0;
    while (i < a.length && j < b.length) {
      const left = a[i]!;
      const right = b[j]!;
      if (left === right) {
        common++;
        i++;
        j++;
      } else {
        if (--spare < 0) return false;
        if (left < right) i++;
        else j++;
      }
    }
    return common >= threshold * (total - common);
  }

  /** Whether one of two texts has all words of the other; of texts added by `addWordsAndPairs`. */
  oneHasAllWords(one: number, other: number): boolean {
    const a = this.#setOf(one);
    const b = this.#setOf(other);
    let hasOwn = false;
    let otherHasOwn = false;
    let i = 0;
    let j = 0;
    while (i < a.length || j < b.length) {
      const left = i < a.length ? a[i]! : Number.POSITIVE_INFINITY;
      const right = j < b.length ? b[j]! : Number.POSITIVE_INFINITY;
      if (left < right && (left & 1) === 0) hasOwn = true;
      if (right < left && (right & 1) === 0) otherHasOwn = true;
      if (hasOwn && otherHasOwn) return false;
      if (left <= right) i++;
      if (right <= left) j++;
    }
    return true;
  }

  /** The Jaccard index of two texts' shingles. */
  jaccard(one: number, other: number): number {
    const a = this.#setOf(one);
    const b = new Set(this.#setOf(other));
    let common = 0;
    for (const shingle of a) if (b.has(shingle)) common++;
    return common / (a.length + b.size - common);
  }

  /** A text's shingles sorted, each once. Only texts that are compared pay for it. */
  #setOf(text: number): Int32Array {
    const shingles = this.shinglesOf(text);
    if (text >= this.#isSet.length) this.#isSet = grown(this.#isSet, this.#start.values.length);
    if (this.#isSet[text] === 1) return shingles;
    shingles.sort();
    let size = 0;
    for (let i = 0; i < shingles.length; i++)
      if (i === 0 || shingles[i] !== shingles[i - 1]) shingles[size++] = shingles[i]!;
    this.#size.values[text] = size;
    this.#isSet[text] = 1;
    return shingles.subarray(0, size);
  }
}
