import { WORD } from "../language/spans.ts";
import type { WordStream } from "../query/word-stream.ts";
import { WrittenForms } from "./written-form.ts";

/** How often each word form stands in one post, as columns. Words only: no numbers, no hashtags. Reused from post to post. */
export class TermCounts {
  /** Distinct forms. */
  count = 0;
  /** Words, repetitions counted. */
  words = 0;
  types = new Int32Array(256);
  counts = new Int32Array(256);
  /** How the words of all posts so far are written. */
  readonly written = new WrittenForms();
  private post = 0;
  /** By type, two numbers side by side: the last post that had it, and where in `types`. */
  private seen = new Int32Array(1 << 13);

  /** Forgets the post before. */
  begin(): void {
    this.post++;
    this.count = 0;
    this.words = 0;
  }

  /** Counts the words of a text, as `stream` has read them. */
  add(stream: WordStream, text: string): void {
    this.reserve(stream.vocabulary.size);
    for (let i = 0; i < stream.count; i++) {
      if (stream.kinds[i] !== WORD) continue;
      this.words++;
      const type = stream.types[i]!;
      this.written.add(type, text, stream.starts[i]!, stream.ends[i]!);
      if (this.seen[2 * type] === this.post) {
        this.counts[this.seen[2 * type + 1]!]!++;
        continue;
      }
      if (this.count === this.types.length) {
        this.types = grown(this.types, this.count * 2);
        this.counts = grown(this.counts, this.count * 2);
      }
      this.seen[2 * type] = this.post;
      this.seen[2 * type + 1] = this.count;
      this.types[this.count] = type;
      this.counts[this.count] = 1;
      this.count++;
    }
  }

  private reserve(types: number): void {
    if (2 * types > this.seen.length) this.seen = grown(this.seen, types * 4);
  }
}

function grown(array: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  const copy = new Int32Array(length);
  copy.set(array);
  return copy;
}
