import type { DigitGroups } from "./digit-groups.ts";

const LONGEST = 15;
const PLUS = 43;
const OPENING = 40;

/** Digits of a number with its country code, where a country's numbers have one length (ITU-T E.164 numbering plans). */
const LENGTH_BY_CODE: Readonly<Record<string, number>> = {
  "1": 11,
  "7": 11,
  "33": 11,
  "34": 11,
  "44": 12,
  "48": 11,
  "86": 13,
  "90": 12,
  "91": 12,
  "373": 11,
  "374": 11,
  "375": 12,
  "380": 12,
  "420": 12,
  "971": 12,
  "972": 12,
  "976": 11,
  "992": 12,
  "993": 11,
  "994": 12,
  "995": 12,
  "996": 12,
  "998": 12,
};
/** Mobile codes of Kazakhstan. */
const MOBILE = /^7(?:0[0-9]|4[7]|5[01]|6[0-4]|7[1-8])/;
/** After a bare 8 or 7: codes of Kazakhstan (6, 7) and Russia (3, 4, 8, 9). */
const TRUNK = /^(?:8[346789]|7[46789])/;
/** A word that announces a telephone number, right before it. */
const ANNOUNCED =
  /(?:(?<!\p{L})(?:тел(?:ефон\p{L}{0,6})?|моб(?:ильн\p{L}{1,4})?|сот(?:ов\p{L}{1,4})?|w(?:hats)?app|ватс?ап\p{L}{0,3}|вацап\p{L}{0,3}|звон\p{L}{1,6}|қоңырау\p{L}{0,8}|хабарлас\p{L}{0,8}|tel|phone)(?: (?:номер\p{L}{0,3}|нөмір\p{L}{0,5}|по|на))?|[☎📞📱]\ufe0f?)[^\p{L}\d]{0,5}$/iu;
const LOOK_BACK = 40;
/** Lengths of the groups of a mobile number without its prefix. */
const TEN_DIGITS = new Set(["10", "3,7", "3,3,4", "3,3,2,2", "3,2,2,3", "6,2,2", "6,4", "3,5,2", "3,2,5"]);
const OTHER_NUMBER = /(?:инн|бин|бсн|огрн|окпо|isbn|№|#)[^\p{L}\d]{0,5}$/iu;
/** Between two telephone numbers of a list. */
const LISTED = /^[\s,;/]{1,3}(?:и |мен )?$/u;

export interface PhoneSearch {
  /** Only numbers with a country code or a trunk 8: for files that are full of other numbers. */
  readonly prefixedOnly: boolean;
}

/**
 * The last group of a telephone number that begins with group `first`, or -1: Kazakhstan and Russia with +7, 8 or
 * 7, in any usual grouping; mobile numbers of Kazakhstan without a prefix; others with + or 00 and a country code;
 * local numbers of five to seven digits after a word such as `тел.` or another telephone number (that ends at `before`).
 */
export function phoneAt(groups: DigitGroups, first: number, before: number, search: PhoneSearch): number {
  const plus = hasPlus(groups, first);
  let announced: boolean | undefined;
  let found = -1;
  let length = 0;
  let digits = "";
  for (let last = first; last < groups.count; last++) {
    length += groups.size(last);
    if (length > LONGEST) break;
    digits += groups.digits(last, last);
    if (length >= 5 && groups.standsAlone(first, last)) {
      if (isPhone(groups, first, last, digits, plus)) found = last;
      else if (!search.prefixedOnly && !plus && found === -1) {
        announced ??= isAnnounced(groups, first, before);
        if (isPlain(groups, first, last, digits, announced)) found = last;
      }
    }
    if (!groups.joins(last)) break;
  }
  return found;
}

/** Where the number begins in the text, its plus and opening bracket included. */
export function phoneStart(groups: DigitGroups, first: number): number {
  const { text } = groups;
  let start = groups.starts[first]!;
  if (text.charCodeAt(start - 1) === OPENING) start--;
  return text.charCodeAt(start - 1) === PLUS ? start - 1 : start;
}

function hasPlus(groups: DigitGroups, first: number): boolean {
  return groups.text.charCodeAt(phoneStart(groups, first)) === PLUS;
}

function isPhone(groups: DigitGroups, first: number, last: number, digits: string, plus: boolean): boolean {
  if (groups.hasDot(first, last) && last - first < 2) return false;
  if (plus) return isInternational(digits, groups.sizes(first, last));
  if (digits.startsWith("00")) {
    const isPrefix = groups.digits(first, first).startsWith("00") && !isFraction(groups, first);
    return isPrefix && lengthOf(digits.slice(2)) === digits.length - 2 && digits[2] !== "0";
  }
  if (digits.length !== 11 || !TRUNK.test(digits)) return false;
  const [opening = 0, ...others] = groups.sizes(first, last);
  if (opening === 11) return true;
  if (opening === 1) return others[0]! >= 3 && others.every((size) => size >= 2);
  return (opening === 4 || opening === 5) && others.every((size) => size >= 2 && size <= 7);
}

/** Whether a group stands behind a decimal point: 0.0073. */
function isFraction({ text, starts }: DigitGroups, group: number): boolean {
  return /\d[.,]$/.test(text.slice(Math.max(0, starts[group]! - 2), starts[group]!));
}

function isInternational(digits: string, sizes: readonly number[]): boolean {
  if (digits.startsWith("0")) return false;
  const length = lengthOf(digits);
  if (length !== undefined) return digits.length === length;
  const isAmount = sizes.length > 1 && sizes[0]! <= 3 && sizes.slice(1).every((size) => size === 3);
  return digits.length >= 9 && !isAmount;
}

function lengthOf(digits: string): number | undefined {
  for (const size of [1, 2, 3]) {
    const length = LENGTH_BY_CODE[digits.slice(0, size)];
    if (length !== undefined) return length;
  }
  return undefined;
}

/** Numbers without a prefix: ten digits with a mobile code; five to ten after an announcing word. */
function isPlain(
  groups: DigitGroups,
  first: number,
  last: number,
  digits: string,
  announced: boolean,
): boolean {
  const shape = groups.sizes(first, last).join(",");
  if (digits.length === 10) {
    if (!TEN_DIGITS.has(shape) || groups.hasDot(first, last)) return false;
    if (announced) return /^[3479]/.test(digits);
    return MOBILE.test(digits) && !(shape === "10" && isOtherNumber(groups, first, digits));
  }
  if (!announced || groups.hasDot(first, last)) return false;
  return ["6", "7", "2,2,2", "3,3", "3,2,2", "3,4", "1,2,2"].includes(shape);
}

/** Ten digits in a row that are a taxpayer's or a document's number, or a round sum. */
function isOtherNumber(groups: DigitGroups, first: number, digits: string): boolean {
  const start = groups.starts[first]!;
  return (
    digits.endsWith("0000") || OTHER_NUMBER.test(groups.text.slice(Math.max(0, start - LOOK_BACK), start))
  );
}

function isAnnounced(groups: DigitGroups, first: number, before: number): boolean {
  const start = phoneStart(groups, first);
  const { text } = groups;
  if (before !== -1 && start - before <= 8 && LISTED.test(text.slice(before, start))) return true;
  return ANNOUNCED.test(text.slice(Math.max(0, start - LOOK_BACK), start));
}
