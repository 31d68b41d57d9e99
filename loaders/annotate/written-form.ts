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
  private all = new Int32Array(1 << 12);
  private title = new Int32Array(1 << 12);
  private upper = new Int32Array(1 << 12);

  /** Counts one occurrence, `text` from `start` to `end`. */
  add(type: number, text: string, start: number, end: number): void {
    if (type >= this.all.length) this.grow(2 * (type + 1));
    this.all[type]!++;
    if (CAPITAL[text.charCodeAt(start)] === 0) return;
    if (end - start > 1 && CAPITAL[text.charCodeAt(end - 1)] === 1) this.upper[type]!++;
    else this.title[type]!++;
  }

  /** The folded form of a type as it is mostly written: ЕНТ, Алматы, мектеп. */
  of(type: number, folded: string): string {
    const all = this.all[type] ?? 0;
    if (2 * (this.upper[type] ?? 0) > all) return folded.toUpperCase();
    if (2 * (this.title[type] ?? 0) > all) return folded.charAt(0).toUpperCase() + folded.slice(1);
    return folded;
  }

  private grow(length: number): void {
    for (const column of ["all", "title", "upper"] as const) {
      const longer = new Int32Array(length);
      longer.set(this[column]);
      this[column] = longer;
    }
  }
}
