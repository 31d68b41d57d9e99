import { BUZZ, CONSONANT, GLIDE, type Harmony, L, NASAL, VOICELESS, VOWEL } from "./sounds.ts";

/** One written shape of a suffix, and where it may stand. */
export interface Suffix {
  text: string;
  /** Kinds of sound that it may follow: bits of sounds.ts. */
  after: number;
  harmony: Harmony;
  /** What it costs to read it: about -ln of how often a word that could have it does. */
  cost: number;
  /** Begins with a vowel, so that п к қ before it are written б г ғ. */
  voices: boolean;
}

/**
 * First letters that assimilate, by what stands before. Upper-case Latin names in the tables of suffixes:
 * L plural, N genitive, T accusative, D locative and past, Q ablative, G dative and participle, M negation and
 * person, W instrumental and the 1st person singular.
 */
const INITIALS: Readonly<Record<string, readonly (readonly [letter: string, after: number])[]>> = {
  L: [
    ["л", VOWEL | GLIDE],
    ["д", L | NASAL | BUZZ],
    ["т", VOICELESS],
  ],
  N: [
    ["н", VOWEL | NASAL],
    ["д", GLIDE | L | BUZZ],
    ["т", VOICELESS],
  ],
  T: [
    ["н", VOWEL],
    ["д", GLIDE | L | NASAL | BUZZ],
    ["т", VOICELESS],
  ],
  D: [
    ["д", VOWEL | GLIDE | L | NASAL | BUZZ],
    ["т", VOICELESS],
  ],
  Q: [
    ["д", VOWEL | GLIDE | L | BUZZ],
    ["н", NASAL],
    ["т", VOICELESS],
  ],
  M: [
    ["м", VOWEL | GLIDE | L],
    ["б", NASAL | BUZZ],
    ["п", VOICELESS],
  ],
  W: [
    ["м", VOWEL | GLIDE | L | NASAL],
    ["б", BUZZ],
    ["п", VOICELESS],
  ],
};

/**
 * The shapes of a suffix written with archiphonemes: A а/е, I ы/і, G ғ/қ or г/к, K қ/к, and the initials above. `after` narrows
 * where it may stand (`V` vowels, `C` consonants, default anywhere that its initial allows).
 */
export function shapes(pattern: string, cost: number, after: "V" | "C" | "any" = "any"): Suffix[] {
  const limit = after === "V" ? VOWEL : after === "C" ? CONSONANT : VOWEL | CONSONANT;
  const found: Suffix[] = [];
  const harmonies: Harmony[] = /[AIGK]/.test(pattern) ? ["back", "front"] : ["open"];
  for (const harmony of harmonies) {
    for (const [head, bits] of initials(pattern, harmony)) {
      const allowed = bits & limit;
      if (allowed === 0) continue;
      const text = head + spell(pattern.slice(1), harmony);
      found.push({ text, after: allowed, harmony, cost, voices: /^[аеыіу]/.test(text) });
    }
  }
  return found;
}

function initials(pattern: string, harmony: Harmony): readonly (readonly [string, number])[] {
  const first = pattern[0]!;
  if (first === "G") {
    const [voiced, voiceless] = harmony === "back" ? ["ғ", "қ"] : ["г", "к"];
    return [
      [voiced!, VOWEL | GLIDE | L | NASAL | BUZZ],
      [voiceless!, VOICELESS],
    ];
  }
  return INITIALS[first] ?? [[spell(first, harmony), VOWEL | CONSONANT]];
}

function spell(pattern: string, harmony: Harmony): string {
  const back = harmony === "back";
  return pattern
    .replaceAll("A", back ? "а" : "е")
    .replaceAll("I", back ? "ы" : "і")
    .replaceAll("K", back ? "қ" : "к")
    .replaceAll("G", back ? "ғ" : "г")
    .replaceAll("D", "д");
}
