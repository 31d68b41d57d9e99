/**
 * What stems cost beside suffixes (slots.ts), in about the same unit, -ln of a probability. Set by hand, then tuned
 * one at a time on the treebank's train file and the first half of its test file.
 */
export const costs = {
  /** A stem that nothing is known of: once, and by the letter. */
  noun: 2.75,
  verb: 3,
  letter: 1.15,
  /** On top, for a noun of a list that is guessed to be a verb as well. */
  nounAsVerb: 3,
  /** On top, for an unknown stem of two letters. */
  short: 4,
  /** A stem of a list, or of the study's lexicon. */
  known: 3,
  knownVerb: 3,
  knownLetter: 0.1,
  /** What each letter of a derivational ending of the stem spares. */
  derivedLetter: 0.6,
  /** A listed stem with a derivational ending, beside what the stem costs. */
  derivation: 4,
  /** A suffix whose vowels go against the stem's: loans (сервистік, Йорктің). */
  disharmony: 3,
  disharmonyOfLoan: 1,
  /** An unknown stem in о that a suffix in н- is put to: few loans end so (телефо-ны). */
  vowelOfLoan: 3,
  /** A loan guessed to be a verb without a suffix that makes one. */
  loanAsVerb: 3,
  /** A listed noun that ends like a possessive and takes the endings of one (отбасында). */
  ownedStem: 0.5,
  /** A listed stem whose last high vowel falls before a vowel (аулы). */
  syncope: 0.8,
  /** An unknown stem that ends in a known noun: once, and three letters. */
  compound: 2.5,
  /** A stem that keeps б г ғ, or п к қ before a vowel: loans (штабы, блогы). */
  unrepaired: 2,
  voicedFinal: 1,
  /** A verb whose final ы or і fell before у (оқы, оқу). */
  restored: 1.5,
};
