import { CYRILLIC_OF } from "../script-repair.ts";

/** Cyrillic letters that a word is folded to, and Latin ones; a number is a letter's place. */
const LETTERS = "абвгдежзиклмнопрстуфхцчшщъыьэюяәғқңөұүһіabcdefghijklmnopqrstuvwxyz";
/** By code unit; 0 for what is no letter of these: a mark, a digit, a letter of another alphabet. */
const CLASSES = new Uint8Array(0x10000);
/** After a word of one letter. */
const END = 1;
const FIRST_LETTER = 2;
const BITS = 7;

[...LETTERS].forEach((letter, place) => {
  classify(letter, FIRST_LETTER + place);
});
// Folding makes е of ё, and й of и with a mark.
classify("ё", classOf("е"));
classify("й", classOf("и"));

function classify(letter: string, number: number): void {
  CLASSES[letter.charCodeAt(0)] = number;
  CLASSES[letter.toUpperCase().charCodeAt(0)] = number;
}

function classOf(letter: string): number {
  return CLASSES[letter.charCodeAt(0)]!;
}

/**
 * The pairs of letters that words of some patterns may begin with. Of a pattern such as `аутизм\\p{L}{0,6}|рас|г` each
 * alternative counts by its first two letters, or by one letter and no more.
 */
export function beginnings(patterns: readonly string[]): Uint8Array {
  const pairs = new Uint8Array(1 << (2 * BITS));
  for (let other = 0; other < 1 << BITS; other++) {
    pairs[other] = 1;
    pairs[other << BITS] = 1;
  }
  for (const pattern of patterns) {
    for (const alternative of pattern.replaceAll(/\?:|[()^$]/g, "").split("|")) {
      const first = alternative.charAt(0);
      if (classOf(first) === 0)
        throw new Error(`found the alternative ${alternative}, expected a letter first`);
      const second = /^.[^\\[?]/u.test(alternative) ? alternative.charAt(1) : "";
      for (const a of waysToWrite(first)) {
        if (second === "") pairs[(a << BITS) | END] = 1;
        for (const b of waysToWrite(second)) pairs[(a << BITS) | b] = 1;
      }
    }
  }
  return pairs;
}

/** A letter, and one of the other alphabet that looks like it: words of mixed script are repaired. */
function waysToWrite(letter: string): number[] {
  const ways = [classOf(letter)];
  for (const [latin, cyrillic] of CYRILLIC_OF)
    if (cyrillic.toLowerCase() === letter) ways.push(classOf(latin.toLowerCase()));
  return ways;
}

/** Whether a word's first two letters are among the pairs; always for one that begins with what is no letter of them. */
export function mayBegin(pairs: Uint8Array, units: Uint16Array, start: number, end: number): boolean {
  const second = start + 1 < end ? CLASSES[units[start + 1]!]! : END;
  return pairs[(CLASSES[units[start]!]! << BITS) | second] === 1;
}
