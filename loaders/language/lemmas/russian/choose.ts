import type { Parse, Tag } from "az";

/** Added to a reading's score (0 to 1) before the best is taken. Tuned on Russian GSD dev. */
export const weights = {
  /** The word stands as its own lemma: a noun in the nominative, an infinitive, an adverb. */
  identity: 0.05,
  /** A short adjective that a past tense or a short participle explains too (служила, открыты). */
  shortAdjective: -0.6,
  /** A noun that is an adjective by its form, where the adjective is read too (новые). */
  substantive: -0.3,
  /** Names, where something else is read too. */
  name: -0.1,
  imperative: -0.3,
  comparative: 0.1,
  participle: -0.1,
  abbreviation: -0.5,
  vocative: -0.5,
  /** For a word that is in no dictionary. */
  guessedVerb: -0.3,
  guessedIdentity: 0.5,
  /** The same, where the word ends in a vowel. */
  guessedVowel: 0.1,
  identityOfName: 0.1,
  guessedShortAdjective: -0.5,
};

/** The lemma of the best of a word's readings; undefined where there is none. */
export function chooseLemma(word: string, parses: readonly Parse[]): string | undefined {
  let best: string | undefined;
  let bestScore = Number.NEGATIVE_INFINITY;
  const parts = new Set(parses.map(({ tag }) => tag.POST));
  for (const parse of parses) {
    const lemma = lemmaOf(word, parse).replaceAll("ё", "е");
    const score = parse.score + adjustment(word, lemma, parse, parts);
    if (score > bestScore) {
      best = lemma;
      bestScore = score;
    }
  }
  return best;
}

function adjustment(
  word: string,
  lemma: string,
  { tag, parser }: Parse,
  parts: ReadonlySet<unknown>,
): number {
  let sum = 0;
  const guessed = parser !== "Dictionary";
  const name = tag.Name || tag.Surn || tag.Patr || tag.Geox || tag.Orgn;
  if (lemma === word && tag.POST !== "PRTS") {
    if (guessed) sum += /[аеиоуыэюя]$/u.test(word) ? weights.guessedVowel : weights.guessedIdentity;
    else sum += name ? weights.identityOfName : weights.identity;
  }
  if (tag.ADJS && (parts.has("PRTS") || parts.has("VERB"))) sum += weights.shortAdjective;
  if (tag.NOUN && parts.has("ADJF") && /(?:ое|ее|ая|яя|ый|ий|ой|ые|ие)$/u.test(lemma))
    sum += weights.substantive;
  if (name) sum += weights.name;
  if (tag.MOod === "impr") sum += weights.imperative;
  if (tag.COMP) sum += weights.comparative;
  if (tag.PRTF) sum += weights.participle;
  if (tag.Abbr) sum += weights.abbreviation;
  if (tag.voct) sum += weights.vocative;
  if (guessed && (tag.VERB || tag.INFN || tag.GRND || tag.PRTS)) sum += weights.guessedVerb;
  if (guessed && tag.ADJS) sum += weights.guessedShortAdjective;
  return sum;
}

/** Participles and verb forms go to the infinitive, superlatives and ordinals to their own masculine, the rest to the dictionary's first form. */
function lemmaOf(word: string, parse: Parse): string {
  const { tag } = parse;
  if (tag.VERB || tag.PRTF || tag.PRTS || tag.GRND)
    return String(parse.inflect({ POST: "INFN" }) || parse.normalize());
  if (tag.ADJF && tag.Supr) return word.replace(SUPERLATIVE, "$1ий");
  if (tag.ADJF) return String(parse.inflect(masculine(tag)) || parse.normalize(true) || parse);
  if (tag.Patr) {
    const own = { POST: "NOUN", Patr: true, GNdr: tag.GNdr, CAse: "nomn", NMbr: "sing" };
    return String(parse.inflect(own) || parse.normalize());
  }
  return String(parse.normalize() || parse);
}

/** лучшего → лучший, крупнейшая → крупнейший: az puts all degrees of an adjective into one paradigm. */
const SUPERLATIVE = /([шщ])(?:ая|ее|ие|его|ему|им|ем|ей|ею|ую|их|ими)$/u;

function masculine({ Anum, Apro }: Tag): Record<string, string | boolean | undefined> {
  return { POST: "ADJF", Supr: undefined, Anum, Apro, GNdr: "masc", CAse: "nomn", NMbr: "sing" };
}
