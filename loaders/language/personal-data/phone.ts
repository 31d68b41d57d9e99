import { ANNOUNCED, announcement, isQuantity, UNANNOUNCED } from "./announced.ts";
import type { DigitGroups } from "./digit-groups.ts";
import { fitsCountry, isCountryCode, isTrunkNumber, KAZAKH_PLACE, MOBILE } from "./phone-plans.ts";

/** `8 10` and a number of another country. */
const LONGEST = 16;
const SHORTEST = 5;
const PLUS = 43;
const OPENING = 40;
const OTHER_NUMBER = /(?:инн|бин|бсн|огрн|окпо|isbn|№|#)[^\p{L}\d]{0,5}$/iu;
const LOOK_BACK = 12;
/** Lengths of the groups of a mobile number without its prefix. */
const TEN_DIGITS = new Set(["10", "3,7", "3,3,4", "3,3,2,2", "3,2,2,3", "6,2,2", "6,4", "3,5,2", "3,2,5"]);
/** … and with one, where it is not set apart as usual: they end as telephone numbers do. */
const ENDS_IN_PAIRS = /,2,2$/;
/** … and of a number within a town. */
const LOCAL = new Set("5 6 7 1,4 2,3 1,2,2 2,2,2 3,3 3,2,2 2,2,3 2,3,2 1,3,3 3,4".split(" "));
/** … that amounts have too. */
const LIKE_AMOUNTS = new Set("5 6 7 2,3 3,3 1,3,3".split(" "));
const HYPHENED = /[-\u2010-\u2014\u2212]/;

export interface PhoneSearch {
  /** Only numbers with a country code or a trunk 8: for files that are full of other numbers. */
  readonly prefixedOnly: boolean;
}

/**
 * The last group of a telephone number that begins with group `first`, or -1: Kazakhstan and Russia with +7, 8 or
 * 7, in any usual grouping; mobile numbers of Kazakhstan without a prefix and those of its towns with the code in
 * brackets; others with +, 00 or 8 10 and a country code; numbers of five to ten digits after a word such as
 * `тел.` or another telephone number (that ends at `before`). The longest is taken, so that no rest is left.
 */
export function phoneAt(groups: DigitGroups, first: number, before: number, search: PhoneSearch): number {
  const plus = hasPlus(groups, first);
  const edges = search.prefixedOnly ? "strict" : "loose";
  let announced: number | undefined;
  let sure = -1;
  let plain = -1;
  let length = 0;
  let digits = "";
  for (let last = first; last < groups.count; last++) {
    length += groups.size(last);
    if (length > LONGEST) break;
    digits += groups.digits(last, last);
    if (length >= SHORTEST && groups.standsAlone(first, last, edges)) {
      if (isPhone(groups, first, last, digits, plus)) sure = last;
      else if (!search.prefixedOnly && !plus && sure === -1 && mayBePlain(groups, first, last, digits)) {
        announced ??= announcement(groups.text, numberStart(groups, first), before);
        if (isPlain(groups, first, last, digits, announced)) plain = last;
      }
    }
    if (!groups.joins(last)) break;
  }
  if (sure !== -1) return sure;
  return plain === -1 && !search.prefixedOnly ? oddlyParted(groups, first) : plain;
}

/** Where the number begins in the text, its plus and a bracket that it closes included. */
export function phoneStart(groups: DigitGroups, first: number, last: number): number {
  const { text } = groups;
  const start = groups.starts[first]!;
  const isOpened = text.charCodeAt(start - 1) === OPENING && groups.hasSign(first, last, ")");
  if (text.charCodeAt(start - 1) === PLUS) return start - 1;
  if (text.charCodeAt(start - 1) === OPENING && text.charCodeAt(start - 2) === PLUS) return start - 2;
  return isOpened ? start - 1 : start;
}

function numberStart(groups: DigitGroups, first: number): number {
  const start = groups.starts[first]!;
  return groups.text.charCodeAt(start - 1) === OPENING ? start - 1 : start;
}

function hasPlus(groups: DigitGroups, first: number): boolean {
  const start = numberStart(groups, first);
  return groups.text.charCodeAt(start) === PLUS || groups.text.charCodeAt(start - 1) === PLUS;
}

function isPhone(groups: DigitGroups, first: number, last: number, digits: string, plus: boolean): boolean {
  if (!plus && digits.length < 11) return false;
  if (!plus && last - first === 1 && groups.hasSign(first, last, ".")) return false;
  return hasPrefix(groups, first, last, digits, plus) && !isAmount(groups, first, last, digits);
}

function hasPrefix(groups: DigitGroups, first: number, last: number, digits: string, plus: boolean): boolean {
  if (plus) return isInternational(digits, groups.sizes(first, last), groups.digits(first, first));
  if (digits.startsWith("00")) {
    return groups.size(first) >= 2 && !isFraction(groups, first) && isForeign(digits.slice(2));
  }
  if (digits.startsWith("810") && isForeign(digits.slice(3))) return groups.size(first) !== 2;
  return isTrunkNumber(digits) && isGroupedAsTrunk(groups, first, last, digits, groups.sizes(first, last));
}

function isForeign(digits: string): boolean {
  return !digits.startsWith("0") && fitsCountry(digits) === true && digits.length >= 10;
}

/** Whether a group stands behind a decimal point: 0.0073. */
function isFraction({ text, starts }: DigitGroups, group: number): boolean {
  return /\d[.,]$/.test(text.slice(Math.max(0, starts[group]! - 2), starts[group]!));
}

function isGroupedAsTrunk(
  groups: DigitGroups,
  first: number,
  last: number,
  digits: string,
  sizes: readonly number[],
): boolean {
  const [opening = 0, code = 0, ...others] = sizes;
  if (opening === 11) return true;
  const isMobile = MOBILE.test(digits.slice(1));
  if (isMobile && (sizes.every((size) => size === 1) || ENDS_IN_PAIRS.test(sizes.join(",")))) return true;
  if (opening === 1) {
    if (code >= 3 && others.every((size) => size >= 2)) return true;
    if (code >= 3 && code <= 5 && groups.gap(first).endsWith("(") && groups.gap(first + 1).startsWith(")"))
      return true;
    // `8 71636 2 12 34`, `8 (727) 3-12-34-56`: a first digit apart, after a town's code.
    const isSetApart = groups.areGaps(first, first + 2, HYPHENED);
    return (
      code >= 3 &&
      code <= 5 &&
      others.slice(1).every((size) => size >= 2) &&
      (isSetApart || KAZAKH_PLACE.test(digits.slice(1)))
    );
  }
  const rest = sizes.slice(1);
  if (opening === 6) return KAZAKH_PLACE.test(digits.slice(1)) && last > first;
  return (opening === 4 || opening === 5) && rest.every((size) => size >= 2 && size <= 7);
}

function isInternational(digits: string, sizes: readonly number[], opening: string): boolean {
  if (digits.startsWith("0")) return false;
  const inThousands = sizes.length > 1 && sizes[0]! <= 3 && sizes.slice(1).every((size) => size === 3);
  if (inThousands && !isCountryCode(opening)) return false;
  const fits = fitsCountry(digits);
  return fits ?? digits.length >= 9;
}

/** A round number of something, or one in groups of thousands. */
function isAmount(groups: DigitGroups, first: number, last: number, digits: string): boolean {
  if (!isQuantity(groups.text, groups.ends[last]!)) return false;
  const sizes = groups.sizes(first, last);
  return digits.endsWith("000") || (sizes.length > 1 && sizes.slice(1).every((size) => size === 3));
}

/** Numbers without a prefix, by their shape alone. */
function mayBePlain(groups: DigitGroups, first: number, last: number, digits: string): boolean {
  if (digits.length === 10) return /^[34789]/.test(digits);
  if (digits.length === 11) return isTrunkNumber(digits);
  if (digits.length >= 12) return fitsCountry(digits) === true;
  return digits.length <= 7 && LOCAL.has(groups.sizes(first, last).join(","));
}

/** Numbers without a prefix: ten digits with a code; five to fifteen after an announcing word. */
function isPlain(
  groups: DigitGroups,
  first: number,
  last: number,
  digits: string,
  announced: number,
): boolean {
  const shape = groups.sizes(first, last).join(",");
  const hasDot = groups.hasSign(first, last, ".");
  if (isQuantity(groups.text, groups.ends[last]!) && !HYPHENED.test(groups.gap(first))) return false;
  if (digits.length >= 10 && announced === ANNOUNCED) return !hasDot || last - first > 1;
  if (digits.length === 10) return isTen(groups, first, last, digits, shape, announced);
  if (announced === UNANNOUNCED || digits.length > 7 || hasDot) return false;
  if (announced === ANNOUNCED) return !(LIKE_AMOUNTS.has(shape) && digits.endsWith("000"));
  return last > first && groups.areGaps(first, last, HYPHENED);
}

function isTen(
  groups: DigitGroups,
  first: number,
  last: number,
  digits: string,
  shape: string,
  announced: number,
): boolean {
  if (isTownCode(groups, first, digits)) return true;
  const hasDot = groups.hasSign(first, last, ".");
  if (hasDot && !(shape === "3,3,2,2" && groups.areGaps(first, last, /^\.$/))) return false;
  if (!TEN_DIGITS.has(shape)) return false;
  if (announced !== UNANNOUNCED) return true;
  if (!MOBILE.test(digits)) return false;
  return shape !== "10" || !isOtherNumber(groups, first, digits);
}

/** `(7172) 70-12-34`. */
function isTownCode(groups: DigitGroups, first: number, digits: string): boolean {
  const { text, starts, ends } = groups;
  const isBracketed = text.charAt(starts[first]! - 1) === "(" && text.charAt(ends[first]!) === ")";
  const size = groups.size(first);
  return isBracketed && KAZAKH_PLACE.test(digits) && size >= 3 && size <= 5;
}

/** Ten digits in a row that are a taxpayer's or a document's number, a round sum, or a fraction. */
function isOtherNumber(groups: DigitGroups, first: number, digits: string): boolean {
  if (digits.endsWith("0000")) return true;
  const start = groups.starts[first]!;
  if (isFraction(groups, first) && groups.size(first - 1) < 10) return true;
  return OTHER_NUMBER.test(groups.text.slice(Math.max(0, start - LOOK_BACK), start));
}

/** `8*701*123*45*67`, `8=7011234567`: a mobile number of Kazakhstan with one same sign between its groups. */
function oddlyParted(groups: DigitGroups, first: number): number {
  const opening = groups.size(first);
  if (opening !== 1 && opening !== 3) return -1;
  const sizes = opening === 1 ? [1, 3, 3, 2, 2] : [3, 3, 2, 2];
  const last = first + sizes.length - 1;
  if (last >= groups.count || !sizes.every((size, index) => groups.size(first + index) === size)) return -1;
  if (!groups.hasOneGap(first, last) || /^[, ]+$/.test(groups.gap(first))) return -1;
  const digits = groups.digits(first, last);
  if (opening === 3) return MOBILE.test(digits) && groups.gap(first) !== "," ? last : -1;
  return isTrunkNumber(digits) && MOBILE.test(digits.slice(1)) ? last : -1;
}
