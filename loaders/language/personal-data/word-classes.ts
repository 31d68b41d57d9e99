import { fold } from "../fold.ts";
import { NUMBER, type Spans, WORD } from "../spans.ts";
import { LEARNT, WordMemo } from "../word-memo.ts";
import { beginnings, mayBegin } from "./beginnings.ts";
import * as words from "./child-words.ts";

/** Each pattern of child-words.ts, by its bit. */
const PATTERNS: readonly RegExp[] = Object.values(words);
const BITS = new Map(PATTERNS.map((pattern, place) => [pattern, 1 << place]));
if (PATTERNS.length > 32) throw new Error(`found ${PATTERNS.length} patterns, expected no more than bits`);

const BEGINNINGS = beginnings(
  PATTERNS.map((pattern) =>
    pattern === words.AGE_IN_ONE_WORD ? pattern.source.split(")")[0]!.replace("^(?:", "") : pattern.source,
  ),
);

/** By word as written: the classes may take every bit, so they stand second. */
const memo = new WordMemo((word, facts, at) => {
  facts[at] = LEARNT;
  facts[at + 1] = classesOf(word);
});

function classesOf(word: string): number {
  const form = fold(word);
  let classes = 0;
  for (const [pattern, bit] of BITS) if (pattern.test(form)) classes |= bit;
  return classes;
}

/** The bits of some patterns of child-words.ts. */
export function bitsOf(...patterns: readonly RegExp[]): number {
  return patterns.reduce((bits, pattern) => bits | BITS.get(pattern)!, 0);
}

/** The bits of the patterns of child-words.ts that a token fits, folded; 0 for one that is no word or number. */
export function wordClasses(text: string, tokens: Spans, token: number): number {
  if (token < 0 || token >= tokens.count) return 0;
  const kind = tokens.kinds[token];
  if (kind !== WORD && kind !== NUMBER) return 0;
  const start = tokens.starts[token]!;
  const end = tokens.ends[token]!;
  if (!mayBegin(BEGINNINGS, tokens.units, start, end)) return 0;
  const at = memo.at(tokens, start, end);
  return at === -1 ? classesOf(text.slice(start, end)) : memo.slots[at + 1]!;
}
