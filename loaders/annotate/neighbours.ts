import { grown } from "../language/grown.ts";
import { WORD } from "../language/spans.ts";
import type { WordStream } from "../query/word-stream.ts";

/** What may stand between two words of one phrase: spaces, hyphens and quotes, but no line end. */
const JOINS = new Set([..." \u00a0\u202f-\u2010\u2011\"'«»“”„"].map((sign) => sign.charCodeAt(0)));

/**
 * The pairs of words of one post that stand next to each other, in order, as columns; reused from post to post. Between
 * the two there is nothing but spaces, hyphens and quotes: a comma, a full stop, a bracket, a line end, a number, a
 * hashtag, a link or an emoji parts them, and so does the border of title and text. So both are in one sentence.
 */
export class NeighbourList {
  count = 0;
  /** Types of the vocabulary. */
  firsts = new Int32Array(256);
  seconds = new Int32Array(256);

  /** Forgets the post before. */
  begin(): void {
    this.count = 0;
  }

  /** Adds the pairs of a text, as `stream` has read it. */
  add(stream: WordStream, text: string): void {
    const { kinds, starts, ends, types } = stream;
    this.reserve(this.count + stream.count);
    for (let i = 1; i < stream.count; i++) {
      if (kinds[i] !== WORD || kinds[i - 1] !== WORD || !areJoined(text, ends[i - 1]!, starts[i]!)) continue;
      this.firsts[this.count] = types[i - 1]!;
      this.seconds[this.count] = types[i]!;
      this.count++;
    }
  }

  private reserve(pairs: number): void {
    if (pairs <= this.firsts.length) return;
    for (const column of ["firsts", "seconds"] as const) {
      this[column] = grown(this[column], 2 * pairs);
    }
  }
}

function areJoined(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!JOINS.has(text.charCodeAt(at))) return false;
  return true;
}
