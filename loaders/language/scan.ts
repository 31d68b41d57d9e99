import { mailAround, mentionEnd } from "./accounts.ts";
import {
  classAt,
  DIGIT,
  FLAG_HALF,
  HIGH_HALF,
  LETTER,
  MARK,
  OTHER,
  PICTURE,
  SPACE,
  sizeAt,
  UNIT_CLASS,
} from "./characters.ts";
import { EMOJI_STYLE, emojiEnd, KEYCAP, keycapEnd } from "./emoji.ts";
import { asciiTail, hostEnd, isBareHost, linkEnd, linkStart } from "./links.ts";
import { markEnd } from "./personal-data/kinds.ts";
import { EMAIL, EMOJI, HASHTAG, LINK, MENTION, NUMBER, MARK as REDACTED, type Spans, WORD } from "./spans.ts";

const AMPERSAND = 38;
const DOT = 46;
const HYPHEN = 45;
const HASH = 35;
const WIDE_HASH = 0xff03;
const AT = 64;
const UNDERSCORE = 95;
const ASTERISK = 42;
const OPENING = 91;
const COLON = 58;
const SLASH = 47;
const FIRST_BEYOND_ASCII = 128;

/**
 * What a code unit is where no token has begun: nothing, a letter or a digit of a plain run, nothing unless a keycap
 * follows, or else.
 */
const NOTHING = 0;
const CLOSER_LOOK = 4;
const KEYCAP_BASE = 8;
const HAS_LETTER = 1;
const HAS_DIGIT = 2;
const IN_RUN = HAS_LETTER | HAS_DIGIT;
const UNIT_START: Uint8Array = UNIT_CLASS.map((kind, unit) => {
  if (kind === LETTER) return HAS_LETTER;
  if (kind === DIGIT) return HAS_DIGIT;
  if (kind === SPACE || kind === MARK) return NOTHING;
  if (unit === ASTERISK) return KEYCAP_BASE;
  return kind === OTHER && !isSign(unit) ? NOTHING : CLOSER_LOOK;
});
/** What a code unit is after a run: 1 where a link or a host name may go on, 2 where the word does, 0 where it ends. */
const UNIT_AFTER: Uint8Array = UNIT_CLASS.map((kind, unit) => {
  if (unit === DOT || unit === HYPHEN || unit === COLON) return 1;
  return kind === MARK || kind === HIGH_HALF ? 2 : 0;
});

/** Whether a sign begins a token, or does before a variation selector. */
function isSign(unit: number): boolean {
  if ([AT, OPENING, HASH, WIDE_HASH, ASTERISK].includes(unit)) return true;
  return /\p{Extended_Pictographic}/u.test(String.fromCharCode(unit));
}

/** Writes the tokens of a text into `spans`, in order, and its code units. What is a token: see `tokenise`. */
export function scan(text: string, spans: Spans): void {
  spans.hold(text);
  new Scanner(text, spans).run();
}

class Scanner {
  /** A host name was sought up to here and not found: no later start before it can succeed. */
  private hostSought = 0;
  /** End of the last token that a mail address may not take over. */
  private wholeEnd = 0;

  constructor(
    private readonly text: string,
    private readonly spans: Spans,
  ) {}

  run(): void {
    const { text, spans } = this;
    const { units } = spans;
    const starts = UNIT_START;
    const { length } = text;
    let at = 0;
    while (at < length) {
      let bits = starts[units[at]!]!;
      if (bits === NOTHING) {
        at++;
        continue;
      }
      if (bits === KEYCAP_BASE && units[at + 1] !== EMOJI_STYLE && units[at + 1] !== KEYCAP) {
        at++;
        continue;
      }
      if (bits >= CLOSER_LOOK) {
        at = this.other(at);
        continue;
      }
      let end = at + 1;
      let bit = starts[units[end]!]!;
      while ((bit & IN_RUN) !== 0) {
        bits |= bit;
        bit = starts[units[++end]!]!;
      }
      const after = UNIT_AFTER[units[end]!]!;
      if (after !== 0 && (after === 2 || this.mayBeLink(end))) at = this.wordOrLink(at);
      else {
        if (spans.count === spans.kinds.length) spans.grow();
        const index = spans.count++;
        spans.kinds[index] = bits & HAS_LETTER ? WORD : NUMBER;
        spans.starts[index] = at;
        spans.ends[index] = end;
        at = end;
      }
    }
  }

  /** Whether the sign at `end`, after a run, may belong to a link or a host name. */
  private mayBeLink(end: number): boolean {
    const { units } = this.spans;
    if (units[end] === COLON) return units[end + 1] === SLASH;
    return units[end - 1]! < FIRST_BEYOND_ASCII && UNIT_CLASS[units[end + 1]!] !== SPACE;
  }

  private other(at: number): number {
    const { text } = this;
    const kind = classAt(text, at);
    if (kind === SPACE) return at + 1;
    if (kind === LETTER || kind === DIGIT) return this.wordOrLink(at);
    if (kind === PICTURE || kind === FLAG_HALF) return this.emoji(at);
    if (kind === OTHER) return this.sign(at);
    return at + sizeAt(text, at);
  }

  private sign(at: number): number {
    const unit = this.text.charCodeAt(at);
    if (unit === AT) return this.mailOrMention(at);
    if (unit === OPENING) return this.mark(at);
    const end = emojiEnd(this.text, at);
    if (end !== -1) return this.take(EMOJI, at, end);
    if (unit === HASH || unit === WIDE_HASH) return this.hashtag(at);
    return at + sizeAt(this.text, at);
  }

  private mark(at: number): number {
    const end = markEnd(this.text, at);
    return end === -1 ? at + 1 : this.take(REDACTED, at, end);
  }

  private emoji(at: number): number {
    const end = emojiEnd(this.text, at);
    return end === -1 ? at + sizeAt(this.text, at) : this.take(EMOJI, at, end);
  }

  private take(kind: number, start: number, end: number): number {
    this.spans.push(kind, start, end);
    if (kind !== WORD && kind !== NUMBER) this.wholeEnd = end;
    return end;
  }

  private wordOrLink(start: number): number {
    const { text } = this;
    const { length } = text;
    let hasLetter = false;
    let end = start;
    while (end < length) {
      const unit = text.charCodeAt(end);
      let kind = UNIT_CLASS[unit]!;
      if (kind === HIGH_HALF) kind = classAt(text, end);
      if (kind === LETTER) hasLetter = true;
      else if (kind !== DIGIT && kind !== MARK) break;
      else if ((unit === EMOJI_STYLE || unit === KEYCAP) && keycapEnd(text, end - 1) !== -1) {
        end -= 1;
        break;
      }
      end += unit >= 0xd800 && unit <= 0xdbff ? 2 : 1;
    }
    if (end === start) return this.emoji(start);
    const link = this.linkIn(start, end);
    if (link === -1) return this.take(hasLetter ? WORD : NUMBER, start, end);
    if (link > start) this.take(this.kindOf(start, link), start, link);
    return this.take(LINK, link, linkEnd(text, link));
  }

  private linkIn(start: number, end: number): number {
    const { text } = this;
    const link = linkStart(text, start, end);
    if (link !== -1) return link;
    const next = text.charCodeAt(end);
    if ((next !== DOT && next !== HYPHEN) || start < this.hostSought) return -1;
    const host = asciiTail(text, start, end);
    if (host === end) return -1;
    const limit = hostEnd(text, end);
    if (isBareHost(text, host, limit)) return host;
    this.hostSought = limit;
    return -1;
  }

  private kindOf(start: number, end: number): number {
    for (let at = start; at < end; at++) if (classAt(this.text, at) === LETTER) return WORD;
    return NUMBER;
  }

  private mailOrMention(at: number): number {
    const { text } = this;
    const mail = mailAround(text, at, this.wholeEnd);
    if (mail !== undefined) {
      this.dropFrom(mail.start);
      return this.take(EMAIL, mail.start, mail.end);
    }
    const end = mentionEnd(text, at);
    return end === -1 ? at + 1 : this.take(MENTION, at, end);
  }

  /** Words and numbers from `start` on turn out to be parts of an address; one that reaches into it is cut. */
  private dropFrom(start: number): void {
    const { spans } = this;
    while (spans.count > 0 && spans.starts[spans.count - 1]! >= start) spans.count--;
    const last = spans.count - 1;
    if (last >= 0 && spans.ends[last]! > start) {
      spans.ends[last] = start;
      spans.kinds[last] = this.kindOf(spans.starts[last]!, start);
    }
  }

  private hashtag(at: number): number {
    const { text } = this;
    let end = at + 1;
    let hasLetter = false;
    while (end < text.length) {
      const kind = classAt(text, end);
      const isTagPart =
        kind === LETTER || kind === MARK || kind === DIGIT || text.charCodeAt(end) === UNDERSCORE;
      if (!isTagPart || keycapEnd(text, end) !== -1) break;
      hasLetter ||= kind === LETTER;
      end += sizeAt(text, end);
    }
    const isEntity = text.charCodeAt(at - 1) === AMPERSAND;
    return hasLetter && !isEntity ? this.take(HASHTAG, at, end) : at + 1;
  }
}
