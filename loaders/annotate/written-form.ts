/** Code units that are capital letters of an alphabet. */
const CAPITAL = capitals();

function capitals(): Uint8Array {
  const found = new Uint8Array(0x10000);
  for (let unit = 0; unit < 0x2000; unit++) {
    const letter = String.fromCharCode(unit);
    if (letter !== letter.toLowerCase() && /\p{Lu}/u.test(letter)) found[unit] = 1;
  }
  return found;
}

/** How often each type was written in small letters, with a capital first, or all in capitals. */
export class WrittenForms {
  /** By type, four numbers side by side: all, with a capital first, all in capitals, nothing. */
  private times = new Int32Array(1 << 14);

  /** Counts one occurrence, `text` from `start` to `end`. */
  add(type: number, text: string, start: number, end: number): void {
    const at = 4 * type;
    if (at >= this.times.length) this.grow(2 * (at + 4));
    this.times[at]!++;
    if (CAPITAL[text.charCodeAt(start)] === 0) return;
    if (end - start > 1 && CAPITAL[text.charCodeAt(end - 1)] === 1) this.times[at + 2]!++;
    else this.times[at + 1]!++;
  }

  /** The folded form of a type as it is mostly written: ЕНТ, Алматы, мектеп. */
  of(type: number, folded: string): string {
    const at = 4 * type;
    const all = this.times[at] ?? 0;
    if (2 * (this.times[at + 2] ?? 0) > all) return folded.toUpperCase();
    if (2 * (this.times[at + 1] ?? 0) > all) return folded.charAt(0).toUpperCase() + folded.slice(1);
    return folded;
  }

  private grow(length: number): void {
    const longer = new Int32Array(length);
    longer.set(this.times);
    this.times = longer;
  }
}
