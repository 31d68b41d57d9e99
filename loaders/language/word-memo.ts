import { HASHTAG, type Spans, WORD } from "./spans.ts";
import { hashOfUnits, WordTable } from "./word-table.ts";

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
  private hashes = new Int32Array(256);

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

  /**
   * By number of a token that is a word or a hashtag, the hash of it or of what follows its sign. Most of `slots` that the tokens' words
   * need is fetched. Holds until the next call.
   */
  hashesOf({ units, kinds, starts, ends, count }: Spans): Int32Array {
    if (this.hashes.length < count) this.hashes = new Int32Array(2 * count);
    const { hashes } = this;
    for (let i = 0; i < count; i++) {
      const kind = kinds[i];
      if (kind === WORD) hashes[i] = hashOfUnits(units, starts[i]!, ends[i]!);
      else if (kind === HASHTAG) hashes[i] = hashOfUnits(units, starts[i]! + 1, ends[i]!);
    }
    this.table.fetch(hashes, count);
    return hashes;
  }

  /**
   * Where in `slots` the numbers of the word of `spans` from `start` to `end` stand, until the next call; -1 for a longer run.
   * `hash`: its hash.
   */
  at({ units }: Spans, start: number, end: number, hash?: number): number {
    if (end - start > LONGEST_WORD) return -1;
    const { table } = this;
    if (table.size === MOST_WORDS) table.clear();
    const at = table.seek(units, start, end, hash) + this.place;
    if (table.slots[at] === 0)
      this.learn(String.fromCharCode(...units.subarray(start, end)), table.slots, at);
    return at;
  }
}
