import { scan } from "./scan.ts";
import { Spans } from "./spans.ts";
import { type Evidence, gather, noEvidence, type ScannedText } from "./telling-words.ts";

export const LANGUAGES = ["kk", "ru", "mixed", "other", "none"] as const;
export type Language = (typeof LANGUAGES)[number];
export type Script = "cyrillic" | "latin" | "mixed" | "none";

export interface Identification {
  language: Language;
  script: Script;
  /**
   * From 0 to 1: the share of the telling words that tell this language, shrunk where they are few. A score to rank
   * by, not a probability.
   */
  confidence: number;
  /** Code-switching: share of the telling words, Kazakh or Russian, that tell the less used of the two; 0 to 0.5. */
  switching: number;
}

/** Above this share of letters one alphabet is the text's alphabet. */
const ONE_SCRIPT = 0.8;
/** A text is mixed when each language has at least this many words that tell it, and this share of them. */
const MIXED_WORDS = 4;
const MIXED_SHARE = 0.25;
/**
 * Above this share of the telling words a third language's words make the text theirs. A neighbour in Cyrillic shares so
 * many words with Kazakh or Russian that as many words of its own decide; Latin text quotes English.
 */
const FOREIGN_CYRILLIC = 0.45;
const FOREIGN_LATIN = 0.5;

/** Letters ы, і and others that Uzbek lacks stand in most Kazakh words: below this many a word the text is Uzbek. */
const FEWEST_HIGH_VOWELS = 0.2;
const ENOUGH_WORDS = 4;
/** Cyrillic words that tell nothing are taken for Russian from so many letters on; fewer are too short to tell. */
const ENOUGH_LETTERS = 8;
/** What a word of the Russian dictionary weighs beside Kazakh words, in a text without a letter of Kazakh's own. */
const OPEN_RUSSIAN_WEIGHT = 0.3;
/** Telling words at which the confidence is halved. */
const HALF_CONFIDENCE = 1;

/**
 * The language and alphabet of a text, by rules and no model: every word of a scanner's tokens is judged by its
 * letters (ә ғ қ ң ө ұ ү һ і of Kazakh; ә → ä and others in the Latin alphabets of 2018 and 2021), by lists of
 * function words, by inflectional endings, and by common Kazakh stems with Kazakh endings in whatever letters
 * (plain-kazakh.ts); no word of the Russian dictionary tells Kazakh by its ending. The language with more telling words wins. `mixed`: both have at
 * least four telling words and a quarter of them. `other`: letters, words or shapes of words of neighbours
 * (Ukrainian, Kyrgyz, Tatar, Uzbek, Turkish, …) prevail, or a text that looks Kazakh lacks the vowels ы and і, or no
 * word of a Latin text is Kazakh. `none`: no word with a letter, or
 * fewer than eight Cyrillic letters in words of which most are in no list and no dictionary. Time is linear in the text.
 */
export function identifyLanguage(text: string): Identification {
  scan(text, spans);
  return identifyScanned([{ text, tokens: spans }]);
}

const spans = new Spans();

/** The language and alphabet of a post's parts that have been scanned: as `identifyLanguage` of its lines together. */
export function identifyScanned(parts: readonly ScannedText[]): Identification {
  const evidence = noEvidence();
  for (const part of parts) gather(part, evidence);
  const language = languageOf(evidence);
  return {
    language,
    script: scriptOf(evidence.cyrillic, evidence.latin),
    confidence: confidenceOf(language, evidence),
    switching: switchingOf(evidence),
  };
}

function confidenceOf(language: Language, { kazakh, russian, foreign, words }: Evidence): number {
  if (language === "none") return words === 0 ? 1 : 0;
  const telling = kazakh + russian + foreign;
  if (telling === 0) return 0;
  const own =
    language === "kk"
      ? kazakh
      : language === "ru"
        ? russian
        : language === "mixed"
          ? kazakh + russian
          : foreign;
  const share = language === "other" && own === 0 ? 1 / (1 + words) : own / telling;
  return (share * telling) / (telling + HALF_CONFIDENCE);
}

function switchingOf({ kazakh, russian }: Evidence): number {
  return kazakh + russian === 0 ? 0 : Math.min(kazakh, russian) / (kazakh + russian);
}

/** Whether the letters that look Kazakh are those of a neighbour, who lacks the others. */
function isNeighbour({ own, ukrainian, turkic, kazakh, russian, foreign }: Evidence): boolean {
  if (own > 0) return false;
  if (ukrainian === 0) return turkic >= 3 && kazakh >= russian;
  return turkic === 0 && foreign > 0 && 2 * (foreign + russian) >= kazakh;
}

/** In a Cyrillic text words in Latin letters are quotations and names, whatever they tell. */
function isForeign({ kazakh, russian, foreign, foreignLatin, cyrillic, latin }: Evidence): boolean {
  const isLatin = latin > cyrillic;
  const own = isLatin ? foreign : foreign - foreignLatin;
  return own > (isLatin ? FOREIGN_LATIN : FOREIGN_CYRILLIC) * (kazakh + russian + own);
}

function languageOf(evidence: Evidence): Language {
  const { kazakh, russian, foreign, open, words } = evidence;
  if (words === 0) return "none";
  const telling = kazakh + russian;
  if (isForeign(evidence)) return "other";
  if (isNeighbour(evidence)) return "other";
  const isLikeKazakh = kazakh >= ENOUGH_WORDS && kazakh > russian && foreign > 0;
  if (isLikeKazakh && evidence.high < FEWEST_HIGH_VOWELS * kazakh) return "other";
  if (telling === 0) {
    if (open === 0) return evidence.latin > 0 ? "other" : "none";
    return 2 * evidence.openRussian >= open || evidence.cyrillic >= ENOUGH_LETTERS ? "ru" : "none";
  }
  const smaller = Math.min(kazakh, russian);
  if (smaller >= MIXED_WORDS && smaller >= MIXED_SHARE * telling) return "mixed";
  const hasKazakhLetters = evidence.own + evidence.turkic + evidence.ukrainian > 0;
  const russianToo = hasKazakhLetters ? 0 : OPEN_RUSSIAN_WEIGHT * evidence.openRussian;
  return kazakh >= russian + russianToo ? "kk" : "ru";
}

function scriptOf(cyrillic: number, latin: number): Script {
  const letters = cyrillic + latin;
  if (letters === 0) return "none";
  if (cyrillic >= ONE_SCRIPT * letters) return "cyrillic";
  return latin >= ONE_SCRIPT * letters ? "latin" : "mixed";
}
