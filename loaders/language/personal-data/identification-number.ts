import { isQuantity } from "./announced.ts";
import type { DigitGroups, Edges } from "./digit-groups.ts";

const LENGTH = 12;
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** The number's name in Russian, Kazakh and English, shortly before it. */
const NAMED =
  /(?<!\p{L})(?:иин|жсн|iin)(?:[-–]?\p{L}{1,5})?(?:[ /]{1,2}\p{L}{1,14}\.?){0,2}[^\p{L}\d]{0,6}$/iu;
const NAME = /иин|жсн|iin/i;
/** Between two identification numbers of a list. */
const LISTED = /^[\s,;/]{1,3}(?:и |мен )?$/u;
const CONTRACT =
  /(?<!\p{L})(?:договор|контракт|счет|счёт|приказ|лицензи|заказ|накладн|акт|келісімшарт|шарт)\p{L}{0,3}(?: от [\d.]{8,10})? ?№? ?$/iu;
const LOOK_BACK = 44;
/** Lengths of the groups in which a number that passes the check is typed. */
const SHAPES = new Set(
  "12 6,6 4,4,4 3,3,3,3 2,2,2,2,2,2 2,2,2,6 6,1,5 6,2,4 6,3,3 1,1,1,1,1,1,1,1,1,1,1,1".split(" "),
);
/** Those of them in which a large number or a row of numbers is typed too. */
const COUNTED = new Set(["3,3,3,3", "2,2,2,2,2,2"]);

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

/** Whether other identification numbers, or a word such as `ИИН`, say that any twelve digits are one. */
function isNamed(text: string, start: number, before: number): boolean {
  if (before !== -1 && LISTED.test(text.slice(before, Math.min(start, before + LOOK_BACK)))) {
    return start - before < LOOK_BACK;
  }
  const back = text.slice(Math.max(0, start - LOOK_BACK), start);
  return NAME.test(back) && NAMED.test(back);
}

/**
 * The last group of an identification number that begins with group `first`, or -1. Named as one, or after one that
 * ends at `before`, any twelve digits are. The number of a contract is left.
 */
export function identificationNumberAt(
  groups: DigitGroups,
  first: number,
  before: number,
  edges: Edges,
): number {
  let last = first;
  let length = groups.size(first);
  while (length < LENGTH && groups.joins(last)) length += groups.size(++last);
  if (length !== LENGTH || !groups.standsAlone(first, last, edges)) return -1;
  const { text } = groups;
  const start = groups.starts[first]!;
  const shape = groups.sizes(first, last).join(",");
  if (SHAPES.has(shape) && isIdentificationNumber(groups.digits(first, last))) {
    const isContract = CONTRACT.test(text.slice(Math.max(0, start - LOOK_BACK), start));
    const isCount = COUNTED.has(shape) && isQuantity(text, groups.ends[last]!);
    if (!isContract && !isCount) return last;
  }
  return isNamed(text, start, before) ? last : -1;
}
