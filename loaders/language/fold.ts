/**
 * The form under which a word is matched and counted: NFC, lower case, ё as е. The Turkic capital İ folds to i.
 * Folding twice equals folding once.
 */
export function fold(word: string): string {
  return word.normalize("NFC").replaceAll("İ", "i").toLowerCase().replaceAll("ё", "е").normalize("NFC");
}
