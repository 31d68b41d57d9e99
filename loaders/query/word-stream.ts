import { scan } from "../language/scan.ts";
import { HASHTAG, NUMBER, Spans, WORD } from "../language/spans.ts";
import type { Vocabulary } from "./vocabulary.ts";

const UNDERSCORE = 95;

/**
 * The words of one text that queries see, as columns: words, numbers, and the words of hashtags (underscores split
 * them). Mentions, links, mail addresses and emoji are not words. Reused from text to text.
 */
export class WordStream {
  /** What was read last. */
  text = "";
  count = 0;
  starts = new Int32Array(256);
  ends = new Int32Array(256);
  /** Numbers of the folded forms in the vocabulary. */
  types = new Int32Array(256);
  /** Codes of the kinds of the tokens that they stand in: WORD, NUMBER or HASHTAG. */
  kinds = new Int32Array(256);
  /** All tokens of the text. */
  readonly tokens = new Spans();

  constructor(readonly vocabulary: Vocabulary) {}

  /** Reads the words of `text`; what was read before is forgotten. */
  read(text: string): void {
    const { tokens } = this;
    this.text = text;
    scan(text, tokens);
    this.count = 0;
    for (let i = 0; i < tokens.count; i++) {
      const kind = tokens.kinds[i];
      if (kind === WORD || kind === NUMBER) this.push(text, kind, tokens.starts[i]!, tokens.ends[i]!);
      else if (kind === HASHTAG) this.pushTag(text, tokens.starts[i]! + 1, tokens.ends[i]!);
    }
  }

  private pushTag(text: string, start: number, end: number): void {
    let from = start;
    for (let at = start; at <= end; at++) {
      if (at < end && text.charCodeAt(at) !== UNDERSCORE) continue;
      if (at > from) this.push(text, HASHTAG, from, at);
      from = at + 1;
    }
  }

  private push(text: string, kind: number, start: number, end: number): void {
    if (this.count === this.starts.length) this.grow();
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.types[this.count] = this.vocabulary.idOf(text, start, end);
    this.kinds[this.count] = kind;
    this.count++;
  }

  private grow(): void {
    const size = this.starts.length * 2;
    for (const column of ["starts", "ends", "types", "kinds"] as const) {
      const larger = new Int32Array(size);
      larger.set(this[column]);
      this[column] = larger;
    }
  }
}
