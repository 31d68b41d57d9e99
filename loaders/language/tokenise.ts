import { scan } from "./scan.ts";
import { Spans, TOKEN_KINDS, type TokenKind } from "./spans.ts";

export interface Token {
  kind: TokenKind;
  /** Offset of the first UTF-16 code unit in the given text. */
  start: number;
  /** Offset after the last. */
  end: number;
  /** `text.slice(start, end)`. */
  text: string;
}

/**
 * The tokens of a text in order, without overlaps. A word is a run of letters, marks and digits with at least
 * one letter, a number a run of digits: hyphens, apostrophes and every other sign split. Hashtags, mentions,
 * links, mail addresses and emoji sequences are whole. Never throws; time is linear in the text.
 */
export function tokenise(text: string): Token[] {
  const spans = new Spans();
  scan(text, spans);
  const tokens: Token[] = [];
  for (let i = 0; i < spans.count; i++) {
    const start = spans.starts[i]!;
    const end = spans.ends[i]!;
    tokens.push({ kind: TOKEN_KINDS[spans.kinds[i]!]!, start, end, text: text.slice(start, end) });
  }
  return tokens;
}
