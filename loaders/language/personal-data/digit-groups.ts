import { isAsciiAlphanumeric } from "../characters.ts";

const DIGIT = /[0-9]/;
const UNDERSCORE = 95;
const DOT = 46;
const COMMA = 44;
/** What people put between the groups of one number: spaces, hyphens and dashes, brackets, dots. */
const SEPARATORS = new Set(
  [..." \u00a0\u202f-\u2010\u2011\u2012\u2013\u2014()."].map((sign) => sign.charCodeAt(0)),
);
/** `) - ` is the longest that stands between two groups. */
const LONGEST_GAP = 3;

/** Digits 0-9 with what separates them, as they stand in a text. */
export class DigitGroups {
  readonly starts: number[] = [];
  readonly ends: number[] = [];

  constructor(readonly text: string) {
    const { length } = text;
    for (let at = text.search(DIGIT); at !== -1 && at < length; at++) {
      if (!isDigit(text.charCodeAt(at))) continue;
      const start = at;
      while (at < length && isDigit(text.charCodeAt(at))) at++;
      this.starts.push(start);
      this.ends.push(at);
    }
  }

  get count(): number {
    return this.starts.length;
  }

  size(group: number): number {
    return this.ends[group]! - this.starts[group]!;
  }

  digits(first: number, last: number): string {
    let digits = "";
    for (let group = first; group <= last; group++)
      digits += this.text.slice(this.starts[group], this.ends[group]);
    return digits;
  }

  sizes(first: number, last: number): number[] {
    const sizes: number[] = [];
    for (let group = first; group <= last; group++) sizes.push(this.size(group));
    return sizes;
  }

  /** Whether nothing but separators, three at most, stands between a group and the next. */
  joins(group: number): boolean {
    const next = this.starts[group + 1];
    if (next === undefined) return false;
    const end = this.ends[group]!;
    if (next - end > LONGEST_GAP) return false;
    for (let at = end; at < next; at++) if (!SEPARATORS.has(this.text.charCodeAt(at))) return false;
    return true;
  }

  /** Whether some of the gaps within these groups is a dot, as in a decimal fraction or a date. */
  hasDot(first: number, last: number): boolean {
    for (let group = first; group < last; group++) {
      if (this.text.slice(this.ends[group], this.starts[group + 1]).includes(".")) return true;
    }
    return false;
  }

  /** Whether the groups are no part of a longer name or of a decimal fraction. */
  standsAlone(first: number, last: number): boolean {
    return this.beginsFree(this.starts[first]!) && this.endsFree(this.ends[last]!);
  }

  private beginsFree(start: number): boolean {
    const before = this.text.charCodeAt(start - 1);
    if (isAsciiAlphanumeric(before) || before === UNDERSCORE) return false;
    return !((before === DOT || before === COMMA) && isDigit(this.text.charCodeAt(start - 2)));
  }

  private endsFree(end: number): boolean {
    const after = this.text.charCodeAt(end);
    if (isAsciiAlphanumeric(after) || after === UNDERSCORE) return false;
    return !((after === DOT || after === COMMA) && isDigit(this.text.charCodeAt(end + 1)));
  }
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}
