/** The kinds of token, in the order of their codes in {@link Spans}. */
export const TOKEN_KINDS = [
  "word",
  "number",
  "hashtag",
  "mention",
  "link",
  "email",
  "emoji",
  "mark",
] as const;
export type TokenKind = (typeof TOKEN_KINDS)[number];

export const WORD = 0;
export const NUMBER = 1;
export const HASHTAG = 2;
export const MENTION = 3;
export const LINK = 4;
export const EMAIL = 5;
export const EMOJI = 6;
/** A mark such as `[phone]`, where personal data stood. */
export const MARK = 7;

/** Tokens as columns: code of the kind, first code unit, code unit after the last. Reused from text to text. */
export class Spans {
  count = 0;
  kinds = new Uint8Array(256);
  starts = new Int32Array(256);
  ends = new Int32Array(256);

  push(kind: number, start: number, end: number): void {
    if (this.count === this.kinds.length) this.grow();
    this.kinds[this.count] = kind;
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.count++;
  }

  grow(): void {
    const size = this.kinds.length * 2;
    const kinds = new Uint8Array(size);
    const starts = new Int32Array(size);
    const ends = new Int32Array(size);
    kinds.set(this.kinds);
    starts.set(this.starts);
    ends.set(this.ends);
    this.kinds = kinds;
    this.starts = starts;
    this.ends = ends;
  }
}
