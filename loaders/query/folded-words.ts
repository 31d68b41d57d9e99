import { fold } from "../language/fold.ts";
import { grown } from "../language/grown.ts";
import { hashOfUnits, hashWith } from "../language/word-table.ts";
import { FOLDED, foldsByUnit, WORD_UNITS } from "./word-units.ts";

/** Some words, folded, as columns: made to be looked up together. Folding a word makes no string, but for rare ones. */
export class FoldedWords {
  count = 0;
  /** The folded words' code units. */
  units = new Uint16Array(1 << 10);
  starts = new Int32Array(256);
  ends = new Int32Array(256);
  /** As `hashOfUnits` gives them. */
  hashes = new Int32Array(256);
  /** Where the next word goes. */
  private end = 0;

  clear(): void {
    this.count = 0;
    this.end = 0;
  }

  /** Adds the folded form of the word in `written` from `start` to `end`. */
  add(written: Uint16Array, start: number, end: number): void {
    this.reserve(end - start);
    const { units } = this;
    let to = this.end;
    let entries = 0;
    /** Negative once a unit has no entry above 0. */
    let lacks = 0;
    let hash = end - start;
    let at = start;
    for (; at + 1 < end; at += 2) {
      const first = WORD_UNITS[written[at]!]!;
      const second = WORD_UNITS[written[at + 1]!]!;
      entries |= first | second;
      lacks |= (first - 1) | (second - 1);
      units[to++] = first & FOLDED;
      units[to++] = second & FOLDED;
      hash = hashWith(hash, (first & FOLDED) | (second << 16));
    }
    if (at < end) {
      const last = WORD_UNITS[written[at]!]!;
      entries |= last;
      lacks |= last - 1;
      units[to++] = last & FOLDED;
      hash = hashWith(hash, last & FOLDED);
    }
    if (lacks >= 0 && foldsByUnit(entries)) this.push(to, hash);
    else this.addSlowly(written, start, end);
  }

  private addSlowly(written: Uint16Array, start: number, end: number): void {
    const folded = fold(wordOf(written, start, end));
    this.reserve(folded.length);
    const from = this.end;
    for (let i = 0; i < folded.length; i++) this.units[from + i] = folded.charCodeAt(i);
    this.push(from + folded.length, hashOfUnits(this.units, from, from + folded.length));
  }

  private push(end: number, hash: number): void {
    const { count } = this;
    if (count === this.starts.length) this.grow();
    this.starts[count] = this.end;
    this.ends[count] = end;
    this.hashes[count] = hash;
    this.end = end;
    this.count = count + 1;
  }

  /** Makes room for so many code units more. */
  private reserve(length: number): void {
    const end = this.end + length;
    if (end > this.units.length) this.units = grown(this.units, 2 * end);
  }

  private grow(): void {
    for (const column of ["starts", "ends", "hashes"] as const)
      this[column] = grown(this[column], 2 * this[column].length);
  }
}

/** The word of code units of `units` from `start` to `end`. */
export function wordOf(units: Uint16Array, start: number, end: number): string {
  return Buffer.from(units.buffer, units.byteOffset + 2 * start, 2 * (end - start)).toString("utf16le");
}
