import { repairScripts } from "../language/script-repair.ts";

/** A word as `fold` leaves it, but for its case: NFC, one script, ё as е. */
export function foldKeepingCase(word: string): string {
  return repairScripts(word.normalize("NFC")).replaceAll("ё", "е").replaceAll("Ё", "Е").normalize("NFC");
}
