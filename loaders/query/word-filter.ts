const DEAD = 0;
const ACCEPTED = 1;
const ROOT = 2;

/**
 * Tells of a folded word whether any of some patterns may match it: an automaton in one typed array, which most words
 * leave after their first letters. Patterns with a `?`, or with a `*` before their end, it does not know: with one of
 * these every word may match.
 */
export class WordFilter {
  /** Whether every word may match. */
  readonly isOpen: boolean;
  /** By state and letter the next state; a row of `width` a state. */
  private readonly next: Int32Array;
  private readonly width: number;
  /** Letters of the patterns, numbered from 1; 0 for all others. */
  private readonly letterOf = new Uint8Array(0x10000);
  /** By state: whether a word may end there. */
  private readonly isEnd: Uint8Array;

  /** `forms`: folded, with wildcards. */
  constructor(forms: readonly string[]) {
    const stems = forms.map((form) => (form.endsWith("*") ? form.slice(0, -1) : form));
    const letters = new Set(stems.flatMap((stem) => stem.split("")));
    this.isOpen = stems.some((stem) => /[*?]/u.test(stem)) || letters.size > 255;
    const states = this.isOpen ? 0 : stems.reduce((sum, stem) => sum + stem.length, ROOT + 1);
    this.width = letters.size + 1;
    const next = new Int32Array(states * this.width);
    this.isEnd = new Uint8Array(states);
    let count = ROOT + 1;
    if (!this.isOpen) {
      [...letters].forEach((letter, i) => {
        this.letterOf[letter.charCodeAt(0)] = i + 1;
      });
      forms.forEach((form, i) => {
        const stem = stems[i]!;
        let state = ROOT;
        for (let at = 0; at < stem.length && state !== ACCEPTED; at++) {
          const cell = state * this.width + this.letterOf[stem.charCodeAt(at)]!;
          if (at === stem.length - 1 && form !== stem) next[cell] = ACCEPTED;
          else if (next[cell] === DEAD) next[cell] = count++;
          state = next[cell]!;
        }
        this.isEnd[state] = 1;
      });
    }
    this.next = next.slice(0, count * this.width);
  }

  /** Whether a pattern may match the folded word in `units` from `start` to `end`. */
  accepts(units: Uint16Array, start: number, end: number): boolean {
    if (this.isOpen) return true;
    const { next, width, letterOf } = this;
    let state = ROOT;
    for (let at = start; at < end; at++) {
      state = next[state * width + letterOf[units[at]!]!]!;
      if (state <= ACCEPTED) return state === ACCEPTED;
    }
    return this.isEnd[state] === 1;
  }
}
