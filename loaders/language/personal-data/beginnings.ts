import { CYRILLIC_OF } from "../script-repair.ts";

/** Cyrillic letters that a word is folded to, and Latin ones; a number is a letter's place. */
const LETTERS = "абвгдежзиклмнопрстуфхцчшщъыьэюяәғқңөұүһіabcdefghijklmnopqrstuvwxyz";
/** What is no letter of these: a mark, a digit, a letter of another alphabet. */
const OTHER = 0;
/** By code unit. */
const CLASSES = new Uint8Array(0x10000);
/** After a word of one letter or two. */
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

/** What the first letters of a word say. */
const NO = 0;
const ASK_THIRD = 1;
const YES = 2;

/** The letters that words of some patterns may begin with. */
export interface Beginnings {
  /** By the classes of the first two letters. */
  readonly pairs: Uint8Array;
  /** By a hash of the classes of three: 1 for those of a pattern, and for a few others. */
  readonly triples: Uint8Array;
}

/**
 * The beginnings of the words of some patterns. Of a pattern such as `^(?:аутизм\\p{L}{0,6}|рас|г)$` each alternative counts
 * by the letters that it begins with, up to three, and a word of two by its end where the pattern names it.
 */
export function beginnings(patterns: readonly string[]): Beginnings {
  const pairs = new Uint8Array(1 << (2 * BITS)).fill(NO);
  const triples = new Uint8Array(1 << TRIPLE_BITS);
  for (let other = 0; other < 1 << BITS; other++) {
    pairs[other] = YES;
    pairs[other << BITS] = YES;
  }
  const add = (a: number, second: number[], third: number[]) => {
    for (const b of second) {
      const pair = (a << BITS) | b;
      if (third.length === 0) pairs[pair] = YES;
      else if (pairs[pair] === NO) pairs[pair] = ASK_THIRD;
      for (const c of third) triples[tripleOf(pair, c)] = 1;
    }
  };
  for (const pattern of patterns) {
    for (const alternative of alternativesOf(pattern)) {
      if (/^\d/.test(alternative)) continue;
      const letters = lettersOf(alternative);
      if (letters === "") throw new Error(`found the alternative ${alternative}, expected a letter first`);
      const [first = [], second, third] = [...letters.slice(0, 3)].map(waysToWrite);
      const isWhole = letters === alternative;
      const end = isWhole && pattern.endsWith("$") && second !== undefined ? [END] : [];
      for (const a of first) add(a, second ?? (isWhole ? [END] : ANY), third ?? end);
    }
  }
  return { pairs, triples };
}

const TRIPLE_BITS = 14;
const ANY = Array.from({ length: 1 << BITS }, (_, number) => number);

function tripleOf(pair: number, third: number): number {
  return (Math.imul(pair, 89) + third) & ((1 << TRIPLE_BITS) - 1);
}

/** What a pattern has between the bars outside all brackets but its own. */
function alternativesOf(pattern: string): string[] {
  const inner = pattern.replace(/^\^(?:\(\?:(?=.*\)\$$))?/u, "").replace(/\)?\$$/u, "");
  const found = [""];
  let depth = 0;
  for (const sign of inner) {
    if (sign === "(") depth++;
    if (sign === ")") depth--;
    if (sign === "|" && depth === 0) found.push("");
    else found[found.length - 1] += sign;
  }
  return found;
}

/** The letters that an alternative begins with, up to one that may be absent. */
function lettersOf(alternative: string): string {
  const [letters = ""] = /^\p{L}*/u.exec(alternative) ?? [];
  return /^[?*{]/u.test(alternative.slice(letters.length)) ? letters.slice(0, -1) : letters;
}

/** A letter, and one of the other alphabet that looks like it: words of mixed script are repaired. */
function waysToWrite(letter: string): number[] {
  const ways = [classOf(letter)];
  if (ways[0] === OTHER) throw new Error(`found the letter ${letter}, expected one of ${LETTERS}`);
  for (const [latin, cyrillic] of CYRILLIC_OF)
    if (cyrillic.toLowerCase() === letter) ways.push(classOf(latin.toLowerCase()));
  return ways;
}

/** Whether a word's first letters are those of a pattern; always for one that begins with what is no letter of LETTERS. */
export function mayBegin(
  { pairs, triples }: Beginnings,
  units: Uint16Array,
  start: number,
  end: number,
): boolean {
  const pair = (CLASSES[units[start]!]! << BITS) | (start + 1 < end ? CLASSES[units[start + 1]!]! : END);
  const answer = pairs[pair]!;
  if (answer !== ASK_THIRD) return answer === YES;
  const third = start + 2 < end ? CLASSES[units[start + 2]!]! : END;
  return third === OTHER || triples[tripleOf(pair, third)] === 1;
}
