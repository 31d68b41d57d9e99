import { harmonyOf } from "./sounds.ts";

/** The vowel that is written together with the й after it as и (оқы + йды, оқиды), and falls before у. */
export function highVowel(stem: string): string {
  return harmonyOf(stem, stem.length) === "front" ? "і" : "ы";
}

/** Final п к қ as written before a vowel. */
export const UNVOICED: Readonly<Record<string, string>> = { б: "п", г: "к", ғ: "қ" };

/**
 * The final к қ п that a stem's written г ғ б stands for before a vowel. г of a loan is its own: beside back vowels, and
 * after н (психолог, тренинг).
 */
export function unvoiced(stem: string): string | undefined {
  const last = stem.at(-1)!;
  if (last === "г" && (stem.at(-2) === "н" || harmonyOf(stem, stem.length) === "back")) return undefined;
  return UNVOICED[last];
}

/**
 * аул → ауыл, ерн → ерін: the high vowel that falls before a suffix's vowel, between a sonorant and р л н к қ п з; before с
 * only after у (дауыс), since verbal nouns in -с keep it (айтысы).
 */
export function withVowel(stem: string): string | undefined {
  if (!SYNCOPATED.test(stem)) return undefined;
  const last = stem.at(-1)!;
  return stem.slice(0, -1) + highVowel(stem) + (UNVOICED[last] ?? last);
}

const SYNCOPATED = /.(?:[рлмнңйу][рлнқкпзғгб]|ус)$/u;
