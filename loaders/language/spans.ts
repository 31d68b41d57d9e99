import { grown } from "./grown.ts";
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

/** Below this a loop is faster than a call that copies memory. */
const SHORT = 48;

/**
 * Tokens as columns: code of the kind, first code unit, code unit after the last; beside them the code units of the
 * text that they were found in, which are read faster here than from a string. Reused from text to text.
 */
export class Spans {
  /** The text's code units, and a 0 after the last. */
  units = new Uint16Array(512);
  private bytes = Buffer.from(this.units.buffer);
  count = 0;
  kinds = new Uint8Array(256);
  starts = new Int32Array(256);
  ends = new Int32Array(256);

  /** Takes in a text; no token of it is known yet. */
  hold(text: string): void {
    const { length } = text;
    this.count = 0;
    if (length >= this.units.length) {
      this.units = new Uint16Array(2 * length);
      this.bytes = Buffer.from(this.units.buffer);
    }
    const { units } = this;
    if (length < SHORT) for (let i = 0; i < length; i++) units[i] = text.charCodeAt(i);
    else this.bytes.write(text, 0, "utf16le");
    units[length] = 0;
  }

  push(kind: number, start: number, end: number): void {
    if (this.count === this.kinds.length) this.grow();
    this.kinds[this.count] = kind;
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.count++;
  }

  grow(): void {
    const size = this.kinds.length * 2;
    this.kinds = grown(this.kinds, size);
    this.starts = grown(this.starts, size);
    this.ends = grown(this.ends, size);
  }
}
