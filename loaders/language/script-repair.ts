/** Letters that look alike, Latin and Cyrillic, as they are written; the lower-case ones have their capitals here too. */
const PAIRS = "aа cс eе oо pр xх yу iі kк hһ əә AА BВ CС EЕ HН IІ KК MМ OО PР TТ XХ YУ ƏӘ";
/** By Latin letter the Cyrillic one that it looks like. */
export const CYRILLIC_OF: ReadonlyMap<string, string> = new Map(
  PAIRS.split(" ").map((pair) => [pair.charAt(0), pair.charAt(1)]),
);
const LATIN_OF = new Map(
  [...CYRILLIC_OF]
    .filter(([latin]) => latin !== "ə" && latin !== "Ə")
    .map(([latin, cyrillic]) => [cyrillic, latin]),
);
const LATIN = /\p{Script=Latin}/gu;
const CYRILLIC = /\p{Script=Cyrillic}/gu;
const HAS_LATIN = /\p{Script=Latin}/u;
const HAS_CYRILLIC = /\p{Script=Cyrillic}/u;
const WORD = /[\p{L}\p{M}\p{Nd}]+/gu;

/**
 * A text whose words of mixed script are written in one, where look-alike letters explain the whole word: `мaма`
 * with a Latin a is `мама`, `Аlmaty` with a Cyrillic А is `Almaty`, `бiлiм` with a Latin i is `білім`. A word that
 * either script explains becomes Cyrillic; one that neither explains stays. For matching only. Repairing twice equals repairing once; time is linear.
 */
export function repairScripts(text: string): string {
  if (!HAS_LATIN.test(text) || !HAS_CYRILLIC.test(text)) return text;
  return text.replace(WORD, repairWord);
}

function repairWord(word: string): string {
  const latin = word.match(LATIN);
  const cyrillic = latin === null ? null : word.match(CYRILLIC);
  if (latin === null || cyrillic === null) return word;
  if (latin.every((letter) => CYRILLIC_OF.has(letter))) {
    return word.replace(LATIN, (letter) => CYRILLIC_OF.get(letter)!);
  }
  const canBeLatin = cyrillic.every((letter) => LATIN_OF.has(letter));
  return canBeLatin ? word.replace(CYRILLIC, (letter) => LATIN_OF.get(letter)!) : word;
}
