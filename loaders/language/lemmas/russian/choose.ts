import { russianDictionary } from "./dictionary.ts";
import { lemmaOf } from "./lemma-form.ts";
import { type Reading, ROUNDING } from "./readings.ts";

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
  identityOfName: 0.1,
};

/** The lemma of the best of a word's readings in the dictionary; undefined where there is none. */
export function chooseLemma(word: string, list: readonly Reading[]): string | undefined {
  if (list.length === 1) return lemmaOf(word, list[0]!).replaceAll("ё", "е");
  const { paradigms } = russianDictionary();
  let best: string | undefined;
  let bestScore = Number.NEGATIVE_INFINITY;
  let parts = 0;
  for (const { form } of list) parts |= signsOf(paradigms.tagOf(form)).part;
  for (const reading of list) {
    const signs = signsOf(paradigms.tagOf(reading.form));
    // The lemma is the costly part: it is not sought for a reading that can't win whatever its lemma is.
    if (reading.score + mostOf(signs, parts) <= bestScore) continue;
    const lemma = lemmaOf(word, reading).replaceAll("ё", "е");
    const score = reading.score + adjustment(word, lemma, signs, parts);
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
  /** A bit for a part of speech that changes what others are worth; 0 for the rest. */
  readonly part: number;
  /** What the tag adds by itself, term by term, in the order in which they are added. */
  readonly terms: readonly number[];
}

const FINITE_VERB = 1;
const SHORT_PARTICIPLE = 2;
const ADJECTIVE = 4;

/** By number of the tag. */
const signsByTag: (Signs | undefined)[] = [];

function signsOf(number: number): Signs {
  let signs = signsByTag[number];
  if (signs === undefined) {
    const tag = russianDictionary().paradigms.tags[number]!;
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
      part:
        tag.POST === "VERB"
          ? FINITE_VERB
          : tag.POST === "PRTS"
            ? SHORT_PARTICIPLE
            : tag.POST === "ADJF"
              ? ADJECTIVE
              : 0,
      terms,
    };
    signsByTag[number] = signs;
  }
  return signs;
}

/** At least as much as `adjustment` gives for any lemma. */
function mostOf(signs: Signs, parts: number): number {
  let most = ROUNDING;
  if (!signs.shortParticiple) most += weights.identityOfName;
  if (signs.shortAdjective && (parts & (SHORT_PARTICIPLE | FINITE_VERB)) !== 0)
    most += weights.shortAdjective;
  for (const term of signs.terms) most += term;
  return most;
}

function adjustment(word: string, lemma: string, signs: Signs, parts: number): number {
  let sum = 0;
  if (lemma === word && !signs.shortParticiple) sum += signs.name ? weights.identityOfName : weights.identity;
  if (signs.shortAdjective && (parts & (SHORT_PARTICIPLE | FINITE_VERB)) !== 0) sum += weights.shortAdjective;
  if (signs.noun && (parts & ADJECTIVE) !== 0 && /(?:ое|ее|ая|яя|ый|ий|ой|ые|ие)$/u.test(lemma))
    sum += weights.substantive;
  for (const term of signs.terms) sum += term;
  return sum;
}
