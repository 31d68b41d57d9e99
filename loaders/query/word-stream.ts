import { linkEnd, linkStart } from "../language/links.ts";
import { scan } from "../language/scan.ts";
import { HASHTAG, LINK, NUMBER, Spans, WORD } from "../language/spans.ts";
import { MOST_WORDS } from "./packed-places.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { LETTER_NUMBER, OPEN_FILTER, type WordFilter } from "./word-filter.ts";
import { BETWEEN, foldsByUnit, IS_LATIN, IS_LETTER } from "./word-units.ts";

export const UNKNOWN_TYPE = -1;
const LINE_END = 10;
const SPACE = 32;
const HYPHEN = 45;
const DOT = 46;
const SLASH = 47;
const COLON = 58;
const OPENING = 91;
const UNDERSCORE = 95;
const FIRST_BEYOND_ASCII = 128;

/**
 * The words of one text that queries see, as columns: words, numbers, and the words of hashtags (underscores split
 * them). Mentions, links, mail addresses and emoji are not words. Reused from text to text.
 *
 * Plain words are read, folded and hashed in one pass over the code units. No token reaches across a space or a line
 * end, so a stretch between two of them with a sign of anything else is left to `scan`, and costs what it costs.
 */
export class WordStream {
  /** What was read last. */
  text = "";
  count = 0;
  starts = new Int32Array(256);
  ends = new Int32Array(256);
  /** Numbers of the folded forms in the vocabulary, or UNKNOWN_TYPE of words that the filter refused. */
  types = new Int32Array(256);
  /** Codes of the kinds of the tokens that they stand in: WORD, NUMBER or HASHTAG. */
  kinds = new Int32Array(256);
  /** All tokens of the text that are neither words nor numbers, in order. */
  readonly tokens = new Spans();
  /** Code units read so far, those of a closer look twice. */
  steps = 0;
  private readonly stretch = new Spans();
  private units = new Uint16Array(1 << 10);
  private bytes = Buffer.from(this.units.buffer);

  /**
   * With a filter, plain words that it refuses get no number. Words with Latin letters are not shown to it: they have
   * readings in Cyrillic.
   */
  constructor(
    readonly vocabulary: Vocabulary,
    private readonly filter: WordFilter = OPEN_FILTER,
  ) {}

  /** Reads the words of `text`; what was read before is forgotten. */
  read(text: string): void {
    this.text = text;
    this.count = 0;
    this.tokens.count = 0;
    if (text.length >= this.units.length) this.widen(text.length);
    this.bytes.write(text, 0, "utf16le");
    this.units[text.length] = SPACE;
    this.steps += text.length;
    this.readUnits(text.length);
  }

  private readUnits(length: number): void {
    const { units, vocabulary, filter } = this;
    const { units: entryOf, next, root, isEnd } = filter;
    /** After the last space or line end, and the words read by then. */
    let stretch = 0;
    let before = 0;
    let at = 0;
    while (at < length) {
      const unit = units[at]!;
      let entry = entryOf[unit]!;
      if (entry === BETWEEN) {
        at++;
        if (unit === SPACE || unit === LINE_END) {
          stretch = at;
          before = this.count;
        }
        continue;
      }
      const start = at;
      let entries = 0;
      let state = root;
      while (entry > 0) {
        entries |= entry;
        state = next[state + (entry & LETTER_NUMBER)]!;
        entry = entryOf[units[++at]!]!;
      }
      if (entry < 0 || (at < length && units[at - 1]! < FIRST_BEYOND_ASCII && this.mayGoOn(at, length))) {
        if (at === start && units[at] === OPENING && !isSmallAscii(units[at + 1]!)) {
          at++;
          continue;
        }
        const link = start === stretch && units[at] === COLON ? this.linkEnd(start, at, length) : -1;
        if (link !== -1) {
          this.tokens.push(LINK, start, link);
          at = link;
          continue;
        }
        this.count = before;
        at = this.readClosely(stretch, at, length);
        stretch = at;
        before = this.count;
        continue;
      }
      let type = UNKNOWN_TYPE;
      if (!foldsByUnit(entries)) type = vocabulary.idOf(this.text, start, at);
      else if (isEnd[state] === 1 || entries & IS_LATIN) type = vocabulary.idOfUnits(units, start, at);
      this.push(entries & IS_LETTER ? WORD : NUMBER, start, at, type);
    }
  }

  /** Whether what stands at `at`, after ASCII letters or digits, may belong to a link or a host name. */
  private mayGoOn(at: number, length: number): boolean {
    const sign = this.units[at]!;
    const next = at + 1 < length ? this.units[at + 1]! : SPACE;
    if (sign === COLON) return next === SLASH;
    return (sign === DOT || sign === HYPHEN) && next !== SPACE && next !== LINE_END;
  }

  /** The end of a link that fills its stretch: one that the run from `start` to `at` begins; -1 where it does not. */
  private linkEnd(start: number, at: number, length: number): number {
    const { text, units } = this;
    if (linkStart(text, start, at) !== start) return -1;
    const end = linkEnd(text, start);
    this.steps += end - start;
    return end === length || units[end] === SPACE || units[end] === LINE_END ? end : -1;
  }

  /** Reads from `start` to the first space or line end at or after `at`; returns where that stands. */
  private readClosely(start: number, at: number, length: number): number {
    const { text, units, stretch, tokens } = this;
    let end = at;
    while (end < length && units[end] !== SPACE && units[end] !== LINE_END) end++;
    this.steps += end - start;
    scan(text.slice(start, end), stretch);
    for (let i = 0; i < stretch.count; i++) {
      const kind = stretch.kinds[i]!;
      const from = start + stretch.starts[i]!;
      const to = start + stretch.ends[i]!;
      if (kind === WORD || kind === NUMBER) this.pushWord(kind, from, to);
      else {
        tokens.push(kind, from, to);
        if (kind === HASHTAG) this.pushTag(from + 1, to);
      }
    }
    return end;
  }

  private pushTag(start: number, end: number): void {
    let from = start;
    for (let at = start; at <= end; at++) {
      if (at < end && this.units[at] !== UNDERSCORE) continue;
      if (at > from) this.pushWord(HASHTAG, from, at);
      from = at + 1;
    }
  }

  private pushWord(kind: number, start: number, end: number): void {
    this.push(kind, start, end, this.vocabulary.idOf(this.text, start, end));
  }

  private push(kind: number, start: number, end: number, type: number): void {
    if (this.count === this.starts.length) this.grow();
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.types[this.count] = type;
    this.kinds[this.count] = kind;
    this.count++;
  }

  private grow(): void {
    if (this.count >= MOST_WORDS) {
      throw new Error(`found a text of over ${MOST_WORDS} words, expected fewer: take it out or cut it`);
    }
    const size = this.starts.length * 2;
    for (const column of ["starts", "ends", "types", "kinds"] as const) {
      const larger = new Int32Array(size);
      larger.set(this[column]);
      this[column] = larger;
    }
  }

  private widen(length: number): void {
    this.units = new Uint16Array(length * 2);
    this.bytes = Buffer.from(this.units.buffer);
  }
}

function isSmallAscii(unit: number): boolean {
  return unit >= 97 && unit <= 122;
}
