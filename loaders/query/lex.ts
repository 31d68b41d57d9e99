import { classAt, DIGIT, LETTER, MARK, SPACE, sizeAt } from "../language/characters.ts";
import type { TermQuery } from "./ast.ts";
import { QueryError } from "./error.ts";
import { readTerm } from "./term.ts";

/** A piece of a query: an operator written in capitals, or a word or phrase. */
export type Lexeme =
  | { kind: "or"; start: number; end: number }
  | { kind: "term"; term: TermQuery; text: string; start: number; end: number };

const NOT_YET = new Set(["AND", "NOT", "NEAR", "ONEAR"]);
const LATIN_LOOK_ALIKES: Record<string, string> = { А: "A", Е: "E", О: "O", Т: "T", Н: "H", Р: "P", С: "C" };
const NOT_YET_SIGNS: Record<string, string> = {
  "(": "parentheses are",
  ")": "parentheses are",
  "{": "a number of occurrences in braces is",
  "}": "a number of occurrences in braces is",
  "#": "a search in hashtags alone is",
  ":": "a search in one field is",
};
const CURLY_QUOTES = "“”„«»‘’‚";

/** The pieces of a query in order. Throws {@link QueryError} at the first character that can't be read. */
export function lex(query: string): Lexeme[] {
  const lexemes: Lexeme[] = [];
  let at = 0;
  while (at < query.length) {
    if (classAt(query, at) === SPACE) at += 1;
    else {
      const lexeme = query[at] === '"' ? quoted(query, at) : bare(query, at);
      lexemes.push(lexeme);
      at = lexeme.end;
    }
  }
  return lexemes;
}

function quoted(query: string, start: number): Lexeme {
  const close = query.indexOf('"', start + 1);
  if (close === -1) {
    throw new QueryError(start, 'an opening "', 'a closing " after it', "every quote needs its partner");
  }
  const end = close + 1;
  const text = query.slice(start, end);
  return { kind: "term", term: readTerm(query, start + 1, close, { start, end }), text, start, end };
}

function bare(query: string, start: number): Lexeme {
  const end = bareEnd(query, start);
  if (end === start) throw unreadable(query, start);
  const text = query.slice(start, end);
  if (text === "OR") return { kind: "or", start, end };
  refuseOperator(text, start);
  return { kind: "term", term: readTerm(query, start, end, { start, end }), text, start, end };
}

/** Letters, marks, digits and wildcards, with hyphens and apostrophes between them. */
function bareEnd(query: string, start: number): number {
  let end = start;
  while (end < query.length) {
    if (isWordPart(query, end)) end += sizeAt(query, end);
    else if (end > start && /[-‐‑'’ʼ]/u.test(query[end]!) && isWordPart(query, end + 1)) end += 1;
    else break;
  }
  return end;
}

/** Whether a letter, mark, digit or wildcard stands at `index`. */
function isWordPart(query: string, index: number): boolean {
  if (index >= query.length) return false;
  const kind = classAt(query, index);
  return kind === LETTER || kind === MARK || kind === DIGIT || query[index] === "*" || query[index] === "?";
}

function refuseOperator(text: string, start: number): void {
  if (NOT_YET.has(text)) {
    throw new QueryError(
      start,
      text,
      "a word, a phrase or OR",
      `${text} is not understood yet by this version`,
    );
  }
  const latin = [...text].map((letter) => LATIN_LOOK_ALIKES[letter] ?? letter).join("");
  if (latin !== text && (latin === "OR" || NOT_YET.has(latin))) {
    throw new QueryError(
      start,
      `"${text}" with Cyrillic letters`,
      "a word, a phrase or OR",
      `write ${latin} in Latin letters`,
    );
  }
}

function unreadable(query: string, start: number): QueryError {
  const sign = query.slice(start, start + sizeAt(query, start));
  const expected = "a word or a phrase";
  if (CURLY_QUOTES.includes(sign))
    return new QueryError(start, sign, expected, 'write phrases in straight quotes "…"');
  const notYet = NOT_YET_SIGNS[sign];
  const advice = notYet === undefined ? undefined : `${notYet} not understood yet by this version`;
  return new QueryError(start, `"${sign}"`, expected, advice);
}
