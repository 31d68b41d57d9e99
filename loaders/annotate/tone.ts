import type { TermQuery } from "../query/ast.ts";
import type { Hit } from "../query/match.ts";
import type { Part } from "../query/post.ts";
import { parsePattern } from "../query/term.ts";
import type { ToneLexicon, ToneWords } from "../study/lexicons.ts";
import type { EvidenceList, Spot } from "./evidence.ts";
import { covers, hitsWithin, type PatternRange, type PatternSet, type PostHits } from "./patterns.ts";
import { reading } from "./setting.ts";

export type ToneName = "negative" | "neutral" | "positive" | "mixed";

export interface Tone {
  /** Null where the study has no words of the post's language. */
  readonly tone: ToneName | null;
  /** Positive less negative weight, by their sum: -1 to 1; 0 without toned words. */
  readonly score: number | null;
}

/** Below this the two tones of a post balance: less than twice as much of the one as of the other. */
const BALANCE = 1 / 3;
const INTENSIFIED = 2;
/** What ends a clause; a negation does not reach over it. */
const CLAUSE_END = /[.,!?…;:()\n—–]/u;
/** Of a name in quotes: units on either side of a word that are looked at. */
const LONGEST_NAME = 60;
const MOST_NAME_WORDS = 3;
const NO_TONE: Tone = { tone: null, score: null };

/** The patterns of one language, list by list. */
interface CompiledWords {
  readonly positive: PatternRange;
  readonly negative: PatternRange;
  readonly negationBefore: PatternRange;
  readonly negationAfter: PatternRange;
  readonly intensifiers: PatternRange;
  readonly except: PatternRange;
  readonly window: number;
}

interface TonedWord {
  readonly hit: Hit;
  readonly sign: 1 | -1;
  /** Letters of its pattern: the closer one counts where two match. */
  readonly letters: number;
}

/**
 * The tone of a post by the words of the study's lexicon, of its own language; of all languages where the post is
 * `mixed`. The rule is in docs/methods/annotations.md. Throws on a pattern that can't be read.
 */
export function toneAnnotator(
  lexicon: ToneLexicon | undefined,
  set: PatternSet,
): (
  hits: PostHits,
  texts: Record<Part, string>,
  language: string | undefined,
  evidence?: EvidenceList,
) => Tone {
  if (lexicon === undefined) return () => NO_TONE;
  const compiled = new Map(
    Object.entries(lexicon).map(([language, words]) => [language, compiledWords(words, language, set)]),
  );
  const all = [...compiled.values()];
  return (hits, texts, language, evidence) => {
    const own = compiled.get(language ?? "");
    const covering = own !== undefined ? [own] : language === "mixed" ? all : [];
    if (covering.length === 0) return NO_TONE;
    const spots: Record<"positive" | "negative", Spot[]> = { positive: [], negative: [] };
    const weights = { positive: 0, negative: 0 };
    for (const words of covering) {
      for (const part of ["title", "text"] as const) {
        for (const { sign, weight, start, end } of tonesIn(hits[part], texts[part], words, set)) {
          const side = sign === 1 ? "positive" : "negative";
          weights[side] += weight;
          spots[side].push({ part, start, end });
        }
      }
    }
    evidence?.keep("tone", "positive", spots.positive);
    evidence?.keep("tone", "negative", spots.negative);
    const sum = weights.positive + weights.negative;
    if (sum === 0) return { tone: "neutral", score: 0 };
    const score = (weights.positive - weights.negative) / sum;
    if (Math.abs(score) < BALANCE) return { tone: "mixed", score };
    return { tone: score > 0 ? "positive" : "negative", score };
  };
}

function compiledWords(words: ToneWords, language: string, set: PatternSet): CompiledWords {
  const add = (list: Exclude<keyof ToneWords, "window">) =>
    set.add(
      words[list].map((word) => reading(`tone, ${list} in ${language}, "${word}"`, () => parsePattern(word))),
    );
  return {
    positive: add("positive"),
    negative: add("negative"),
    negationBefore: add("negationBefore"),
    negationAfter: add("negationAfter"),
    intensifiers: add("intensifiers"),
    except: add("except"),
    window: words.window,
  };
}

interface FoundTone {
  sign: 1 | -1;
  weight: number;
  /** From the first word that shifts it to the last. */
  start: number;
  end: number;
}

/** The toned words of a text, each with its shifters applied, in order of place. */
function tonesIn(hits: readonly Hit[], text: string, words: CompiledWords, set: PatternSet): FoundTone[] {
  const toned = [...tonedWords(hits, words.positive, 1, set), ...tonedWords(hits, words.negative, -1, set)];
  if (toned.length === 0) return [];
  const except = hitsWithin(hits, words.except);
  const counts = (hit: Hit) => !except.some((exception) => covers(exception, hit));
  const close = closest(toned.filter(({ hit }) => counts(hit) && !isName(text, hit)));
  const before = hitsWithin(hits, words.negationBefore).filter(counts);
  const after = hitsWithin(hits, words.negationAfter).filter(counts);
  const intensifiers = hitsWithin(hits, words.intensifiers).filter(counts);
  /** "Страшно рад" is glad: a toned word that intensifies the next one is no opinion of its own. */
  const kept = close.filter(({ hit }, index) => {
    const next = close[index + 1]?.hit;
    if (next === undefined || next.first !== hit.last + 1) return true;
    if (CLAUSE_END.test(text.slice(hit.end, next.start))) return true;
    return !intensifiers.some(({ first, last }) => first === hit.first && last === hit.last);
  });
  return kept.map(({ hit, sign }, index) => {
    const leftEnd = kept[index - 1]?.hit.last ?? -1;
    const rightEnd = kept[index + 1]?.hit.first ?? Number.POSITIVE_INFINITY;
    /** Words between, those that only intensify not counted. */
    const gap = (from: number, to: number) =>
      to - from - 1 - intensifiers.filter(({ first, last }) => first > from && last < to).length;
    const reaches = (left: Hit, right: Hit) =>
      left.last < right.first &&
      gap(left.last, right.first) <= words.window &&
      !CLAUSE_END.test(text.slice(left.end, right.start));
    const negations = [
      ...before.filter((one) => one.first > leftEnd && reaches(one, hit)),
      ...after.filter((one) => one.last < rightEnd && reaches(hit, one)),
    ];
    const stronger = intensifiers.filter((one) => one.first > leftEnd && reaches(one, hit));
    const shifters = [hit, ...negations, ...stronger];
    return {
      sign: negations.length > 0 ? (sign === 1 ? -1 : 1) : sign,
      weight: stronger.length > 0 && negations.length === 0 ? INTENSIFIED : 1,
      start: Math.min(...shifters.map(({ start }) => start)),
      end: Math.max(...shifters.map(({ end }) => end)),
    };
  });
}

/** Whether a hit stands in a name in quotes: at most three words, the first with a capital, no speech ("сад «Мечта»"). */
function isName(text: string, { start, end }: Hit): boolean {
  const before = /(?<![:,—–]\s?)[«"„“](\p{Lu}?[^«»"„“”\n.!?]*)$/u.exec(
    text.slice(Math.max(0, start - LONGEST_NAME), start),
  );
  if (before === null) return false;
  const after = /^([^«»"„“”\n.!?]*)[»"“”]/u.exec(text.slice(end, end + LONGEST_NAME));
  if (after === null) return false;
  const name = before[1]! + text.slice(start, end) + after[1]!;
  return /^\p{Lu}/u.test(name) && name.trim().split(/\s+/u).length <= MOST_NAME_WORDS;
}

function tonedWords(hits: readonly Hit[], range: PatternRange, sign: 1 | -1, set: PatternSet): TonedWord[] {
  return hitsWithin(hits, range).map((hit) => ({
    hit,
    sign,
    letters: lettersOf(set.patterns[range.from + hit.pattern] as TermQuery),
  }));
}

function lettersOf(pattern: TermQuery): number {
  const words = pattern.kind === "phrase" ? pattern.words : [pattern];
  return words.reduce((sum, { form }) => sum + form.replace(/[*?]/gu, "").length, 0);
}

/** Words that no closer pattern overlaps: more words, then more letters, then the first. In order of place. */
function closest(toned: readonly TonedWord[]): TonedWord[] {
  if (toned.length < 2) return [...toned];
  const taken = new Set<number>();
  const kept = [...toned]
    .sort(
      (a, b) =>
        b.hit.last - b.hit.first - (a.hit.last - a.hit.first) ||
        b.letters - a.letters ||
        a.hit.first - b.hit.first,
    )
    .filter(({ hit }) => {
      for (let word = hit.first; word <= hit.last; word++) if (taken.has(word)) return false;
      for (let word = hit.first; word <= hit.last; word++) taken.add(word);
      return true;
    });
  return kept.sort((a, b) => a.hit.first - b.hit.first);
}
