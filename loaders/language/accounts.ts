import { isAsciiAlphanumeric, isAsciiLetter } from "./characters.ts";
import { domainEnd, hostEnd } from "./links.ts";

const DOT = 46;
const UNDERSCORE = 95;
/** Characters of a mail address before the @ (RFC 5321, section 4.5.3.1.1: at most 64). */
const LONGEST_LOCAL_PART = 64;
const LOCAL_SIGNS = new Set([..."._%+-"].map((sign) => sign.charCodeAt(0)));

/** Where the mail address around the @ at `at` begins, no earlier than `floor`, and ends; undefined where none stands. */
export function mailAround(
  text: string,
  at: number,
  floor: number,
): { start: number; end: number } | undefined {
  const earliest = Math.max(floor, at - LONGEST_LOCAL_PART);
  let start = at;
  while (start > earliest && isLocalUnit(text.charCodeAt(start - 1))) start--;
  while (start < at && LOCAL_SIGNS.has(text.charCodeAt(start)) && text.charCodeAt(start) !== UNDERSCORE)
    start++;
  if (start === at || text.charCodeAt(at - 1) === DOT) return undefined;
  const end = domainEnd(text, at + 1, hostEnd(text, at + 1));
  return end === -1 ? undefined : { start, end };
}

function isLocalUnit(unit: number): boolean {
  return isAsciiAlphanumeric(unit) || LOCAL_SIGNS.has(unit);
}

/** Offset after the account named by the @ at `at` (Latin letters, digits, underscores, inner dots; one letter at least), or -1. */
export function mentionEnd(text: string, at: number): number {
  const before = text.charCodeAt(at - 1);
  if (isAsciiAlphanumeric(before) || before === UNDERSCORE) return -1;
  let end = at + 1;
  let hasLetter = false;
  for (;;) {
    const unit = text.charCodeAt(end);
    if (isAccountUnit(unit)) hasLetter ||= isAsciiLetter(unit);
    else if (unit !== DOT || end === at + 1 || !isAccountUnit(text.charCodeAt(end + 1))) break;
    end++;
  }
  return hasLetter ? end : -1;
}

function isAccountUnit(unit: number): boolean {
  return isAsciiAlphanumeric(unit) || unit === UNDERSCORE;
}
