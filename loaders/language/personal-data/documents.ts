import type { Finding } from "./kinds.ts";
import { BANK_ACCOUNT, DOCUMENT, PASSPORT } from "./word-hints.ts";

/** A passport or identity card named, and its number. */
const NAMED =
  /(?<!\p{L})(?:паспорт\p{L}{0,4}|удостоверени\p{L}{1,2}(?: личности)?|уд\.? ?(?:л(?:ич)?(?:ности)?)\.?|куәлі\p{L}{1,6}|passport|свидетельств\p{L}{1,2} о рождении)(?: (?:личности|рк|номер\p{L}{0,3}|нөмір\p{L}{0,3}|серия|сериясы|№)){0,3}[ :№#N-]{0,5}(?<number>(?:[A-ZА-Я]{1,2} ?)?\d{2,4}[ -]?\d{2,3}[ -]?\d{2,4})(?!\d)/giu;
/** A passport of Kazakhstan: N and eight digits. */
const PASSPORT_NUMBER = /(?<![\p{L}\d])N\d{8}(?![\p{L}\d])/gu;
/** An account at a bank of Kazakhstan (ISO 13616): KZ, two check digits, three digits of the bank, thirteen signs. */
const ACCOUNT = /(?<![\p{L}\d])KZ\d{2} ?\d{2}(?: ?[A-Z\d]){14}(?![\p{L}\d])/gu;

/** Numbers of passports, identity cards and birth certificates, and bank accounts whose check digits are right. `hints`: the bits of the text's words. */
export function findDocuments(text: string, hints: number): Finding[] {
  const found: Finding[] = [];
  if ((hints & DOCUMENT) !== 0) {
    for (const match of text.matchAll(NAMED)) {
      const number = match.groups!.number!;
      const digits = number.replace(/\D/g, "").length;
      if (digits < 7 || digits > 10) continue;
      const end = match.index + match[0].length;
      found.push({ kind: "id", start: end - number.length, end });
    }
  }
  if ((hints & PASSPORT) !== 0) {
    for (const { index } of text.matchAll(PASSPORT_NUMBER))
      found.push({ kind: "id", start: index, end: index + 9 });
  }
  if ((hints & BANK_ACCOUNT) !== 0) {
    for (const { index, 0: account } of text.matchAll(ACCOUNT)) {
      if (hasRightCheck(account)) found.push({ kind: "card", start: index, end: index + account.length });
    }
  }
  return found;
}

/** ISO 7064, MOD 97-10, as ISO 13616 applies it: the first four signs last, letters as 10 to 35. */
function hasRightCheck(account: string): boolean {
  const signs = account.replaceAll(" ", "");
  let rest = 0;
  for (const sign of signs.slice(4) + signs.slice(0, 4)) {
    const value = Number.parseInt(sign, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}
