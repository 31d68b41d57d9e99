import { DIGIT, LETTER, OTHER, SPACE, UNIT_CLASS } from "../language/characters.ts";
import { fold } from "../language/fold.ts";

/** Code units above this fold by the slow way: they are rare, and some of them need more than one unit. */
const FAST_UNITS = 0x2000;

/** In the low 16 bits of an entry of {@link WORD_UNITS} stands the folded code unit. */
export const FOLDED = 0xffff;
export const UNIT_FLAGS = ~FOLDED;
export const IS_LETTER = 1 << 16;
const IS_DIGIT = 1 << 17;
export const IS_LATIN = 1 << 18;
const IS_CYRILLIC = 1 << 19;
/** Folds to more than one unit, or by what stands beside it. */
export const FOLDS_SLOWLY = 1 << 20;

/** A unit that stands between words and is part of another token only beside a unit that needs a closer look. */
export const BETWEEN = 0;
/** A unit of what may be a hashtag, a mention, a link, an emoji, a mark, or a letter in two units. */
export const CLOSER_LOOK = -1;

/**
 * What each UTF-16 code unit is to a reader of words: the folded unit with flags for a letter or a digit, or one of
 * the two values above.
 */
export const WORD_UNITS: Int32Array = Int32Array.from({ length: 0x10000 }, (_, unit) => entryOf(unit));

/** Whether the units of a word, their entries joined by `|`, fold each by itself. */
export function foldsByUnit(entries: number): boolean {
  const isMixed = (entries & IS_LATIN) !== 0 && (entries & IS_CYRILLIC) !== 0;
  return !isMixed && (entries & FOLDS_SLOWLY) === 0;
}

function entryOf(unit: number): number {
  const kind = UNIT_CLASS[unit]!;
  if (kind === SPACE) return BETWEEN;
  if (kind === OTHER) return "@#[".includes(String.fromCharCode(unit)) ? CLOSER_LOOK : BETWEEN;
  if (kind !== LETTER && kind !== DIGIT) return CLOSER_LOOK;
  const form = unit < FAST_UNITS ? fold(String.fromCharCode(unit)) : "";
  // Σ folds to ς at a word's end
  const folded = form.length === 1 && unit !== 0x3a3 ? form.charCodeAt(0) : 0;
  const kindBit = kind === LETTER ? IS_LETTER : IS_DIGIT;
  return folded === 0 ? kindBit | FOLDS_SLOWLY : kindBit | scriptOf(folded) | folded;
}

function scriptOf(unit: number): number {
  const block = unit >>> 6;
  if (block === 1 || (block >= 3 && block <= 10)) return IS_LATIN;
  return block >= 0x400 >>> 6 && block < 0x530 >>> 6 ? IS_CYRILLIC : 0;
}
