import { WORD } from "../language/spans.ts";
import type { WordStream } from "../query/word-stream.ts";
import { isCapital, writtenForm } from "./written-form.ts";

/** Numbers kept of each type, side by side as memory is read: where it stands in `types`, and how it was written. */
const PLACE = 0;
const ALL = 1;
const CAPITAL_FIRST = 2;
const ALL_CAPITALS = 3;
const NUMBERS = 4;

/** How often each word form stands in one post, as columns. Words only: no numbers, no hashtags. Reused from post to post. */
export class TermCounts {
  /** Distinct forms. */
  count = 0;
  /** Words, repetitions counted. */
  words = 0;
  types = new Int32Array(256);
  counts = new Int32Array(256);
  /** Of all posts so far. A place counts where the type stands there (Briggs and Torczon 1993), so none is taken back. */
  private known = new Int32Array(NUMBERS << 12);

  /** Forgets the post before. */
  begin(): void {
    this.count = 0;
    this.words = 0;
  }

  /** Counts the words of a text, as `stream` has read them. */
  add(stream: WordStream, text: string): void {
    this.reserve(stream.vocabulary.size);
    const { known } = this;
    const { kinds, types, starts, ends } = stream;
    for (let i = 0; i < stream.count; i++) {
      if (kinds[i] !== WORD) continue;
      this.words++;
      const type = types[i]!;
      const at = NUMBERS * type;
      known[at + ALL]!++;
      if (isCapital(text.charCodeAt(starts[i]!))) {
        const last = ends[i]! - 1;
        known[at + (last > starts[i]! && isCapital(text.charCodeAt(last)) ? ALL_CAPITALS : CAPITAL_FIRST)]!++;
      }
      const place = known[at + PLACE]!;
      if (place < this.count && this.types[place] === type) this.counts[place]!++;
      else {
        known[at + PLACE] = this.count;
        this.push(type);
      }
    }
  }

  /** The folded form of a type as the posts so far mostly write it. */
  written(type: number, folded: string): string {
    const at = NUMBERS * type;
    return writtenForm(folded, {
      all: this.known[at + ALL] ?? 0,
      capitalFirst: this.known[at + CAPITAL_FIRST] ?? 0,
      allCapitals: this.known[at + ALL_CAPITALS] ?? 0,
    });
  }

  private push(type: number): void {
    if (this.count === this.types.length) {
      this.types = grown(this.types, this.count * 2);
      this.counts = grown(this.counts, this.count * 2);
    }
    this.types[this.count] = type;
    this.counts[this.count] = 1;
    this.count++;
  }

  private reserve(types: number): void {
    if (NUMBERS * types > this.known.length) this.known = grown(this.known, 2 * NUMBERS * types);
  }
}

function grown(array: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  const copy = new Int32Array(length);
  copy.set(array);
  return copy;
}
