import { isAsciiAlphanumeric, isAsciiDigit, isAsciiLetter, LETTER, UNIT_CLASS } from "../characters.ts";
import { FILLER } from "./plain-signs.ts";

const DIGIT = /[0-9]/;
const UNDERSCORE = 95;
const DOT = 46;
const COMMA = 44;
const FILLING = FILLER.charCodeAt(0);
const FILLERS = new RegExp(FILLER, "g");
/** What people put between the groups of one number: spaces, hyphens and dashes, brackets, dots, strokes. */
const SEPARATORS = new Set(
  [..." \u00a0\u202f-\u2010\u2011\u2012\u2013\u2014\u2212()[]./·•∙*_~|"].map((sign) => sign.charCodeAt(0)),
);
/** `) - ` is the longest that stands between two groups. */
const LONGEST_GAP = 3;
/** Latin words that a number may touch. */
const ANNOUNCING = /(?:^|[^a-z\d])(?:tel|phone|mob|whatsapp|wa|iin)$/i;
const LONGEST_WORD = 9;
/** A letter that no hexadecimal number has. */
const NO_HEX = /[g-z]/i;

/** Digits of the shortest value that is sought, a telephone number in a town. */
export const SHORTEST_VALUE = 5;

/** Whether what stands between two digits is no more than may stand within a value. */
export function isGap(units: Uint16Array, start: number, end: number): boolean {
  let signs = 0;
  for (let at = start; at < end && signs <= LONGEST_GAP; at++) {
    const unit = units[at]!;
    if (unit !== FILLING) signs += UNIT_CLASS[unit] === LETTER ? LONGEST_GAP + 1 : 1;
  }
  return signs <= LONGEST_GAP;
}

/** Latin or Cyrillic, large or small. */
export function isLetterO(unit: number): boolean {
  return (unit | 32) === 0x6f || unit === 0x41e || unit === 0x43e;
}

/** How sure the text around a number must be that the number is whole. */
export type Edges = "loose" | "strict";

/** Digits 0-9 with what separates them, as they stand in a text of plain signs (`plainSigns`). */
export class DigitGroups {
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  private readonly values: string[] = [];

  constructor(readonly text: string) {
    const { length } = text;
    for (let at = text.search(DIGIT); at !== -1 && at < length; at++) {
      if (!isAsciiDigit(text.charCodeAt(at))) continue;
      const start = at;
      let hasFillers = false;
      for (; at < length; at++) {
        const unit = text.charCodeAt(at);
        if (unit === FILLING) hasFillers = true;
        else if (!isAsciiDigit(unit)) break;
      }
      this.starts.push(start);
      this.ends.push(at);
      const written = text.slice(start, at);
      this.values.push(hasFillers ? written.replace(FILLERS, "") : written);
    }
  }

  /** Whether a group has enough digits for a value, with those that follow a few signs apart. */
  mayBeginValue(group: number): boolean {
    let digits = this.size(group);
    for (let at = group; digits < SHORTEST_VALUE; ) {
      const next = this.starts[at + 1];
      if (next === undefined || next - this.ends[at]! > LONGEST_GAP) return false;
      digits += this.size(++at);
    }
    return true;
  }

  get count(): number {
    return this.starts.length;
  }

  size(group: number): number {
    return this.values[group]!.length;
  }

  digits(first: number, last: number): string {
    let digits = "";
    for (let group = first; group <= last; group++) digits += this.values[group]!;
    return digits;
  }

  sizes(first: number, last: number): number[] {
    const sizes: number[] = [];
    for (let group = first; group <= last; group++) sizes.push(this.size(group));
    return sizes;
  }

  /** What stands between a group and the next. */
  gap(group: number): string {
    return this.text.slice(this.ends[group], this.starts[group + 1]);
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

  /** Whether one same sign, or a few, stands between all of these groups, and no letter or digit in it. */
  hasOneGap(first: number, last: number): boolean {
    const gap = this.gap(first);
    if (gap.length === 0 || gap.length > LONGEST_GAP || /[\p{L}\p{N}\n]/u.test(gap)) return false;
    for (let group = first + 1; group < last; group++) if (this.gap(group) !== gap) return false;
    return true;
  }

  /** Whether some of the gaps within these groups holds the sign. */
  hasSign(first: number, last: number, sign: string): boolean {
    for (let group = first; group < last; group++) if (this.gap(group).includes(sign)) return true;
    return false;
  }

  /** Whether all of the gaps within these groups fit. */
  areGaps(first: number, last: number, pattern: RegExp): boolean {
    for (let group = first; group < last; group++) if (!pattern.test(this.gap(group))) return false;
    return true;
  }

  /**
   * Whether the groups are no part of a longer name or of a decimal fraction. A comma may part them from other digits,
   * and loosely a dot, unless a nought and nothing else stands before it.
   */
  standsAlone(first: number, last: number, edges: Edges): boolean {
    return this.beginsFree(first, edges) && this.endsFree(last, edges);
  }

  private beginsFree(group: number, edges: Edges): boolean {
    const start = this.starts[group]!;
    const before = this.text.charCodeAt(start - 1);
    const beyond = this.text.charCodeAt(start - 2);
    if (isAsciiAlphanumeric(before)) {
      return edges === "loose" && ANNOUNCING.test(this.text.slice(Math.max(0, start - LONGEST_WORD), start));
    }
    if (before === UNDERSCORE) return edges === "loose" && !isAsciiAlphanumeric(beyond);
    if ((before !== DOT && before !== COMMA) || !isAsciiDigit(beyond)) return true;
    return (edges === "loose" || before === COMMA) && this.values[group - 1] !== "0";
  }

  private endsFree(group: number, edges: Edges): boolean {
    const end = this.ends[group]!;
    const after = this.text.charCodeAt(end);
    if (isAsciiLetter(after)) return edges === "loose" && NO_HEX.test(this.text.charAt(end));
    if (after === UNDERSCORE) return edges === "loose" && !isAsciiAlphanumeric(this.text.charCodeAt(end + 1));
    return edges === "loose" || after !== DOT || !isAsciiDigit(this.text.charCodeAt(end + 1));
  }
}
