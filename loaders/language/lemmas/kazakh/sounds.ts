/**
 * Sounds of Kazakh as its Cyrillic letters show them. The rules, by their names in apertium-kaz.kaz.twol (Washington,
 * Salimzyanov and Tyers 2014; commit 019663d): "I Vowel Harmony", "A Vowel Harmony", the sets HighSonCns, Liquid, Nasals,
 * VoicedObstruents and VoicelessCns. docs/methods/lemmas.md says which source holds which rule.
 */

/** What a suffix meets at the end of what it is put to: each a bit, so that a suffix can allow several. */
export const VOWEL = 1;
/** р й and the glides у и. */
export const GLIDE = 2;
export const L = 4;
/** м н ң */
export const NASAL = 8;
/** з ж */
export const BUZZ = 16;
/** Voiceless, and final б в г д of loans, which are said voiceless. */
export const VOICELESS = 32;
export const CONSONANT = GLIDE | L | NASAL | BUZZ | VOICELESS;

const FINALS: Readonly<Record<string, number>> = {
  ...each("аәеоөұүыіэяё", VOWEL),
  ...each("рйуию", GLIDE),
  ...each("л", L),
  ...each("мнң", NASAL),
  ...each("зж", BUZZ),
  ...each("пфкқтсшщчхцһбвгғд", VOICELESS),
};

function each(letters: string, bit: number): Record<string, number> {
  return Object.fromEntries([...letters].map((letter) => [letter, bit]));
}

/** The kind of sound that `word` ends in before `end`; a soft or hard sign is looked through. 0: not a letter of Kazakh. */
export function finalOf(word: string, end: number): number {
  let at = end - 1;
  while (at > 0 && (word[at] === "ь" || word[at] === "ъ")) at--;
  return FINALS[word[at]!] ?? 0;
}

export type Harmony = "back" | "front" | "open";

const BACK = "аоұыяё";
const FRONT = "әөүіеэ";

/** What suffixes the last telling vowel before `end` asks for; у tells nothing, и leaves both open, a soft sign asks for front. */
export function harmonyOf(word: string, end: number): Harmony {
  if (word[end - 1] === "ь") return "front";
  for (let at = end - 1; at >= 0; at--) {
    const letter = word[at]!;
    if (BACK.includes(letter)) return "back";
    if (FRONT.includes(letter)) return "front";
    if (letter === "и") return "open";
  }
  return "open";
}

/** True where a vowel (у and и too) stands before `end`. */
export function hasVowel(word: string, end: number): boolean {
  for (let at = 0; at < end; at++) if (isVowel(word[at]!)) return true;
  return false;
}

export function isVowel(letter: string): boolean {
  return (
    BACK.includes(letter) || FRONT.includes(letter) || letter === "у" || letter === "и" || letter === "ю"
  );
}

/** Vowels of a word, glides у and и after a vowel left out. */
export function syllables(word: string): number {
  let count = 0;
  for (let at = 0; at < word.length; at++) {
    const letter = word[at]!;
    if (BACK.includes(letter) || FRONT.includes(letter)) count++;
    else if ((letter === "у" || letter === "и" || letter === "ю") && !(at > 0 && isVowel(word[at - 1]!)))
      count++;
  }
  return count;
}

/**
 * True of a stem that shows itself a loan by a letter that native words lack, г beside back vowels (native words have ғ
 * there), и before a vowel, two consonants in front, or о behind the first syllable.
 */
export function isLoan(stem: string): boolean {
  return LOAN.test(stem);
}

const LOAN =
  /[вфцчщъьэё]|^йо|[аоуыя][лнр]?г(?![еоө][рй])|и[аоуюя]|^[бгдзклмпрстфш][бвгдзклмнпрстф]|[аәеэиоөуұүыіюя][^аәеэиоөуұүыіюя]+о/u;
