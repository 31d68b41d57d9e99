import type { Spans } from "./spans.ts";
import { WordTable } from "./word-table.ts";

/** Longer runs of letters are no words. */
export const LONGEST_WORD = 64;
const MOST_WORDS = 1 << 18;
/** In the first of two numbers of a word that has been worked out. */
export const LEARNT = 1 << 30;

/** What is asked of most words of most texts stands in one table, side by side: what one memo has read is near for the other. */
export const COMMON_WORDS = new WordTable();

/**
 * Two numbers that a written word stands for, worked out at first sight. Runs of letters longer than {@link LONGEST_WORD}
 * are not kept. Emptied when full: what a word stands for does not depend on it.
 */
export class WordMemo {
  /**
   * `learn` writes the two numbers of a word into `facts`, at `at` and after it, `LEARNT` among the bits of the first. Memos
   * may share a table of words, each with its own `place` in it, 0 or 2.
   */
  constructor(
    private readonly learn: (word: string, facts: Int32Array, at: number) => void,
    private readonly table = new WordTable(),
    private readonly place: 0 | 2 = 0,
  ) {}

  /** The numbers of all words, at the places that {@link at} returns. */
  get slots(): Int32Array {
    return this.table.slots;
  }

  /** Where in `slots` the numbers of the word of `spans` from `start` to `end` stand, until the next call; -1 for a longer run. */
  at(spans: Spans, start: number, end: number): number {
    if (end - start > LONGEST_WORD) return -1;
    const { table } = this;
    const { units } = spans;
    if (table.size === MOST_WORDS) table.clear();
    const at = table.seek(units, start, end) + this.place;
    if (table.slots[at] === 0)
      this.learn(String.fromCharCode(...units.subarray(start, end)), table.slots, at);
    return at;
  }
}
