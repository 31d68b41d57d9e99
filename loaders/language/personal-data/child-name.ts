import { type Spans, WORD } from "../spans.ts";
import {
  IS_ABBREVIATED,
  IS_AGE,
  IS_BIRTH,
  IS_DIAGNOSIS,
  IS_LAST_OF_DIAGNOSIS,
  IS_YEARS,
  isBornInLetters,
} from "./anchor-roles.ts";
import { OF_AGE } from "./child-words.ts";
import type { Finding } from "./kinds.ts";
import { NameSentence, REACH } from "./name-sentence.ts";
import { isYoung, startsWithCapital, withoutEnding } from "./sentence-tokens.ts";
import type { WordHints } from "./word-hints.ts";

const NOTHING: readonly Finding[] = [];

/**
 * Names of children next to an age under eighteen or to a diagnosis: `Алихан, 6 лет`, `6 жасар Айша`,
 * `у Тимура аутизм`. With the given name goes the surname beside it. Rules, no model. An age or diagnosis is sought
 * first; near it each word with a capital counts that is a given name of the list or of the Russian dictionary, or that
 * no list knows; an ordinary word with a capital, inside the sentence or where a word such as `сын` announces a name; a
 * given name in small letters, right beside the age or so announced. A place, or an adult's age or calling
 * beside the name, cancels it. `hints` are those of the text.
 */
export function findChildNames(text: string, tokens: Spans, hints: WordHints): readonly Finding[] {
  if (hints.anchorCount === 0) return NOTHING;
  const sentence = new NameSentence(text, tokens);
  const anchors = anchorsOf(text, tokens, hints, sentence);
  if (anchors.length === 0) return NOTHING;
  const found: Finding[] = [];
  let next = 0;
  for (const anchor of anchors) {
    const to = Math.min(tokens.count - 1, anchor + REACH);
    for (let i = Math.max(next, anchor - REACH); i <= to; i++) {
      next = i + 1;
      if (tokens.kinds[i] !== WORD) continue;
      const isName = startsWithCapital(text, tokens.starts[i]!)
        ? sentence.isChildName(i, anchors)
        : sentence.isSmallChildName(i, anchors);
      if (!isName) {
        // Of a name that is an adult's, the surname is not looked at by itself.
        if (sentence.isListed(i)) i = sentence.nameEnd(i);
        next = i + 1;
        continue;
      }
      const last = sentence.nameEnd(i);
      const first = sentence.nameStart(i);
      const before = found.at(-1)?.end ?? 0;
      for (const other of sentence.namesJoinedBefore(first)) {
        const start = tokens.starts[sentence.nameStart(other)]!;
        if (start >= before) found.push({ kind: "name", start, end: tokens.ends[sentence.nameEnd(other)]! });
      }
      found.push({ kind: "name", start: tokens.starts[first]!, end: sentence.endOf(last) });
      next = last + 1;
      i = last;
    }
  }
  return found;
}

/** Tokens at which an age under eighteen or a diagnosis stands, in order. */
function anchorsOf(text: string, tokens: Spans, hints: WordHints, sentence: NameSentence): number[] {
  const anchors: number[] = [];
  for (let i = 0; i < hints.anchorCount; i++) {
    const token = hints.anchors[i]!;
    const roles = hints.roles[i]!;
    if (roles === 0) {
      if (sentence.isInBrackets(token) && isYoung(sentence.raw(token))) anchors.push(token);
      continue;
    }
    if ((roles & IS_ABBREVIATED) !== 0 && !isBornInLetters(text, tokens.ends[token]!)) continue;
    if (isAnchor(token, roles, sentence)) anchors.push(token);
  }
  return anchors;
}

function isAnchor(token: number, role: number, sentence: NameSentence): boolean {
  if ((role & (IS_DIAGNOSIS | IS_AGE)) !== 0) return true;
  if ((role & IS_YEARS) !== 0 && isAge(sentence, token)) return true;
  if ((role & IS_LAST_OF_DIAGNOSIS) !== 0 && sentence.isDiagnosis(token)) return true;
  return (role & IS_BIRTH) !== 0 && (sentence.birthAt(token - 1) > 0 || sentence.birthAt(token - 2) > 0);
}

/** `6 жас`, `жасы 6`, `жасы алтыда`. */
function isAge(sentence: NameSentence, years: number): boolean {
  if (sentence.isYoungAt(years - 1)) return true;
  return sentence.is(years, OF_AGE) && isYoung(withoutEnding(sentence.form(years + 1)));
}
