import { fold } from "../language/fold.ts";
import { WordTable } from "../language/word-table.ts";
import { FOLDED, foldsByUnit, WORD_UNITS } from "./word-units.ts";

/**
 * The distinct folded words ("types") met so far, numbered from 0 in order of appearance. A word is folded and looked up
 * without making a string.
 */
export class Vocabulary {
  /** Of each folded word its type. */
  private readonly table = new WordTable();
  /** The folded word that is looked up. */
  private word = new Uint16Array(64);
  private units = new Uint16Array(1 << 16);
  private unitCount = 0;
  /** Where each type's code units begin; one more than there are types. */
  private offsets = new Uint32Array((1 << 12) + 1);

  get size(): number {
    return this.table.size;
  }

  /** The number of the folded form of the word in `units` from `start` to `end`; a new one for a form not met before. */
  idOf(units: Uint16Array, start: number, end: number): number {
    return this.typeOf(this.foldInto(units, start, end));
  }

  /** The number of the form that stands in the first `length` units of `word`. */
  private typeOf(length: number): number {
    const { table } = this;
    const at = table.seek(this.word, 0, length);
    return table.isNew ? this.add(at, length) : table.slots[at]!;
  }

  /** The folded form of a type. */
  formOf(type: number): string {
    const start = this.offsets[type]!;
    const end = this.offsets[type + 1]!;
    return wordOf(this.units, start, end);
  }

  private foldInto(units: Uint16Array, start: number, end: number): number {
    const length = end - start;
    this.reserve(length);
    const { word } = this;
    let entries = 0;
    for (let i = 0; i < length; i++) {
      const entry = WORD_UNITS[units[start + i]!]!;
      if (entry <= 0) return this.foldSlowly(units, start, end);
      entries |= entry;
      word[i] = entry & FOLDED;
    }
    return foldsByUnit(entries) ? length : this.foldSlowly(units, start, end);
  }

  private foldSlowly(units: Uint16Array, start: number, end: number): number {
    const folded = fold(wordOf(units, start, end));
    this.reserve(folded.length);
    const { word } = this;
    for (let i = 0; i < folded.length; i++) word[i] = folded.charCodeAt(i);
    return folded.length;
  }

  /** Makes room for a word; what `word` held may be lost. */
  private reserve(length: number): void {
    if (length > this.word.length) this.word = new Uint16Array(2 * length);
  }

  private add(at: number, length: number): number {
    const { table } = this;
    const type = table.size - 1;
    table.slots[at] = type;
    if (this.unitCount + length > this.units.length)
      this.units = grown(this.units, Math.max(this.units.length * 2, this.unitCount + length));
    this.units.set(this.word.subarray(0, length), this.unitCount);
    this.unitCount += length;
    if (table.size === this.offsets.length) this.offsets = grown(this.offsets, table.size * 2);
    this.offsets[type + 1] = this.unitCount;
    return type;
  }
}

function wordOf(units: Uint16Array, start: number, end: number): string {
  return Buffer.from(units.buffer, units.byteOffset + 2 * start, 2 * (end - start)).toString("utf16le");
}

function grown<T extends Uint16Array | Uint32Array>(array: T, length: number): T {
  const copy = new (array.constructor as new (length: number) => T)(length);
  copy.set(array);
  return copy;
}
