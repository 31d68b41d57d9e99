import { DIGIT, LETTER, UNIT_CLASS } from "../language/characters.ts";
import { fold } from "../language/fold.ts";

/** Code units above this fold by the slow way: they are rare, and some of them need more than one unit. */
const FAST_UNITS = 0x2000;
const SLOW = 0;
const FOLDED_UNIT = foldedUnits();
/** By block of 64 code units: 1 where Latin letters stand, 2 where Cyrillic ones do. */
const SCRIPT = Uint8Array.from({ length: 0x400 }, (_, block) =>
  isLatin(block) ? 1 : isCyrillic(block) ? 2 : 0,
);
const BOTH_SCRIPTS = 3;

/** Letters and digits whose folded form is one code unit by itself, whatever stands beside them; 0 for all others. */
function foldedUnits(): Uint16Array {
  const folded = new Uint16Array(0x10000);
  for (let unit = 0; unit < FAST_UNITS; unit++) {
    if (UNIT_CLASS[unit] !== LETTER && UNIT_CLASS[unit] !== DIGIT) continue;
    const form = fold(String.fromCharCode(unit));
    if (form.length === 1) folded[unit] = form.charCodeAt(0);
  }
  folded[0x3a3] = SLOW; // Σ folds to ς at a word's end
  return folded;
}

function isLatin(block: number): boolean {
  return block === 1 || (block >= 3 && block <= 10);
}

function isCyrillic(block: number): boolean {
  return block >= 0x400 >>> 6 && block < 0x530 >>> 6;
}

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
  private hashes = new Int32Array(1 << 12);
  /** Type number + 1 by slot, 0 where the slot is free. */
  private slots = new Int32Array(1 << 13);
  private scratch = new Uint16Array(64);

  get size(): number {
    return this.count;
  }

  /** The number of the folded form of `text.slice(start, end)`; a new one for a form not met before. */
  idOf(text: string, start: number, end: number): number {
    const length = this.foldInto(text, start, end);
    const { scratch } = this;
    let hash = 0x811c9dc5 | 0;
    for (let i = 0; i < length; i++) hash = Math.imul(hash ^ scratch[i]!, 0x01000193);
    hash ^= hash >>> 15;
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const type = this.slots[slot]! - 1;
      if (type === -1) return this.add(slot, hash, length);
      if (this.hashes[type] === hash && this.isScratch(type, length)) return type;
      slot = (slot + 1) & mask;
    }
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
    let scripts = 0;
    for (let i = 0; i < length; i++) {
      const unit = FOLDED_UNIT[text.charCodeAt(start + i)]!;
      if (unit === SLOW) return this.foldSlowly(text.slice(start, end));
      scripts |= SCRIPT[unit >>> 6]!;
      this.scratch[i] = unit;
    }
    return scripts === BOTH_SCRIPTS ? this.foldSlowly(text.slice(start, end)) : length;
  }

  private foldSlowly(word: string): number {
    const folded = fold(word);
    if (folded.length > this.scratch.length) this.scratch = new Uint16Array(folded.length * 2);
    for (let i = 0; i < folded.length; i++) this.scratch[i] = folded.charCodeAt(i);
    return folded.length;
  }

  private isScratch(type: number, length: number): boolean {
    const offset = this.offsets[type]!;
    if (this.offsets[type + 1]! - offset !== length) return false;
    for (let i = 0; i < length; i++) if (this.units[offset + i] !== this.scratch[i]) return false;
    return true;
  }

  private add(slot: number, hash: number, length: number): number {
    const type = this.count++;
    if (this.unitCount + length > this.units.length) {
      this.units = grown(this.units, Math.max(this.units.length * 2, this.unitCount + length));
    }
    this.units.set(this.scratch.subarray(0, length), this.unitCount);
    this.unitCount += length;
    if (this.count === this.hashes.length) {
      this.hashes = grown(this.hashes, this.count * 2);
      this.offsets = grown(this.offsets, this.count * 2 + 1);
    }
    this.offsets[type + 1] = this.unitCount;
    this.hashes[type] = hash;
    this.slots[slot] = type + 1;
    if (this.count * 2 > this.slots.length) this.rehash();
    return type;
  }

  private rehash(): void {
    const slots = new Int32Array(this.slots.length * 2);
    const mask = slots.length - 1;
    for (let type = 0; type < this.count; type++) {
      let slot = this.hashes[type]! & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = type + 1;
    }
    this.slots = slots;
  }
}

function grown<T extends Uint16Array | Uint32Array | Int32Array>(array: T, length: number): T {
  const copy = new (array.constructor as new (length: number) => T)(length);
  copy.set(array);
  return copy;
}
