export interface PersonalData {
  readonly kind: "phone" | "e-mail" | "identification number";
  readonly at: number;
}

const phone =
  /(?<![\w.+])(?:\+7|8)[ \u00a0(-]{0,2}7\d{2}[ \u00a0)-]{0,2}\d{3}[ \u00a0-]?\d{2}[ \u00a0-]?\d{2}(?![\w.])/g;
const email = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{2,63}){1,4}/gu;
const twelveDigits = /(?<![\w.])\d{12}(?![\w.])/g;

/**
 * Phones (country code 7), e-mail addresses and individual identification numbers in a text that is to be
 * published. `allowed` are addresses that may stand: the study's contact. Never returns the value itself.
 */
export function findPersonalData(text: string, allowed: readonly string[]): PersonalData[] {
  const found: PersonalData[] = [];
  for (const match of text.matchAll(phone)) found.push({ kind: "phone", at: match.index });
  for (const match of text.matchAll(email)) {
    if (!allowed.includes(match[0].toLowerCase())) found.push({ kind: "e-mail", at: match.index });
  }
  for (const match of text.matchAll(twelveDigits)) {
    if (isIdentificationNumber(match[0])) found.push({ kind: "identification number", at: match.index });
  }
  return found;
}

/**
 * True for a Kazakhstan individual identification number: six digits of a date of birth, a digit from 1 to 6
 * for century and sex, and a check digit by weights 1-11, then 3-11 and 1-2 where the first gives 10
 * (Law of the Republic of Kazakhstan on National Registers of Identification Numbers, 2007).
 */
export function isIdentificationNumber(digits: string): boolean {
  if (!/^\d{12}$/.test(digits)) return false;
  const month = Number(digits.slice(2, 4));
  const day = Number(digits.slice(4, 6));
  const century = Number(digits[6]);
  if (month < 1 || month > 12 || day < 1 || day > 31 || century < 1 || century > 6) return false;
  const numbers = Array.from(digits, Number);
  const sum = (shift: number) =>
    numbers.slice(0, 11).reduce((total, digit, index) => total + digit * (((index + shift) % 11) + 1), 0) %
    11;
  const first = sum(0);
  const check = first === 10 ? sum(2) : first;
  return check < 10 && check === numbers[11];
}
