import { judgeCyrillic, judgeLatin, type Verdict } from "./evidence.ts";
import { fold } from "./fold.ts";
import { scan } from "./scan.ts";
import { HASHTAG, Spans, WORD } from "./spans.ts";
import { LONGEST_WORD, WordMemo } from "./word-memo.ts";

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
/** Words of a third language that outweigh what looks like Kazakh or Russian. */
const FOREIGN_SHARE = 0.5;

/** Letters ы, і and others that Uzbek lacks stand in most Kazakh words: below this many a word the text is Uzbek. */
const FEWEST_HIGH_VOWELS = 0.2;
const ENOUGH_WORDS = 4;
/** Telling words at which the confidence is halved. */
const HALF_CONFIDENCE = 1;

/**
 * The language and alphabet of a text, by rules and no model: every word of a scanner's tokens is judged by its
 * letters (ә ғ қ ң ө ұ ү һ і of Kazakh; ә → ä and others in the Latin alphabets of 2018 and 2021), by lists of
 * function words and by inflectional endings; the language with more telling words wins. `mixed`: both have at
 * least four telling words and a quarter of them. `other`: letters, words or shapes of words of neighbours
 * (Ukrainian, Kyrgyz, Tatar, Uzbek, Turkish, …) prevail, or a text that looks Kazakh lacks the vowels ы and і, or no
 * word of a Latin text is Kazakh. `none`: no word with a letter. Time is linear in the text.
 */
export function identifyLanguage(text: string): Identification {
  scan(text, spans);
  return identifyScanned([{ text, tokens: spans }]);
}

const spans = new Spans();

/** A text and the tokens that `scan` finds in it. */
export interface ScannedText {
  readonly text: string;
  readonly tokens: Spans;
}

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
  if (language === "none") return 1;
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

/** Words by what they tell, letters by alphabet. */
interface Evidence {
  kazakh: number;
  russian: number;
  foreign: number;
  /** Cyrillic words that tell nothing. */
  open: number;
  words: number;
  cyrillic: number;
  latin: number;
  /** Letters қ ғ ұ, which among the neighbours Kazakh alone uses; і, as in Ukrainian; ә ң ө ү һ, as in Tatar. */
  own: number;
  ukrainian: number;
  turkic: number;
  /** Letters ы and і of words that tell Kazakh, and what stands for them in Latin. */
  high: number;
}

function noEvidence(): Evidence {
  return {
    kazakh: 0,
    russian: 0,
    foreign: 0,
    open: 0,
    words: 0,
    cyrillic: 0,
    latin: 0,
    own: 0,
    ukrainian: 0,
    turkic: 0,
    high: 0,
  };
}

const SILENT = 0;
const TELLS_KAZAKH = 1;
const TELLS_RUSSIAN = 2;
const TELLS_FOREIGN = 3;
/** A word in Cyrillic that tells nothing. */
const OPEN = 4;
/** Added where the word has letters of the sorts after `latin`. */
const SPECIAL = 8;

/**
 * What one word adds to the evidence, remembered in two numbers. From the low bits up, in the first: what it tells (4 bits),
 * letters in Cyrillic and in Latin (7 bits each, as no remembered word has more than 64); in the second: the letters of
 * `own`, `ukrainian`, `turkic`, `high` (7 bits each).
 */
const judged = new WordMemo((word, facts, at) => {
  const { tells, cyrillic, latin, own, ukrainian, turkic, high } = judge(word);
  facts[at] = tells | (cyrillic << 4) | (latin << 11);
  facts[at + 1] = own | (ukrainian << 7) | (turkic << 14) | (high << 21);
});
const COUNT = 0x7f;

function gather({ text, tokens }: ScannedText, evidence: Evidence): void {
  const { kinds, starts, ends, count } = tokens;
  for (let i = 0; i < count; i++) {
    const kind = kinds[i];
    if (kind !== WORD && kind !== HASHTAG) continue;
    const start = starts[i]! + (kind === HASHTAG ? 1 : 0);
    const at = judged.at(tokens, start, ends[i]!);
    if (at === -1) {
      addLong(judge(text.slice(start, ends[i])), evidence);
      continue;
    }
    const facts = judged.slots[at]!;
    evidence.words++;
    evidence.cyrillic += (facts >>> 4) & COUNT;
    evidence.latin += facts >>> 11;
    addTelling(facts & 7, evidence);
    if (facts & SPECIAL) {
      const letters = judged.slots[at + 1]!;
      evidence.own += letters & COUNT;
      evidence.ukrainian += (letters >>> 7) & COUNT;
      evidence.turkic += (letters >>> 14) & COUNT;
      evidence.high += letters >>> 21;
    }
  }
}

function addLong(word: WordEvidence, evidence: Evidence): void {
  evidence.words++;
  for (const sort of ["cyrillic", "latin", "own", "ukrainian", "turkic", "high"] as const)
    evidence[sort] += word[sort];
  addTelling(word.tells & ~SPECIAL, evidence);
}

function addTelling(tells: number, evidence: Evidence): void {
  if (tells === TELLS_KAZAKH) evidence.kazakh++;
  else if (tells === TELLS_RUSSIAN) evidence.russian++;
  else if (tells === OPEN) evidence.open++;
  else if (tells === TELLS_FOREIGN) evidence.foreign++;
}

type WordEvidence = Pick<Evidence, "cyrillic" | "latin" | "own" | "ukrainian" | "turkic" | "high"> & {
  tells: number;
};

function judge(written: string): WordEvidence {
  const form = fold(written);
  const isCapitalised = written.charAt(0) !== form.charAt(0) && written.charAt(1) === form.charAt(1);
  let cyrillic = 0;
  let latin = 0;
  let own = 0;
  let ukrainian = 0;
  let turkic = 0;
  for (let i = 0; i < form.length; i++) {
    const unit = form.charCodeAt(i);
    if (unit >= 0x400 && unit <= 0x52f) cyrillic++;
    else if ((unit >= 97 && unit <= 122) || (unit >= 0xc0 && unit <= 0x24f)) latin++;
    if (unit === I) ukrainian++;
    else if (OWN.has(unit)) own++;
    else if (TURKIC.has(unit)) turkic++;
  }
  const isCyrillic = cyrillic >= latin && cyrillic > 0;
  const verdict = verdictOf(form, cyrillic, latin, isCapitalised);
  const high = verdict === "kk" ? countOf(form, isCyrillic ? HIGH_CYRILLIC : HIGH_LATIN) : 0;
  const isSpecial = own + ukrainian + turkic + high > 0;
  const tells = telling(verdict, isCyrillic) | (isSpecial ? SPECIAL : 0);
  return { tells, cyrillic, latin, own, ukrainian, turkic, high };
}

function telling(verdict: Verdict, isCyrillic: boolean): number {
  if (verdict === "kk") return TELLS_KAZAKH;
  if (verdict === "ru") return TELLS_RUSSIAN;
  if (verdict === "other") return TELLS_FOREIGN;
  return isCyrillic ? OPEN : SILENT;
}

function verdictOf(form: string, cyrillic: number, latin: number, isCapitalised: boolean): Verdict {
  if (cyrillic + latin === 0) return "other";
  if (form.length > LONGEST_WORD) return undefined;
  return cyrillic >= latin ? judgeCyrillic(form, isCapitalised) : judgeLatin(form);
}

const HIGH_CYRILLIC = /[ыіұәөүң]/gu;
const HIGH_LATIN = /[ıǵńúóáýğūäöñ]|(?<=[bdgjklmnpqrstzǵńğñ])y(?![aeou])/gu;

function countOf(word: string, letters: RegExp): number {
  return word.match(letters)?.length ?? 0;
}

const I = "і".charCodeAt(0);
const OWN = new Set([..."қғұ"].map((letter) => letter.charCodeAt(0)));
const TURKIC = new Set([..."әңөүһ"].map((letter) => letter.charCodeAt(0)));

/** Whether the letters that look Kazakh are those of a neighbour, who lacks the others. */
function isNeighbour({ own, ukrainian, turkic, kazakh, russian, foreign }: Evidence): boolean {
  if (own > 0) return false;
  if (ukrainian === 0) return turkic >= 3 && kazakh >= russian;
  return turkic === 0 && foreign > 0 && 2 * (foreign + russian) >= kazakh;
}

function languageOf(evidence: Evidence): Language {
  const { kazakh, russian, foreign, open, words } = evidence;
  if (words === 0) return "none";
  const telling = kazakh + russian;
  if (foreign > FOREIGN_SHARE * (telling + foreign)) return "other";
  if (isNeighbour(evidence)) return "other";
  const isLikeKazakh =
    kazakh >= ENOUGH_WORDS && kazakh > russian && (foreign > 0 || evidence.latin > evidence.cyrillic);
  if (isLikeKazakh && evidence.high < FEWEST_HIGH_VOWELS * kazakh) return "other";
  if (telling === 0) {
    if (open === 0) return evidence.latin > 0 ? "other" : "none";
    return "ru";
  }
  const smaller = Math.min(kazakh, russian);
  if (smaller >= MIXED_WORDS && smaller >= MIXED_SHARE * telling) return "mixed";
  return kazakh >= russian ? "kk" : "ru";
}

function scriptOf(cyrillic: number, latin: number): Script {
  const letters = cyrillic + latin;
  if (letters === 0) return "none";
  if (cyrillic >= ONE_SCRIPT * letters) return "cyrillic";
  return latin >= ONE_SCRIPT * letters ? "latin" : "mixed";
}
