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

/** Of every letter that is a vowel or may be one: у, и and ю too. */
const SYLLABIC = 64;
const IS_BACK = 128;
const IS_FRONT = 256;
/** By code unit: the kind of sound that a word ends in, and what the letter is inside it. */
const SOUNDS = new Uint16Array(0x10000);
mark("аәеоөұүыіэяё", VOWEL);
mark("рйуию", GLIDE);
mark("л", L);
mark("мнң", NASAL);
mark("зж", BUZZ);
mark("пфкқтсшщчхцһбвгғд", VOICELESS);
mark("аоұыяё", IS_BACK | SYLLABIC);
mark("әөүіеэ", IS_FRONT | SYLLABIC);
mark("уию", SYLLABIC);
const FINAL = CONSONANT | VOWEL;
const SOFT_SIGN = "ь".charCodeAt(0);
const HARD_SIGN = "ъ".charCodeAt(0);
const I = "и".charCodeAt(0);

function mark(letters: string, bits: number): void {
  for (const letter of letters) SOUNDS[letter.charCodeAt(0)]! |= bits;
}

/** The kind of sound that `word` ends in before `end`; a soft or hard sign is looked through. 0: not a letter of Kazakh. */
export function finalOf(word: string, end: number): number {
  let at = end - 1;
  let unit = word.charCodeAt(at);
  while (at > 0 && (unit === SOFT_SIGN || unit === HARD_SIGN)) unit = word.charCodeAt(--at);
  return at < 0 ? 0 : SOUNDS[unit]! & FINAL;
}

export type Harmony = "back" | "front" | "open";

/** What suffixes the last telling vowel before `end` asks for; у tells nothing, и leaves both open, a soft sign asks for front. */
export function harmonyOf(word: string, end: number): Harmony {
  if (word.charCodeAt(end - 1) === SOFT_SIGN) return "front";
  for (let at = end - 1; at >= 0; at--) {
    const unit = word.charCodeAt(at);
    const sound = SOUNDS[unit]!;
    if ((sound & IS_BACK) !== 0) return "back";
    if ((sound & IS_FRONT) !== 0) return "front";
    if (unit === I) return "open";
  }
  return "open";
}

/** True where a vowel (у and и too) stands before `end`. */
export function hasVowel(word: string, end: number): boolean {
  for (let at = 0; at < end; at++) if ((SOUNDS[word.charCodeAt(at)]! & SYLLABIC) !== 0) return true;
  return false;
}

/** Vowels of a word, glides у and и after a vowel left out. */
export function syllables(word: string): number {
  let count = 0;
  let before = 0;
  for (let at = 0; at < word.length; at++) {
    const sound = SOUNDS[word.charCodeAt(at)]!;
    const isVowel = (sound & (IS_BACK | IS_FRONT)) !== 0;
    if (isVowel || ((sound & SYLLABIC) !== 0 && (before & SYLLABIC) === 0)) count++;
    before = sound;
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
