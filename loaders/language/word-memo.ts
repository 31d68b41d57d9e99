import type { Spans } from "./spans.ts";
import { WordTable } from "./word-table.ts";

/** Longer runs of letters are no words. */
export const LONGEST_WORD = 64;
const MOST_WORDS = 1 << 18;

/**
 * Two numbers that a written word stands for, worked out at first sight. Runs of letters longer than {@link LONGEST_WORD}
 * are not kept. Emptied when full: what a word stands for does not depend on it.
 */
export class WordMemo {
  private readonly table = new WordTable();

  /** `learn` writes the two numbers of a word into `facts`, at `at` and after it; both of them. */
  constructor(private readonly learn: (word: string, facts: Int32Array, at: number) => void) {}

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
    const at = table.seek(units, start, end);
    if (table.isNew) this.learn(String.fromCharCode(...units.subarray(start, end)), table.slots, at);
    return at;
  }
}
