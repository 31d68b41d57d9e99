import { judgeCyrillic, judgeLatin, type Verdict } from "./evidence.ts";
import { fold } from "./fold.ts";
import { isRussianWord } from "./lemmas/russian/readings.ts";
import { HASHTAG, type Spans, WORD } from "./spans.ts";
import { COMMON_WORDS, LEARNT, LONGEST_WORD, WordMemo } from "./word-memo.ts";

/** A text and the tokens that `scan` finds in it. */
export interface ScannedText {
  readonly text: string;
  readonly tokens: Spans;
}

/** Words by what they tell, letters by alphabet. */
export interface Evidence {
  kazakh: number;
  russian: number;
  foreign: number;
  /** The part of `foreign` in Latin letters. */
  foreignLatin: number;
  /** Cyrillic words that tell nothing, and those of them that the Russian dictionary has. */
  open: number;
  openRussian: number;
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

export function noEvidence(): Evidence {
  return {
    kazakh: 0,
    russian: 0,
    foreign: 0,
    foreignLatin: 0,
    open: 0,
    openRussian: 0,
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
const TELLS_FOREIGN_LATIN = 5;
/** A word of the Russian dictionary that Kazakh or a neighbour may have as well. */
const OPEN_RUSSIAN = 6;
/** Added where the word has letters of the sorts after `latin`. */
const SPECIAL = 8;
const TELLS = SPECIAL - 1;

/**
 * What one word adds to the evidence, remembered in two numbers. From the low bits up, in the first: what it tells (4 bits),
 * letters in Cyrillic and in Latin (7 bits each, as no remembered word has more than 64); in the second: the letters of
 * `own`, `ukrainian`, `turkic`, `high` (7 bits each).
 */
const judged = new WordMemo(
  (word, facts, at) => {
    const { tells, cyrillic, latin, own, ukrainian, turkic, high } = judge(word);
    facts[at] = LEARNT | tells | (cyrillic << 4) | (latin << 11);
    facts[at + 1] = own | (ukrainian << 7) | (turkic << 14) | (high << 21);
  },
  COMMON_WORDS,
  2,
);
const COUNT = 0x7f;

/** Words by what they tell, in one text. */
const told = new Int32Array(SPECIAL);

/** Adds what the words and hashtags of a scanned text tell. */
export function gather({ text, tokens }: ScannedText, evidence: Evidence): void {
  const { kinds, starts, ends, count } = tokens;
  const hashes = judged.hashesOf(tokens);
  told.fill(0);
  let words = 0;
  let cyrillic = 0;
  let latin = 0;
  for (let i = 0; i < count; i++) {
    const kind = kinds[i];
    if (kind !== WORD && kind !== HASHTAG) continue;
    const start = starts[i]! + (kind === HASHTAG ? 1 : 0);
    const at = judged.at(tokens, start, ends[i]!, hashes[i]!);
    if (at === -1) {
      addLong(judge(text.slice(start, ends[i])), evidence);
      continue;
    }
    const { slots } = judged;
    const facts = slots[at]!;
    words++;
    cyrillic += (facts >>> 4) & COUNT;
    latin += (facts >>> 11) & COUNT;
    told[facts & TELLS]!++;
    if (facts & SPECIAL) {
      const letters = slots[at + 1]!;
      evidence.own += letters & COUNT;
      evidence.ukrainian += (letters >>> 7) & COUNT;
      evidence.turkic += (letters >>> 14) & COUNT;
      evidence.high += letters >>> 21;
    }
  }
  evidence.words += words;
  evidence.cyrillic += cyrillic;
  evidence.latin += latin;
  addTelling(evidence);
}

function addLong(word: WordEvidence, evidence: Evidence): void {
  evidence.words++;
  for (const sort of ["cyrillic", "latin", "own", "ukrainian", "turkic", "high"] as const)
    evidence[sort] += word[sort];
  told[word.tells & TELLS]!++;
}

function addTelling(evidence: Evidence): void {
  evidence.kazakh += told[TELLS_KAZAKH]!;
  evidence.russian += told[TELLS_RUSSIAN]!;
  evidence.foreign += told[TELLS_FOREIGN]! + told[TELLS_FOREIGN_LATIN]!;
  evidence.foreignLatin += told[TELLS_FOREIGN_LATIN]!;
  evidence.open += told[OPEN]! + told[OPEN_RUSSIAN]!;
  evidence.openRussian += told[OPEN_RUSSIAN]!;
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
  const tells = telling(verdict, form, cyrillic, latin) | (isSpecial ? SPECIAL : 0);
  return { tells, cyrillic, latin, own, ukrainian, turkic, high };
}

function telling(verdict: Verdict, form: string, cyrillic: number, latin: number): number {
  if (verdict === "kk") return TELLS_KAZAKH;
  if (verdict === "ru") return TELLS_RUSSIAN;
  if (verdict === "other") return latin > cyrillic ? TELLS_FOREIGN_LATIN : TELLS_FOREIGN;
  if (cyrillic < latin) return SILENT;
  return isRussianWord(form) ? OPEN_RUSSIAN : OPEN;
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
