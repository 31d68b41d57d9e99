import { fold } from "../fold.ts";
import { AGE_IN_ONE_WORD, BORN, DIAGNOSIS, DIAGNOSIS_LAST, YEARS } from "./child-words.ts";

/** What a word is to a search for ages and diagnoses, by bit. */
export const IS_YEARS = 1;
export const IS_DIAGNOSIS = 2;
export const IS_AGE = 4;
export const IS_BIRTH = 8;
export const IS_LAST_OF_DIAGNOSIS = 16;
/** By itself none of these, but perhaps the first letter of `г. р.`. */
export const IS_ABBREVIATED = 32;

const HINT =
  /лет|год|мес|жас|айлы|рожд|туған|туыл|аутизм|аутист|дцп|рас|зпр|зрр|онр|тнр|сдвг|сма|ооп|овз|вич|рак|даун|аспергер|ретт|туретт|синдром|эпил|инвал|мүгед|диагн|лей[кқ]|диабет|глух|тугоу|слабо|неслыш|незряч|слеп|алал|церебр|саңырау|зағип|соқыр|обыр|кемтар|кемістіг|олиг|шизо|цефал|цсп|дизар|бластом|сарком|лимфом|опухол|онколог|муковис|гемофил|миопат|трофи|парал|туберк|психореч|отстал|речи|слуха|зрения|интеллекта|развити|порок|сердца|сөйлеу/i;
const ABBREVIATED = /[гж]$/i;
const BORN_IN_LETTERS = /г\. ?р\.|ж\. ?т\./iy;

/** Alternatives that begin every word which has a role. */
export const ROLE_PATTERNS = [
  YEARS.source,
  DIAGNOSIS.source,
  AGE_IN_ONE_WORD.source.split(")")[0]!.replace("^(?:", ""),
  BORN.source,
  DIAGNOSIS_LAST.source,
];

/** The roles of a word as written; 0 for one beside which no child's name is sought. */
export function rolesOf(word: string): number {
  const form = fold(word);
  const roles =
    (YEARS.test(form) ? IS_YEARS : 0) |
    (DIAGNOSIS.test(form) ? IS_DIAGNOSIS : 0) |
    (AGE_IN_ONE_WORD.test(form) ? IS_AGE : 0) |
    (BORN.test(form) ? IS_BIRTH : 0) |
    (DIAGNOSIS_LAST.test(form) ? IS_LAST_OF_DIAGNOSIS : 0);
  if (roles === 0 || HINT.test(word)) return roles;
  return ABBREVIATED.test(word) ? roles | IS_ABBREVIATED : 0;
}

/** Whether `г. р.` or `ж. т.` begins with the last letter of a word that ends at `end`. */
export function isBornInLetters(text: string, end: number): boolean {
  BORN_IN_LETTERS.lastIndex = end - 1;
  return BORN_IN_LETTERS.test(text);
}
