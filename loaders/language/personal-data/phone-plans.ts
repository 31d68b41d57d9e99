/** Digits of a number with its country code, where a country's numbers have one length (ITU-T E.164 numbering plans). */
const LENGTH_BY_CODE: Readonly<Record<string, number>> = {
  "1": 11,
  "7": 11,
  "33": 11,
  "34": 11,
  "44": 12,
  "48": 11,
  "86": 13,
  "90": 12,
  "91": 12,
  "373": 11,
  "374": 11,
  "375": 12,
  "380": 12,
  "420": 12,
  "971": 12,
  "972": 12,
  "976": 11,
  "992": 12,
  "993": 11,
  "994": 12,
  "995": 12,
  "996": 12,
  "998": 12,
};
/** Codes of other countries, whose numbers differ in length. */
const OTHER_CODES = new Set(
  "20 27 30 31 32 36 39 40 41 43 45 46 47 49 51 52 54 55 60 61 62 63 64 65 66 81 82 84 92 93 94 95 98 351 352 353 354 357 358 359 370 371 372 381 385 386 421 852 880 886 961 962 963 964 965 966 967 968 970 973 974 975 977".split(
    " ",
  ),
);
const SHORTEST = 9;
const LONGEST = 15;
/** Mobile codes of Kazakhstan. */
export const MOBILE = /^7(?:0[0-9]|4[7]|5[01]|6[0-4]|7[1-8])/;
/** Codes of places in Kazakhstan, without those that are Russia's. */
export const KAZAKH_PLACE = /^7[12]\d/;
/**
 * After a bare 8 or 7: codes of Kazakhstan (6, 7) and Russia (3, 4, 8, 9). Those that no place has (300, 310, 320, 370,
 * 400, 440 to 469) begin amounts and counts.
 */
const TRUNK = /^[78](?:[679]|8\d|3(?:0[1-9]|[345689])|4(?:0[1-9]|[1237-9]))/;

/** Whether eleven digits are a number of Kazakhstan or Russia with a trunk 8 or a country code 7 and no plus. */
export function isTrunkNumber(digits: string): boolean {
  return digits.length === 11 && TRUNK.test(digits) && !/^7[3]/.test(digits) && !/0{7}$/.test(digits);
}

/** Whether digits that begin with a country code have the length of the country's numbers; undefined for an unknown code. */
export function fitsCountry(digits: string): boolean | undefined {
  for (const size of [1, 2, 3]) {
    const length = LENGTH_BY_CODE[digits.slice(0, size)];
    if (length !== undefined) return digits.length === length;
  }
  if (!OTHER_CODES.has(digits.slice(0, 2)) && !OTHER_CODES.has(digits.slice(0, 3))) return undefined;
  return digits.length >= SHORTEST && digits.length <= LONGEST;
}

/** Whether digits are the code of a country, and no more. */
export function isCountryCode(digits: string): boolean {
  return LENGTH_BY_CODE[digits] !== undefined || OTHER_CODES.has(digits);
}
