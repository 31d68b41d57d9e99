import { emojiEnd } from "../language/emoji.ts";
import { grown } from "../language/grown.ts";
import { linkEnd, linkStart } from "../language/links.ts";
import { scan } from "../language/scan.ts";
import { EMOJI, HASHTAG, LINK, NUMBER, Spans, WORD } from "../language/spans.ts";
import { FoldedWords } from "./folded-words.ts";
import { MOST_WORDS } from "./packed-places.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { COLUMN, type WordFilter } from "./word-filter.ts";
import { CLOSER_LOOK, IS_LETTER, WORD_UNITS } from "./word-units.ts";

const LINE_END = 10;
const SPACE = 32;
const HYPHEN = 45;
const DOT = 46;
const SLASH = 47;
const COLON = 58;
const OPENING = 91;
const UNDERSCORE = 95;
const FIRST_BEYOND_ASCII = 128;
/** A type that is not looked up yet. */
const UNKNOWN = -1;

/**
 * The words of one text that queries see, as columns: words, numbers, and the words of hashtags (underscores split
 * them). Mentions, links, mail addresses and emoji are not words. Reused from text to text. With a filter, plain words
 * that it refuses are counted and left out; without one every token is wanted, and `scan` finds them.
 *
 * The filter steps over every code unit, and stops only behind words that it lets through and at signs of anything
 * else. No token reaches across a space or a line end, so a stretch between two of them with such a sign is left to
 * `scan`, and costs what it costs.
 */
export class WordStream {
  /** What was read last. */
  text = "";
  /** How many words stand in the columns. */
  count = 0;
  starts = new Int32Array(256);
  ends = new Int32Array(256);
  /** Numbers of the folded forms in the vocabulary. */
  types = new Int32Array(256);
  /** Codes of the kinds of the tokens that they stand in: WORD, NUMBER or HASHTAG. */
  kinds = new Int32Array(256);
  /** How many words of the text stand before each, those left out among them. */
  places = new Int32Array(256);
  /** All tokens of the text that are neither words nor numbers, in order. */
  readonly tokens = new Spans();
  /** Code units read so far, those of a closer look twice. */
  steps = 0;
  /** How many words the text has, those left out among them. */
  words = 0;
  private readonly stretch = new Spans();
  /** The words of a stretch, which are looked up together. */
  private readonly folded = new FoldedWords();
  private units = new Uint16Array(1 << 10);
  private bytes = Buffer.from(this.units.buffer);

  constructor(
    readonly vocabulary: Vocabulary,
    private readonly filter?: WordFilter,
  ) {}

  /** Reads the words of `text`; what was read before is forgotten. */
  read(text: string): void {
    this.text = text;
    this.count = 0;
    this.tokens.count = 0;
    this.steps += text.length;
    if (this.filter === undefined) this.readEvery();
    else this.readFiltered(this.filter);
    if (this.words > MOST_WORDS) {
      throw new Error(`found a text of over ${MOST_WORDS} words, expected fewer: take it out or cut it`);
    }
  }

  private readEvery(): void {
    this.words = 0;
    scan(this.text, this.stretch);
    this.pushTokens(0);
  }

  /** The unit behind the text, a full stop, stops the filter a last time. */
  private readFiltered(filter: WordFilter): void {
    const { length } = this.text;
    if (length >= this.units.length) this.widen(length);
    const { units } = this;
    this.bytes.write(this.text, 0, "utf16le");
    units[length] = DOT;
    const { units: entryOf, next, stopped } = filter;
    let row = filter.root;
    let rowBefore = row;
    let entryBefore = 0;
    let words = 0;
    for (let at = -1; at < length; ) {
      do {
        const entry = entryOf[units[++at]!]!;
        rowBefore = row;
        row = next[row + (entry & COLUMN)]!;
        // one more where this unit is part of a word and the one before is not
        words += (entry & ~entryBefore) >>> 31;
        entryBefore = entry;
      } while (row !== stopped);
      this.words = words;
      at = this.stop(filter, at, length, rowBefore);
      words = this.words;
    }
  }

  /** Does what is to be done at `at`, where the filter came from `row`; returns the last unit that needs no more. */
  private stop(filter: WordFilter, at: number, length: number, row: number): number {
    const { text, units } = this;
    const isBehindWord = at > 0 && isInWord(units[at - 1]!);
    let end = at + 1;
    if (WORD_UNITS[units[at]!] === CLOSER_LOOK) {
      if (!isBehindWord && units[at] === OPENING && !isSmallAscii(units[end]!)) return at;
      end = emojiEnd(text, at);
      if (end === -1) return this.readStretch(at, length);
      this.tokens.push(EMOJI, at, end);
    } else if (isBehindWord && units[at - 1]! < FIRST_BEYOND_ASCII && this.mayGoOn(at, length)) {
      end = units[at] === COLON ? this.pushLink(at) : -1;
      return end === -1 ? this.readStretch(at, length) : end - 1;
    }
    if (filter.mayMatch(row)) this.pushPlain(at);
    return end - 1;
  }

  /** Adds the word that ends at `end`. */
  private pushPlain(end: number): void {
    const { units, vocabulary } = this;
    let start = end;
    let entries = 0;
    while (start > 0) {
      const entry = WORD_UNITS[units[start - 1]!]!;
      if (entry <= 0) break;
      entries |= entry;
      start--;
    }
    const type = vocabulary.idOf(units, start, end);
    this.push(entries & IS_LETTER ? WORD : NUMBER, start, end, type, this.words - 1);
  }

  /** Whether what stands at `at`, after ASCII letters or digits, may belong to a link or a host name. */
  private mayGoOn(at: number, length: number): boolean {
    const sign = this.units[at]!;
    const next = at + 1 < length ? this.units[at + 1]! : SPACE;
    if (sign === COLON) return next === SLASH;
    if (sign === HYPHEN) return next < FIRST_BEYOND_ASCII && !isBreak(next);
    return sign === DOT && !isBreak(next);
  }

  /** Adds the link that the word which ends at `at` begins; returns its end, -1 where it begins none. */
  private pushLink(at: number): number {
    const { text, units } = this;
    let start = at;
    while (start > 0 && isInWord(units[start - 1]!)) start--;
    if (linkStart(text, start, at) !== start) return -1;
    const end = linkEnd(text, start);
    this.steps += end - start;
    this.tokens.push(LINK, start, end);
    this.words -= 1;
    return end;
  }

  /** Forgets the words and tokens since the last space, and reads closely from there; returns the next space's place. */
  private readStretch(at: number, length: number): number {
    const { units, starts, tokens } = this;
    let start = at;
    while (start > 0 && !isBreak(units[start - 1]!)) {
      const token = tokens.count - 1;
      if (token >= 0 && tokens.ends[token] === start) {
        start = tokens.starts[token]!;
        tokens.count = token;
        continue;
      }
      if (isInWord(units[start - 1]!) && !isInWord(units[start]!)) this.words -= 1;
      start -= 1;
    }
    while (this.count > 0 && starts[this.count - 1]! >= start) this.count -= 1;
    return this.readClosely(start, at, length);
  }

  /** Reads from `start` to the first space or line end at or after `at`; returns where that stands. */
  private readClosely(start: number, at: number, length: number): number {
    const { text, units, stretch } = this;
    let end = at;
    while (end < length && !isBreak(units[end]!)) end++;
    this.steps += end - start;
    scan(text.slice(start, end), stretch);
    this.pushTokens(start);
    return end;
  }

  /** Adds the words and tokens of the stretch, which begins at `offset`. */
  private pushTokens(offset: number): void {
    const { stretch, tokens } = this;
    const { kinds, starts, ends, count } = stretch;
    const first = this.count;
    this.folded.clear();
    for (let i = 0; i < count; i++) {
      const kind = kinds[i]!;
      const start = starts[i]!;
      const end = ends[i]!;
      if (kind === WORD || kind === NUMBER) this.pushWord(kind, offset, start, end);
      else {
        tokens.push(kind, offset + start, offset + end);
        if (kind === HASHTAG) this.pushTag(offset, start + 1, end);
      }
    }
    this.vocabulary.typesOf(this.folded, this.types, first);
  }

  private pushTag(offset: number, start: number, end: number): void {
    const { units } = this.stretch;
    let from = start;
    for (let at = start; at <= end; at++) {
      if (at < end && units[at] !== UNDERSCORE) continue;
      if (at > from) this.pushWord(HASHTAG, offset, from, at);
      from = at + 1;
    }
  }

  private pushWord(kind: number, offset: number, start: number, end: number): void {
    this.folded.add(this.stretch.units, start, end);
    this.push(kind, offset + start, offset + end, UNKNOWN, this.words++);
  }

  private push(kind: number, start: number, end: number, type: number, place: number): void {
    if (this.count === this.starts.length) this.grow();
    this.places[this.count] = place;
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.types[this.count] = type;
    this.kinds[this.count] = kind;
    this.count++;
  }

  private grow(): void {
    const size = this.starts.length * 2;
    for (const column of ["starts", "ends", "types", "kinds", "places"] as const)
      this[column] = grown(this[column], size);
  }

  private widen(length: number): void {
    this.units = new Uint16Array(length * 2);
    this.bytes = Buffer.from(this.units.buffer);
  }
}

function isInWord(unit: number): boolean {
  return WORD_UNITS[unit]! > 0;
}

function isBreak(unit: number): boolean {
  return unit === SPACE || unit === LINE_END;
}

function isSmallAscii(unit: number): boolean {
  return unit >= 97 && unit <= 122;
}
