import type { DigitGroups } from "./digit-groups.ts";

const LENGTH = 12;
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** The number's name in Russian, Kazakh and English, shortly before it. */
const NAMED = /(?<!\p{L})(?:иин|жсн|iin)(?!\p{L})[^\p{L}\d]{0,6}$/iu;
const LOOK_BACK = 16;

/**
 * True for a Kazakhstan individual identification number: six digits of a date of birth, a digit from 1 to 6
 * for century and sex, and a check digit by weights 1-11, then 3-11 and 1-2 where the first gives 10
 * (Law of the Republic of Kazakhstan on National Registers of Identification Numbers, 2007).
 */
export function isIdentificationNumber(digits: string): boolean {
  if (!/^\d{12}$/.test(digits)) return false;
  const month = Number(digits.slice(2, 4));
  const day = Number(digits.slice(4, 6));
  const century = Number(digits[6]);
  if (month < 1 || month > 12 || day < 1 || day > DAYS[month - 1]! || century < 1 || century > 6)
    return false;
  const first = weighed(digits, 0);
  const check = first === 10 ? weighed(digits, 2) : first;
  return check < 10 && check === Number(digits[11]);
}

function weighed(digits: string, shift: number): number {
  let sum = 0;
  for (let i = 0; i < 11; i++) sum += Number(digits[i]) * (((i + shift) % 11) + 1);
  return sum % 11;
}

/** The last group of an identification number that begins with group `first`, or -1. Named as one, any twelve digits are. */
export function identificationNumberAt(groups: DigitGroups, first: number): number {
  let last = first;
  let length = groups.size(first);
  while (length < LENGTH && groups.joins(last)) length += groups.size(++last);
  if (length !== LENGTH || !groups.standsAlone(first, last)) return -1;
  const halves = last === first || (last === first + 1 && groups.size(first) === LENGTH / 2);
  if (halves && isIdentificationNumber(groups.digits(first, last))) return last;
  const start = groups.starts[first]!;
  return NAMED.test(groups.text.slice(Math.max(0, start - LOOK_BACK), start)) ? last : -1;
}
