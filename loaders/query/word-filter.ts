import { BETWEEN, CLOSER_LOOK, FOLDED, UNIT_FLAGS, WORD_UNITS } from "./word-units.ts";

/** No letter leads out of the first row, nor out of the second: a word is read to its end without asking where it is. */
const DEAD = 0;
/** In the low byte of an entry of {@link WordFilter.units} stands the letter's number. */
export const LETTER_NUMBER = 0xff;

/**
 * Tells of a folded word whether any of some patterns may match it: an automaton in one typed array. Of patterns with a
 * wildcard inside it knows the letters before that; with one that begins with a wildcard every word may match.
 */
export class WordFilter {
  /** The row to begin a word at. */
  readonly root: number;
  /** By row and number of the folded letter the next row. Letters that no pattern has are number 0. */
  readonly next: Int32Array;
  /** By row: whether a word may end there. */
  readonly isEnd: Uint8Array;
  /** What `WORD_UNITS` has, with the number of the folded letter in place of the letter. */
  readonly units: Int32Array;

  /** `forms`: folded, with wildcards. */
  constructor(forms: readonly string[]) {
    const stems = forms.map((form) => form.replace(/[*?].*$/su, ""));
    const letters = [...new Set(stems.flatMap((stem) => stem.split("")))];
    const isOpen = stems.includes("") || letters.length > LETTER_NUMBER;
    const width = isOpen ? 1 : letters.length + 1;
    const accepted = width;
    const first = 2 * width;
    this.root = isOpen ? accepted : first;
    const size = isOpen ? first : first + width * stems.reduce((sum, stem) => sum + stem.length, 1);
    const next = new Int32Array(size).fill(accepted, accepted, first);
    const isEnd = new Uint8Array(size);
    isEnd[accepted] = 1;
    const numbers = new Map(letters.map((letter, i) => [letter, i + 1]));
    let end = Math.min(size, first + width);
    forms.forEach((form, i) => {
      if (isOpen) return;
      const { length } = stems[i]!;
      const isPrefix = length < form.length;
      let row = first;
      for (let at = 0; at < length && row !== accepted; at++) {
        const cell = row + numbers.get(form.charAt(at))!;
        if (isPrefix && at === length - 1) next[cell] = accepted;
        else if (next[cell] === DEAD) {
          next[cell] = end;
          end += width;
        }
        row = next[cell]!;
      }
      isEnd[row] = 1;
    });
    this.next = next.slice(0, end);
    this.isEnd = isEnd.slice(0, end);
    this.units = numbered(isOpen ? [] : letters);
  }
}

/** Lets every word through. */
export const OPEN_FILTER = new WordFilter(["*"]);

function numbered(letters: readonly string[]): Int32Array {
  const numberOf = new Uint8Array(0x10000);
  letters.forEach((letter, i) => {
    numberOf[letter.charCodeAt(0)] = i + 1;
  });
  return WORD_UNITS.map((entry) =>
    entry === BETWEEN || entry === CLOSER_LOOK ? entry : (entry & UNIT_FLAGS) | numberOf[entry & FOLDED]!,
  );
}
