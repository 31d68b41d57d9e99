import { fold } from "../language/fold.ts";
import { FOLDED, foldsByUnit, WORD_UNITS } from "./word-units.ts";

/** FNV-1a (Fowler, Noll and Vo) over code units in place of bytes. */
const HASH_SEED = 0x811c9dc5 | 0;
const HASH_PRIME = 0x01000193;

/**
 * The distinct folded words ("types") met so far, numbered from 0 in order of appearance. An open-addressing hash
 * over typed arrays: a word is folded and looked up without making a string.
 */
export class Vocabulary {
  private count = 0;
  private units = new Uint16Array(1 << 16);
  private unitCount = 0;
  /** Where each type's code units begin; one more than there are types. */
  private offsets = new Uint32Array((1 << 12) + 1);
  /** Two numbers a slot, in one line of the cache: hash, and type number + 1, 0 where the slot is free. */
  private slots = new Int32Array(1 << 14);
  private scratch = new Uint16Array(64);

  get size(): number {
    return this.count;
  }

  /** The number of the folded form of `text.slice(start, end)`; a new one for a form not met before. */
  idOf(text: string, start: number, end: number): number {
    const length = this.foldInto(text, start, end);
    return this.idOfScratch(length);
  }

  private idOfScratch(length: number): number {
    const { scratch } = this;
    let hash = HASH_SEED;
    for (let i = 0; i < length; i++) hash = Math.imul(hash ^ scratch[i]!, HASH_PRIME);
    return this.idOfHashed(scratch, length, hash);
  }

  private idOfHashed(form: Uint16Array, length: number, product: number): number {
    const hash = product ^ (product >>> 15);
    const { slots, offsets, units } = this;
    const mask = slots.length - 1;
    let slot = (hash << 1) & mask;
    for (;;) {
      const type = slots[slot + 1]! - 1;
      if (type === -1) return this.add(slot, hash, form, length);
      if (slots[slot] === hash) {
        const offset = offsets[type]!;
        if (offsets[type + 1]! - offset === length) {
          let i = 0;
          while (i < length && units[offset + i] === form[i]) i++;
          if (i === length) return type;
        }
      }
      slot = (slot + 2) & mask;
    }
  }

  /** The number of the folded form of a word each of whose units folds by itself, in `units` from `start` to `end`. */
  idOfUnits(units: Uint16Array, start: number, end: number): number {
    const length = end - start;
    if (length > this.scratch.length) this.scratch = new Uint16Array(length * 2);
    const { scratch } = this;
    let hash = HASH_SEED;
    for (let i = 0; i < length; i++) {
      const unit = WORD_UNITS[units[start + i]!]! & FOLDED;
      scratch[i] = unit;
      hash = Math.imul(hash ^ unit, HASH_PRIME);
    }
    return this.idOfHashed(scratch, length, hash);
  }

  /** The folded form of a type. */
  formOf(type: number): string {
    const start = this.offsets[type]!;
    const end = this.offsets[type + 1]!;
    return Buffer.from(this.units.buffer, start * 2, (end - start) * 2).toString("utf16le");
  }

  private foldInto(text: string, start: number, end: number): number {
    const length = end - start;
    if (length > this.scratch.length) this.scratch = new Uint16Array(length * 2);
    let entries = 0;
    for (let i = 0; i < length; i++) {
      const entry = WORD_UNITS[text.charCodeAt(start + i)]!;
      if (entry <= 0) return this.foldSlowly(text.slice(start, end));
      entries |= entry;
      this.scratch[i] = entry & FOLDED;
    }
    return foldsByUnit(entries) ? length : this.foldSlowly(text.slice(start, end));
  }

  private foldSlowly(word: string): number {
    const folded = fold(word);
    if (folded.length > this.scratch.length) this.scratch = new Uint16Array(folded.length * 2);
    for (let i = 0; i < folded.length; i++) this.scratch[i] = folded.charCodeAt(i);
    return folded.length;
  }

  private add(slot: number, hash: number, form: Uint16Array, length: number): number {
    const type = this.count++;
    if (this.unitCount + length > this.units.length) {
      this.units = grown(this.units, Math.max(this.units.length * 2, this.unitCount + length));
    }
    this.units.set(form.subarray(0, length), this.unitCount);
    this.unitCount += length;
    if (this.count === this.offsets.length) this.offsets = grown(this.offsets, this.count * 2);
    this.offsets[type + 1] = this.unitCount;
    this.slots[slot] = hash;
    this.slots[slot + 1] = type + 1;
    if (this.count * 4 > this.slots.length) this.rehash();
    return type;
  }

  private rehash(): void {
    const old = this.slots;
    const slots = new Int32Array(old.length * 2);
    const mask = slots.length - 1;
    for (let at = 0; at < old.length; at += 2) {
      if (old[at + 1] === 0) continue;
      let slot = (old[at]! << 1) & mask;
      while (slots[slot + 1] !== 0) slot = (slot + 2) & mask;
      slots[slot] = old[at]!;
      slots[slot + 1] = old[at + 1]!;
    }
    this.slots = slots;
  }
}

function grown<T extends Uint16Array | Uint32Array>(array: T, length: number): T {
  const copy = new (array.constructor as new (length: number) => T)(length);
  copy.set(array);
  return copy;
}
