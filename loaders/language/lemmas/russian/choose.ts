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
    const signs = signsOf(parse.tag);
    // The lemma is the costly part: it is not sought for a reading that can't win whatever its lemma is.
    if (parse.score + mostOf(signs, parse, parts) <= bestScore) continue;
    const lemma = lemmaOf(word, parse).replaceAll("ё", "е");
    const score = parse.score + adjustment(word, lemma, signs, parse, parts);
    if (score > bestScore) {
      best = lemma;
      bestScore = score;
    }
  }
  return best;
}

/** What `adjustment` asks of a tag. */
interface Signs {
  readonly name: boolean;
  readonly noun: boolean;
  readonly shortAdjective: boolean;
  readonly shortParticiple: boolean;
  readonly verb: boolean;
  /** What the tag adds by itself, term by term, in the order in which they are added. */
  readonly terms: readonly number[];
}

/** By tag: az has a few thousand, frozen, with so many properties that asking for one is slow. */
const signsByTag = new WeakMap<Tag, Signs>();

function signsOf(tag: Tag): Signs {
  let signs = signsByTag.get(tag);
  if (signs === undefined) {
    const name = Boolean(tag.Name || tag.Surn || tag.Patr || tag.Geox || tag.Orgn);
    const terms: number[] = [];
    if (name) terms.push(weights.name);
    if (tag.MOod === "impr") terms.push(weights.imperative);
    if (tag.COMP) terms.push(weights.comparative);
    if (tag.PRTF) terms.push(weights.participle);
    if (tag.Abbr) terms.push(weights.abbreviation);
    if (tag.voct) terms.push(weights.vocative);
    signs = {
      name,
      noun: Boolean(tag.NOUN),
      shortAdjective: Boolean(tag.ADJS),
      shortParticiple: tag.POST === "PRTS",
      verb: Boolean(tag.VERB || tag.INFN || tag.GRND || tag.PRTS),
      terms,
    };
    signsByTag.set(tag, signs);
  }
  return signs;
}

/** At least as much as `adjustment` gives for any lemma. */
function mostOf(signs: Signs, { parser }: Parse, parts: ReadonlySet<unknown>): number {
  const guessed = parser !== "Dictionary";
  let most = ROUNDING;
  if (!signs.shortParticiple) most += guessed ? weights.guessedIdentity : weights.identityOfName;
  if (signs.shortAdjective && (parts.has("PRTS") || parts.has("VERB"))) most += weights.shortAdjective;
  for (const term of signs.terms) most += term;
  if (guessed && signs.verb) most += weights.guessedVerb;
  if (guessed && signs.shortAdjective) most += weights.guessedShortAdjective;
  return most;
}

const ROUNDING = 1e-9;

function adjustment(
  word: string,
  lemma: string,
  signs: Signs,
  { parser }: Parse,
  parts: ReadonlySet<unknown>,
): number {
  let sum = 0;
  const guessed = parser !== "Dictionary";
  if (lemma === word && !signs.shortParticiple) {
    if (guessed) sum += /[аеиоуыэюя]$/u.test(word) ? weights.guessedVowel : weights.guessedIdentity;
    else sum += signs.name ? weights.identityOfName : weights.identity;
  }
  if (signs.shortAdjective && (parts.has("PRTS") || parts.has("VERB"))) sum += weights.shortAdjective;
  if (signs.noun && parts.has("ADJF") && /(?:ое|ее|ая|яя|ый|ий|ой|ые|ие)$/u.test(lemma))
    sum += weights.substantive;
  for (const term of signs.terms) sum += term;
  if (guessed && signs.verb) sum += weights.guessedVerb;
  if (guessed && signs.shortAdjective) sum += weights.guessedShortAdjective;
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
