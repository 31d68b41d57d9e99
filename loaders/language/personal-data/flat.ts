import { isAsciiDigit } from "../characters.ts";

const SPACE = 32;
const HYPHEN = 45;
const DOT = 46;
/** Small Cyrillic letters; a capital is 32 less, but Ә one less. */
const A = 0x430;
const V = 0x432;
const YE = 0x435;
const K = 0x43a;
const T = 0x442;
const SCHWA = 0x4d9;

/** Whether the hyphen, `к` or `п` at `at` may belong to what names a flat: `12-5`, `кв`, `пәте` and `пате` in either case, `5 п.`. */
export function mayNameFlat(units: Uint16Array, at: number): boolean {
  const unit = units[at]!;
  if (unit === HYPHEN)
    return isAsciiDigit(units[at + 1]!) && (isAsciiDigit(units[at - 1]!) || isAsciiDigit(units[at - 2]!));
  if (unit === K || unit === K - 32) return isLetter(units[at + 1]!, V);
  if (units[at + 1] === DOT && isAfterDigit(units, at)) return true;
  const isVowel = isLetter(units[at + 1]!, A) || (units[at + 1]! | 1) === SCHWA;
  return isVowel && isLetter(units[at + 2]!, T) && isLetter(units[at + 3]!, YE);
}

function isLetter(unit: number, small: number): boolean {
  return unit === small || unit === small - 32;
}

/** With two hyphens or spaces between at most. */
function isAfterDigit(units: Uint16Array, at: number): boolean {
  let before = at - 1;
  while (before >= at - 2 && (units[before] === SPACE || units[before] === HYPHEN)) before--;
  return isAsciiDigit(units[before]!);
}
