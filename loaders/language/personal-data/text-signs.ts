import { HIGH_HALF, isAsciiDigit, isAsciiLetter, LETTER, UNIT_CLASS } from "../characters.ts";
import { MARK, type Spans } from "../spans.ts";
import { isGap, isLetterO, SHORTEST_VALUE } from "./digit-groups.ts";
import { isHidden, isLookalike } from "./plain-signs.ts";

/** Signs without which no text holds any of the kinds but `name`, by bit. */
export const HAS_DIGIT = 1;
export const HAS_AT = 2;
export const HAS_SLASH = 4;
export const HAS_BAR = 8;
/** A Latin letter: handles and addresses have one. */
export const HAS_LATIN = 16;
/** What `plainSigns` would replace, a letter O among digits aside. */
export const HAS_LOOKALIKE = 32;
export const HAS_BRACKET = 64;
/** So many digits together that they may be a value. */
export const HAS_VALUE = 128;
/** A letter O right after a digit. */
export const HAS_NOUGHT = 256;
/** Two numbers with a hyphen between them: a house and its flat. */
export const HAS_PAIR = 512;
/** A Latin letter beside a Cyrillic one, or by itself before a Cyrillic word. */
export const IS_MIXED = 1024;
/** A sign that others are escaped with: % or &. */
export const HAS_ESCAPE = 2048;

/** Of a code unit: what it is, and whether a closer look at its surroundings tells more. */
const LOOK = 1 << 12;
const HIDDEN = 1 << 13;
/** A Latin letter or `ə`. */
const MIXES = 1 << 14;
const SIGNS = LOOK - 1;

const SPACE = 32;
const HYPHEN = 45;
const KEYCAP = 0x20e3;
const OPENING_BRACKETS = unitsOf("([{<");
const LATIN_SCHWAS = unitsOf("əƏ");
/** Latin letters that look like Cyrillic words of one letter. */
export const ONE_LETTER_WORDS = "acoykACOYK";
const ONE_LETTER_UNITS = unitsOf(ONE_LETTER_WORDS);
const UNIT_BITS = Uint16Array.from({ length: 0x10000 }, (_, unit) => bitsOf(unit));

function unitsOf(signs: string): ReadonlySet<number> {
  return new Set([...signs].map((sign) => sign.charCodeAt(0)));
}

function bitsOf(unit: number): number {
  if (isAsciiDigit(unit)) return LOOK | HAS_DIGIT;
  if (isAsciiLetter(unit)) return LOOK | MIXES | HAS_LATIN;
  if (unit === 64) return HAS_AT;
  if (unit === 47) return HAS_SLASH;
  if (unit === 124) return HAS_BAR;
  if (unit === 37 || unit === 38) return HAS_ESCAPE;
  if (OPENING_BRACKETS.has(unit)) return HAS_BRACKET;
  if (LATIN_SCHWAS.has(unit)) return LOOK | MIXES;
  if (isLookalike(unit)) return HAS_LOOKALIKE;
  // A pair may be a mark or a variation selector beyond the first plane; mostly it is an emoji.
  return isHidden(unit) || UNIT_CLASS[unit] === HIGH_HALF ? LOOK | HIDDEN : 0;
}

/**
 * What the code units of a text tell the searches, read once: most texts have nothing that most searches need. Those of
 * marks such as `[phone]` are left out: a mark holds nothing.
 */
export function signsOf(tokens: Spans, length: number): number {
  const { units, kinds, starts, ends, count } = tokens;
  let signs = 0;
  let digits = 0;
  let digitEnd = 0;
  let at = 0;
  let nextToken = 0;
  for (;;) {
    let mark = nextToken;
    while (mark < count && kinds[mark] !== MARK) mark++;
    const end = mark === count ? length : starts[mark]!;
    for (; at < end; at++) {
      const bits = UNIT_BITS[units[at]!]!;
      signs |= bits;
      if (bits < LOOK) continue;
      if ((bits & HAS_DIGIT) !== 0) {
        if (at > digitEnd && !isGap(units, digitEnd, at)) digits = 0;
        if (++digits === SHORTEST_VALUE) signs |= HAS_VALUE;
        digitEnd = at + 1;
        if (units[at - 1] === HYPHEN && endsNumber(units, at - 1)) signs |= HAS_PAIR;
        if (isLetterO(units[digitEnd]!)) signs |= HAS_NOUGHT;
      } else if ((bits & MIXES) !== 0) {
        const first = at;
        for (let next = UNIT_BITS[units[at + 1]!]!; (next & MIXES) !== 0; at++) {
          signs |= next;
          next = UNIT_BITS[units[at + 2]!]!;
        }
        if ((signs & IS_MIXED) === 0 && isMixed(units, first, at)) signs |= IS_MIXED;
      } else if (isAfterDigit(units, at)) signs |= HAS_LOOKALIKE;
    }
    if (mark === count) return signs & SIGNS;
    at = ends[mark]!;
    nextToken = mark + 1;
  }
}

/** Whether the Latin letters from `first` to `last` touch a Cyrillic one, or are one by itself before a Cyrillic word. */
function isMixed(units: Uint16Array, first: number, last: number): boolean {
  const next = units[last + 1]!;
  if (isCyrillic(next) || (first > 0 && isCyrillic(units[first - 1]!))) return true;
  if (first < last || next !== SPACE || !isCyrillic(units[last + 2]!)) return false;
  return ONE_LETTER_UNITS.has(units[first]!) && (first === 0 || UNIT_CLASS[units[first - 1]!] !== LETTER);
}

/** Whether a digit stands right before the hyphen at `hyphen`, or one sign before it: `12-5`, `12 -5`. */
function endsNumber(units: Uint16Array, hyphen: number): boolean {
  return isAsciiDigit(units[hyphen - 1]!) || isAsciiDigit(units[hyphen - 2]!);
}

function isCyrillic(unit: number): boolean {
  return unit >= 0x400 && unit <= 0x52f;
}

/** Whether what a reader does not see stands after a digit or a keycap's frame. */
function isAfterDigit(units: Uint16Array, at: number): boolean {
  const before = at === 0 ? 0 : units[at - 1]!;
  return isAsciiDigit(before) || before === KEYCAP;
}
