import { grown } from "../language/grown.ts";
import { WordTable } from "../language/word-table.ts";
import { FoldedWords, wordOf } from "./folded-words.ts";

/**
 * The distinct folded words ("types") met so far, numbered from 0 in order of appearance. A word is folded and looked up
 * without making a string.
 */
export class Vocabulary {
  /** Of each folded word its type. */
  private readonly table = new WordTable();
  /** A word that is looked up by itself. */
  private readonly single = new FoldedWords();
  private units = new Uint16Array(1 << 16);
  private unitCount = 0;
  /** Where each type's code units begin; one more than there are types. */
  private offsets = new Uint32Array((1 << 12) + 1);

  get size(): number {
    return this.table.size;
  }

  /** The number of the folded form of the word in `units` from `start` to `end`; a new one for a form not met before. */
  idOf(units: Uint16Array, start: number, end: number): number {
    const { single } = this;
    single.clear();
    single.add(units, start, end);
    return this.typeOf(single, 0);
  }

  /** Writes the numbers of some forms into `types`, in their order, the first at `at`. */
  typesOf(words: FoldedWords, types: Int32Array, at: number): void {
    this.table.fetch(words.hashes, words.count);
    for (let i = 0; i < words.count; i++) types[at + i] = this.typeOf(words, i);
  }

  /** The folded forms of all types, by number. */
  forms(): string[] {
    const all = wordOf(this.units, 0, this.unitCount);
    return Array.from({ length: this.size }, (_, type) =>
      all.slice(this.offsets[type], this.offsets[type + 1]),
    );
  }

  /** The folded form of a type. */
  formOf(type: number): string {
    const start = this.offsets[type]!;
    const end = this.offsets[type + 1]!;
    return wordOf(this.units, start, end);
  }

  private typeOf({ units, starts, ends, hashes }: FoldedWords, index: number): number {
    const { table } = this;
    const start = starts[index]!;
    const end = ends[index]!;
    const at = table.seek(units, start, end, hashes[index]!);
    return table.isNew ? this.add(at, units, start, end) : table.slots[at]!;
  }

  private add(at: number, units: Uint16Array, start: number, end: number): number {
    const length = end - start;
    const { table } = this;
    const type = table.size - 1;
    table.slots[at] = type;
    if (this.unitCount + length > this.units.length)
      this.units = grown(this.units, Math.max(this.units.length * 2, this.unitCount + length));
    this.units.set(units.subarray(start, end), this.unitCount);
    this.unitCount += length;
    if (table.size === this.offsets.length) this.offsets = grown(this.offsets, table.size * 2);
    this.offsets[type + 1] = this.unitCount;
    return type;
  }
}
