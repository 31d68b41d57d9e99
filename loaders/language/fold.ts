import { repairScripts } from "./script-repair.ts";

/**
 * The form under which a word is matched and counted: NFC, words of mixed script in one, lower case, ё as е. The
 * Turkic capital İ folds to i. Folding twice equals folding once.
 */
export function fold(word: string): string {
  const lower = repairScripts(word.normalize("NFC").replaceAll("İ", "i")).toLowerCase();
  return lower.replaceAll("ё", "е").normalize("NFC");
}
