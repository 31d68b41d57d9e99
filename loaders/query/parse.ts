import type { Query, TermQuery } from "./ast.ts";
import { QueryError } from "./error.ts";
import { type Lexeme, lex } from "./lex.ts";

/**
 * Reads a query: wildcard words and "quoted phrases" joined by OR. Offsets in the result count UTF-16 code units
 * of `query`. Throws {@link QueryError} where the text is not such a query; AND, NOT, NEAR, parentheses and
 * fields are refused, not ignored. The semantics stand in docs/methods/queries.md.
 */
export function parseQuery(query: string): Query {
  const lexemes = lex(query);
  if (lexemes.length === 0) throw new QueryError(0, "an empty query", "a word or a phrase");
  const terms: TermQuery[] = [];
  let before: Lexeme | undefined;
  for (const lexeme of lexemes) {
    if (lexeme.kind === "term") {
      if (before?.kind === "term") throw missingOr(before, lexeme, query);
      terms.push(lexeme.term);
    } else if (before?.kind !== "term") {
      throw new QueryError(lexeme.start, "OR", "a word or a phrase");
    }
    before = lexeme;
  }
  if (before?.kind === "or")
    throw new QueryError(query.length, "the end of the query", "a word or a phrase after OR");
  const [first] = terms;
  return terms.length === 1 ? first! : { kind: "or", terms, start: first!.start, end: terms.at(-1)!.end };
}

function missingOr(
  before: Lexeme & { kind: "term" },
  lexeme: Lexeme & { kind: "term" },
  query: string,
): QueryError {
  const expected = "OR or the end of the query";
  const small = [lexeme, before].find(({ text }) => /^(?:or|and|not|near|или|немесе)$/iu.test(text));
  if (small !== undefined) {
    const operator = /^(?:или|немесе)$/iu.test(small.text) ? "OR" : small.text.toUpperCase();
    return new QueryError(
      small.start,
      small.text,
      expected,
      `write ${operator} in capitals, or put the word in quotes`,
    );
  }
  const both = query.slice(before.start, lexeme.end).replaceAll('"', "");
  return new QueryError(lexeme.start, lexeme.text, expected, `write "${both}" in quotes if it is a phrase`);
}
