import type { CorpusForms } from "./corpus-forms.ts";
import { russianDictionary } from "./dictionary.ts";
import { hashOf, joined } from "./joined-hash.ts";
import { lemmaOf } from "./lemma-form.ts";
import { type Reading, ROUNDING } from "./readings.ts";
import type { Tag } from "./tags.ts";

/** Added to the score (0 to 1) of a reading of a word that no dictionary has. Tuned on Russian GSD dev. */
export const guessWeights = {
  verb: -0.3,
  shortAdjective: -0.5,
  /** Adverbs, comparatives, and words that do not change. */
  fixed: -0.3,
  possessive: -0.1,
  /** A masculine noun, by a plural that both genders have (мемами): new words are mostly masculine. */
  masculine: 0.08,
  /** An adjective of the dictionary with something before it (психо-речевой). */
  compound: 0.3,
  /** A word that no reading takes for its own lemma. */
  unread: -0.1,
  /** An adjective, by an ending that adjectives alone have (-ого, -ыми), or one behind -ск- or -н-. */
  adjective: 0.3,
  /** Each other form of the same paradigm that the corpus holds, up to `mostWitnesses`. */
  witness: 0.25,
  mostWitnesses: 3,
};

const COMPOUND_LETTERS = 6;

/** What the word itself being its lemma is worth, by its end; the first that fits counts. */
const IDENTITY: readonly (readonly [end: RegExp, worth: number])[] = [
  [/(?:ческ|ск)и$/u, 0.8],
  [/(?:ого|его|ому|ему|ыми|ими|ых|ую|юю|ые|ой|ая|ск(?:ие|их|им|ом|ое))$/u, -0.5],
  [/(?:[^ь]ся|сь|[еи]шь|ирован[аоы]?|[аяеу][ею]т)$/u, -0.5],
  [/ье$/u, 0.5],
  [/(?:их|ым|им|ое|ее|ие|ей|яя|ов|ев|ам|ям|ами|ями|ах|ях|ом|ем|ою|ею)$/u, -0.1],
  // After к г х and hushing sounds, -и stands for -ы: инноватики, but джакузи.
  [/[^аеиоуыэюягкхжшчщь]и$/u, 0.3],
  [/[аяыиуюе]$/u, 0],
  [/[оэй]$/u, 0.3],
  [/./u, 0.7],
];
/** An adjective by its end: by the ending alone, or by one behind a suffix of adjectives. */
const ADJECTIVE =
  /(?:[^аеиоуыэюя](?:ого|ому|ыми|ых|ую)|ск(?:ая|ий|ое|ой|им|ом|ие|их|ими|ую|ою)|(?:[вилтч]н|[ие]в)(?:ая|ое|ой|ым|ые|ый))$/u;
/** A form of a verb by its end. */
const VERB =
  /(?:[аяеиыуо]л[аои]?с[ья]|[еуюая]тся|вшись|[аяеиу]л[аои]|ирован[аоы]?|[аяеу][ею]т|ться|[аи]ть)$/u;

/**
 * The lemma of a word that no dictionary has, from readings that its end suggests; undefined where there is none.
 * `corpus`: the words that the study's posts hold. Other forms of the paradigm that a reading takes the word for speak for
 * it (тьютор and тьюторами for тьюторов). The word's own end says how likely the word is to stand as its own lemma.
 */
export function guessLemma(
  word: string,
  readings: readonly Reading[],
  corpus?: CorpusForms,
): string | undefined {
  const identity = IDENTITY.find(([end]) => end.test(word))![1];
  const isAdjective = ADJECTIVE.test(word);
  const isVerb = VERB.test(word);
  const { paradigms } = russianDictionary();
  const met = new Map<string, number>();
  let best: string | undefined = identity > 0 ? word : undefined;
  let bestScore = best === undefined ? Number.NEGATIVE_INFINITY : identity + guessWeights.unread;
  const mostByCorpus = corpus === undefined ? 0 : guessWeights.witness * guessWeights.mostWitnesses;
  const mostByLemma = Math.max(identity, 0) + mostByCorpus + ROUNDING;
  for (const reading of readings) {
    const worth = worthOf(paradigms.tagOf(reading.form));
    let score = reading.score;
    if (worth.needs === "verb") score += isVerb ? 0 : worth.add;
    else if (worth.needs === "adjective") score += isAdjective ? worth.add : 0;
    else score += worth.add;
    const isCompound = reading.prefix !== "" && worth.isAdjective && reading.word.length >= COMPOUND_LETTERS;
    if (isCompound) score += guessWeights.compound;
    // Lemma and witnesses are the costly part: they are not sought for a reading that can't win whatever they are.
    if (score + mostByLemma <= bestScore) continue;
    const lemma = lemmaOf(word, reading).replaceAll("ё", "е");
    if (lemma === word) score += isCompound ? Math.max(identity, 0) : identity;
    if (score + mostByCorpus + ROUNDING <= bestScore) continue;
    if (corpus !== undefined) score += guessWeights.witness * witnesses(word, reading, corpus, met);
    if (score > bestScore) {
      best = lemma;
      bestScore = score;
    }
  }
  return best;
}

/** What a tag adds to a reading's score: to any word's, to one without a verb's end, or to one with an adjective's. */
interface Worth {
  readonly add: number;
  readonly needs: "nothing" | "verb" | "adjective";
  readonly isAdjective: boolean;
}

/** By number of the tag, worked out at first sight. */
const worths: (Worth | undefined)[] = [];

function worthOf(number: number): Worth {
  let worth = worths[number];
  if (worth === undefined) {
    const tag = russianDictionary().paradigms.tags[number]!;
    worth = { ...worthOfTag(tag), isAdjective: tag.ADJF === true };
    worths[number] = worth;
  }
  return worth;
}

function worthOfTag(tag: Tag): Pick<Worth, "add" | "needs"> {
  const needs = "nothing";
  if (tag.ADVB || tag.COMP || tag.Fixd || tag.voct) return { add: guessWeights.fixed, needs };
  if (tag.Poss) return { add: guessWeights.possessive, needs };
  if (tag.ADJS) return { add: guessWeights.shortAdjective, needs };
  if (tag.VERB || tag.INFN || tag.GRND || tag.PRTS || tag.PRTF)
    return { add: guessWeights.verb, needs: "verb" };
  if (tag.NOUN && tag.masc && tag.plur && (tag.datv || tag.ablt || tag.loct))
    return { add: guessWeights.masculine, needs };
  return tag.ADJF ? { add: guessWeights.adjective, needs: "adjective" } : { add: 0, needs };
}

/** How many other forms of a reading's paradigm the corpus holds, up to the most that count. */
function witnesses(
  word: string,
  { word: written, prefix, form }: Reading,
  corpus: CorpusForms,
  met: Map<string, number>,
): number {
  const { paradigms } = russianDictionary();
  const shapes = paradigms.shapesOf(form);
  const stem = written.substring(
    paradigms.prefixOf(form).length,
    written.length - paradigms.endingOf(form).length,
  );
  const whole = prefix + stem;
  const key = `${paradigms.siblings(form)[0]} ${whole}`;
  const known = met.get(key);
  if (known !== undefined) return known;
  const found: string[] = [];
  const hash = hashOf(whole);
  for (const { prefix: before, ending, prefixHash, endingHash } of shapes) {
    if (!corpus.mayHold(joined(joined(prefixHash, hash), endingHash))) continue;
    const other = `${before}${whole}${ending}`.replaceAll("ё", "е");
    if (other === word || !corpus.has(other) || found.includes(other)) continue;
    found.push(other);
    if (found.length === guessWeights.mostWitnesses) break;
  }
  met.set(key, found.length);
  return found.length;
}
