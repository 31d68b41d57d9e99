import type { DigitGroups, Edges } from "./digit-groups.ts";

/** Lengths of the groups in which a number of 15 or 16 digits is embossed or typed. */
const SHAPES = new Set(
  "16 4,4,4,4 8,8 4,12 12,4 4,4,8 8,4,4 4,8,4 6,10 15 4,6,5 4,11 4,2,6,4 1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1".split(
    " ",
  ),
);
/** Visa, Mastercard, Mir, Maestro, UnionPay (16 digits) and American Express (15) by their first digits. */
const ISSUER = /^(?:4\d{15}|5[0-8]\d{14}|2[2-7]\d{14}|6\d{15}|3[47]\d{13})$/;

/** True where the check digit is right (ISO/IEC 7812-1, annex B, the formula of Luhn). */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48;
    const doubled = i % 2 === 0 ? digit : digit * 2;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** The last group of a bank card's number that begins with group `first`, or -1. */
export function bankCardAt(groups: DigitGroups, first: number, edges: Edges): number {
  let last = first;
  let length = groups.size(first);
  while (length < 15 && groups.joins(last)) length += groups.size(++last);
  if (length === 15 && groups.size(last) === 1 && groups.joins(last)) length += groups.size(++last);
  if (length < 15 || length > 16 || !SHAPES.has(groups.sizes(first, last).join(","))) return -1;
  // With dots as with any sign, if it is the same throughout.
  if (groups.hasSign(first, last, ".") && !groups.areGaps(first, last, /^\.$/)) return -1;
  if (last > first && last - first < 3 && groups.hasSign(first, last, ".")) return -1;
  const digits = groups.digits(first, last);
  return ISSUER.test(digits) && passesLuhn(digits) && groups.standsAlone(first, last, edges) ? last : -1;
}
