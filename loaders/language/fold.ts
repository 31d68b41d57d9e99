import { repairScripts } from "./script-repair.ts";

/** Small letters of Russian and Kazakh alone, or of ASCII with digits: folded as they are. */
const FOLDED = /^(?:[а-яәғқңөұүһі]+|[a-z\d]+)$/;

/**
 * The form under which a word is matched and counted: NFC, words of mixed script in one, lower case, ё as е. The
 * Turkic capital İ folds to i. Folding twice equals folding once.
 */
export function fold(word: string): string {
  if (FOLDED.test(word)) return word;
  const lower = repairScripts(word.normalize("NFC").replaceAll("İ", "i")).toLowerCase();
  return lower.replaceAll("ё", "е").normalize("NFC");
}
