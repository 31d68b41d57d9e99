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
  /** By type: the last post that had it, and where in `types`. */
  private seenIn = new Int32Array(1 << 12);
  private position = new Int32Array(1 << 12);

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
      if (this.seenIn[type] === this.post) {
        this.counts[this.position[type]!]!++;
        continue;
      }
      if (this.count === this.types.length) {
        this.types = grown(this.types, this.count * 2);
        this.counts = grown(this.counts, this.count * 2);
      }
      this.seenIn[type] = this.post;
      this.position[type] = this.count;
      this.types[this.count] = type;
      this.counts[this.count] = 1;
      this.count++;
    }
  }

  private reserve(types: number): void {
    if (types <= this.seenIn.length) return;
    this.seenIn = grown(this.seenIn, types * 2);
    this.position = grown(this.position, types * 2);
  }
}

function grown(array: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  const copy = new Int32Array(length);
  copy.set(array);
  return copy;
}
