import { classAt, DIGIT, LETTER, MARK, sizeAt } from "../language/characters.ts";
import { fold } from "../language/fold.ts";
import type { TermQuery, WordQuery } from "./ast.ts";
import { foldKeepingCase } from "./cased.ts";
import { QueryError } from "./error.ts";
import { MOST_PHRASE_WORDS } from "./phrases.ts";

/** Fewer letters beside a wildcard would match words without number. */
export const FEWEST_LETTERS = 3;
/** Lexicons may go lower: their `except` patterns take back what a short stem catches. */
const FEWEST_LETTERS_IN_LEXICON = 2;

const CASED_PATTERN = /^(\s*caseSensitive:\s*\()([^()]*)\)\s*$/u;

/**
 * Reads a pattern of a lexicon or of regions.csv: one word, or several that follow each other, quotes optional,
 * each with wildcards; `caseSensitive:(…)` about it all counts capitals. Throws {@link QueryError} on a pattern without words, with a lone wildcard or one beside
 * fewer than two letters.
 */
export function parsePattern(text: string): TermQuery {
  const inner = CASED_PATTERN.exec(text);
  const from = inner === null ? 0 : inner[1]!.length;
  const to = inner === null ? text.length : from + inner[2]!.length;
  const bounds = { start: 0, end: text.length };
  return readTerm(text, from, to, bounds, {
    fewestLetters: FEWEST_LETTERS_IN_LEXICON,
    cased: inner !== null,
  });
}

/** The words between two offsets, as a word if it is one and as a phrase if they are more. */
export function readTerm(
  text: string,
  from: number,
  to: number,
  { start, end: bound }: { start: number; end: number },
  { fewestLetters = FEWEST_LETTERS, cased = false } = {},
): TermQuery {
  const words: WordQuery[] = [];
  let at = from;
  while (at < to) {
    const end = wordEnd(text, at, to);
    if (end === at) at += sizeAt(text, at);
    else {
      words.push(readWord(text.slice(at, end), at, fewestLetters, cased));
      at = end;
    }
  }
  const [first] = words;
  if (first === undefined) {
    throw new QueryError(start, text.slice(start, bound) || "nothing", "a word with letters or digits");
  }
  if (words.length > MOST_PHRASE_WORDS) {
    throw new QueryError(
      start,
      `a phrase of ${words.length} words`,
      `at most ${MOST_PHRASE_WORDS} words`,
      "keep the words that tell it from others",
    );
  }
  return words.length === 1 ? { ...first, start, end: bound } : { kind: "phrase", words, start, end: bound };
}

function wordEnd(text: string, start: number, to: number): number {
  let end = start;
  while (end < to) {
    const kind = classAt(text, end);
    const isPart =
      kind === LETTER ||
      kind === DIGIT ||
      text[end] === "*" ||
      text[end] === "?" ||
      (kind === MARK && end > start);
    if (!isPart) break;
    end += sizeAt(text, end);
  }
  return end;
}

function readWord(word: string, start: number, fewestLetters: number, cased: boolean): WordQuery {
  refuseWildcard(word, start, fewestLetters);
  const written = word.replace(/\*{2,}/gu, "*");
  const exact = cased ? { cased: foldKeepingCase(written) } : {};
  return { kind: "word", form: fold(written), ...exact, start, end: start + word.length };
}

/** Throws {@link QueryError} on a wildcard alone or beside too few letters. */
export function refuseWildcard(word: string, start: number, fewestLetters = FEWEST_LETTERS): void {
  const letters = [...word.replace(/[*?_\p{M}]/gu, "")].length;
  if (letters === 0) {
    throw new QueryError(
      start,
      `a wildcard alone (${word})`,
      "letters beside it",
      "a wildcard stands for a part of a word",
    );
  }
  if (letters < fewestLetters && /[*?]/u.test(word)) {
    throw new QueryError(
      start,
      word,
      `at least ${fewestLetters} letters beside a wildcard`,
      "write the word's forms out instead",
    );
  }
}
