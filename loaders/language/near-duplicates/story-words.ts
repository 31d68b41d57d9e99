import { fold } from "../fold.ts";
import { grown } from "../grown.ts";
import { mixed } from "../mix.ts";
import { scan } from "../scan.ts";
import { HASHTAG, NUMBER, Spans, WORD } from "../spans.ts";

/** Below this many words a text has too few shingles to be compared by: only equal texts are copies. */
export const FEWEST_WORDS = 5;

/** Up to this many words a text is compared by its words and pairs of words too: one edit takes most shingles. */
export const MOST_BRIEF_WORDS = 15;

const UNDERSCORE = 95;
const FNV_START = 0x811c9dc5 | 0;
const FNV_PRIME = 0x01000193;

/** The folded form of every UTF-16 code unit, where it is one unit too. */
const FOLDED = Uint16Array.from({ length: 0x10000 }, (_, unit) => {
  const folded = fold(String.fromCharCode(unit));
  return folded.length === 1 ? folded.charCodeAt(0) : unit;
});

const LATIN = 1;
const CYRILLIC = 2;
/** The alphabet of every code unit, 0 for others. */
const ALPHABET = Uint8Array.from({ length: 0x10000 }, (_, unit) => {
  if (unit >= 0x400 && unit <= 0x52f) return CYRILLIC;
  const small = unit | 32;
  return small >= 97 && small <= 122 ? LATIN : 0;
});

/**
 * The words of a text by which copies are told, as 32-bit hashes of their folded forms: words, numbers and the
 * words of hashtags. Links, mentions, mail addresses, emoji, punctuation and white space play no part, nor do
 * hashtags after the last word, unless fewer than `FEWEST_WORDS` are left without them. A text without any word
 * is one word, its characters. Reused from text to text.
 */
export class StoryWords {
  count = 0;
  hashes = new Int32Array(256);
  /** Whether the text is long enough to be compared by shingles. */
  get isLong(): boolean {
    return this.count >= FEWEST_WORDS;
  }
  /** Whether the text is so short that it is compared by words and pairs of words too. */
  get isBrief(): boolean {
    return this.isLong && this.count <= MOST_BRIEF_WORDS;
  }

  readonly #spans = new Spans();

  /** Reads a normalised text. Time is linear in the text. */
  read(text: string): void {
    const spans = this.#spans;
    scan(text, spans);
    this.count = 0;
    let end = spans.count;
    while (end > 0 && spans.kinds[end - 1] !== WORD && spans.kinds[end - 1] !== NUMBER) end--;
    for (let i = 0; i < end; i++) this.#take(text, i);
    if (this.count < FEWEST_WORDS) for (let i = end; i < spans.count; i++) this.#take(text, i);
    if (this.count === 0) {
      const whole = text.trim();
      this.#push(whole, 0, whole.length);
    }
  }

  #take(text: string, token: number): void {
    const { kinds, starts, ends } = this.#spans;
    const kind = kinds[token];
    if (kind === WORD || kind === NUMBER) this.#push(text, starts[token]!, ends[token]!);
    else if (kind === HASHTAG) this.#takeHashtag(text, starts[token]! + 1, ends[token]!);
  }

  #takeHashtag(text: string, start: number, end: number): void {
    let from = start;
    for (let at = start; at <= end; at++) {
      if (at < end && text.charCodeAt(at) !== UNDERSCORE) continue;
      if (at > from) this.#push(text, from, at);
      from = at + 1;
    }
  }

  #push(text: string, start: number, end: number): void {
    let hash = FNV_START;
    let alphabets = 0;
    for (let at = start; at < end; at++) {
      const unit = text.charCodeAt(at);
      alphabets |= ALPHABET[unit]!;
      hash = Math.imul(hash ^ FOLDED[unit]!, FNV_PRIME);
    }
    if (alphabets === (LATIN | CYRILLIC)) hash = hashOf(fold(text.slice(start, end)));
    if (this.count === this.hashes.length) this.hashes = grown(this.hashes, this.count * 2);
    this.hashes[this.count++] = mixed(hash);
  }
}

/** Of a folded word: a Latin letter among Cyrillic ones is repaired there, so that a disguised copy is one. */
function hashOf(word: string): number {
  let hash = FNV_START;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), FNV_PRIME);
  return hash;
}
