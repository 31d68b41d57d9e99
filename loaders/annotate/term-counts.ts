import { grown } from "../language/grown.ts";
import { WORD } from "../language/spans.ts";
import type { WordStream } from "../query/word-stream.ts";
import { isCapital, writtenForm } from "./written-form.ts";

/** Numbers kept of how each type was written. */
const CAPITAL_FIRST = 0;
const ALL_CAPITALS = 1;
const WAYS = 2;

/** How often each word form stands in one post, as columns. Words only: no numbers, no hashtags. Reused from post to post. */
export class TermCounts {
  /** Distinct forms. */
  count = 0;
  /** Words, repetitions counted. */
  words = 0;
  types = new Int32Array(256);
  counts = new Int32Array(256);
  /**
   * By type, where it stands in `types`. A place counts where the type stands there (Briggs and Torczon 1993), so none is
   * taken back.
   */
  private places = new Int32Array(1 << 12);
  /** Of all posts so far, {@link WAYS} numbers a type: apart, as most words are written small. */
  private capitals = new Int32Array(WAYS << 12);

  /** Forgets the post before. */
  begin(): void {
    this.count = 0;
    this.words = 0;
  }

  /** Counts the words of a text, as `stream` has read them. */
  add(stream: WordStream, text: string): void {
    this.reserve(stream.vocabulary.size);
    const { places, capitals } = this;
    const { kinds, types, starts, ends } = stream;
    for (let i = 0; i < stream.count; i++) {
      if (kinds[i] !== WORD) continue;
      this.words++;
      const type = types[i]!;
      if (isCapital(text.charCodeAt(starts[i]!))) {
        const last = ends[i]! - 1;
        const way = last > starts[i]! && isCapital(text.charCodeAt(last)) ? ALL_CAPITALS : CAPITAL_FIRST;
        capitals[WAYS * type + way]!++;
      }
      const place = places[type]!;
      if (place < this.count && this.types[place] === type) this.counts[place]!++;
      else {
        places[type] = this.count;
        this.push(type);
      }
    }
  }

  /** The folded form of a type as the posts so far mostly write it; `all`: how often it stands in them. */
  written(type: number, folded: string, all: number): string {
    const at = WAYS * type;
    return writtenForm(folded, {
      all,
      capitalFirst: this.capitals[at + CAPITAL_FIRST] ?? 0,
      allCapitals: this.capitals[at + ALL_CAPITALS] ?? 0,
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
    if (types <= this.places.length) return;
    this.places = grown(this.places, 2 * types);
    this.capitals = grown(this.capitals, WAYS * 2 * types);
  }
}
