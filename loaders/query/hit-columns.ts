import { grown } from "../language/grown.ts";
import type { Hit } from "./match.ts";

const COLUMNS = ["patterns", "firsts", "lasts", "starts", "ends"] as const;

/** Hits in one text as columns, in order of their first word. Reused from text to text. */
export class HitColumns {
  count = 0;
  patterns = new Int32Array(64);
  /** First and last word. */
  firsts = new Int32Array(64);
  lasts = new Int32Array(64);
  /** Offsets in the text. */
  starts = new Int32Array(64);
  ends = new Int32Array(64);

  push(pattern: number, first: number, last: number, start: number, end: number): void {
    if (this.count === this.patterns.length) this.grow();
    const at = this.count++;
    this.patterns[at] = pattern;
    this.firsts[at] = first;
    this.lasts[at] = last;
    this.starts[at] = start;
    this.ends[at] = end;
  }

  toHits(): Hit[] {
    const hits: Hit[] = [];
    for (let i = 0; i < this.count; i++) {
      hits.push({
        pattern: this.patterns[i]!,
        first: this.firsts[i]!,
        last: this.lasts[i]!,
        start: this.starts[i]!,
        end: this.ends[i]!,
      });
    }
    return hits;
  }

  /** Brings two runs in order, each in order of its first words: the hits up to `middle` and those from there on. */
  merge(middle: number): void {
    const { count } = this;
    if (middle === 0 || middle === count) return;
    const order = new Int32Array(count);
    let left = 0;
    let right = middle;
    for (let i = 0; i < count; i++) {
      const isLeft = right === count || (left < middle && this.firsts[left]! <= this.firsts[right]!);
      order[i] = isLeft ? left++ : right++;
    }
    for (const column of COLUMNS) {
      const values = this[column].slice(0, count);
      for (let i = 0; i < count; i++) this[column][i] = values[order[i]!]!;
    }
  }

  private grow(): void {
    for (const column of COLUMNS) {
      this[column] = grown(this[column], this.count * 2);
    }
  }
}
