import {
  BETWEEN,
  CLOSER_LOOK,
  FOLDED,
  FOLDS_SLOWLY,
  IS_LATIN,
  UNIT_FLAGS,
  WORD_UNITS,
} from "./word-units.ts";

/** In the low byte of an entry of {@link WordFilter.units} stands the column of its unit in {@link WordFilter.next}. */
export const COLUMN = 0xff;
/** The sign bit of an entry: the unit is part of words. */
const IN_WORD = 1 << 31;

/** Behind a letter or digit of ASCII a link or a host name may go on with these: units to stop at. */
const LINK_SIGNS = ":.-";

/** Column of the letters that no pattern has; those that some pattern has follow, and then these three. */
const OTHER = 0;
const WILD = 1;
const GAP = 2;
const STOP = 3;
const MORE_COLUMNS = 4;

/** The first rows: in a word that no pattern may match, in one that some pattern may, at a stop, between words. */
const DEAD = 0;
const OPEN = 1;
const STOPPED = 2;
const ROOT = 3;
const FIRST_ROWS = 4;

/**
 * Tells which words of a text some patterns may match: an automaton in one typed array that takes one step for every
 * code unit. It comes to `stopped` behind a word that a pattern may match, at a unit that needs a closer look and at a sign
 * with which a link may go on, and nowhere else.
 *
 * Of patterns with a wildcard inside it knows the letters before that; with one that begins with a wildcard every word
 * may match. So may words with Latin letters, which have readings in Cyrillic, and words that do not fold by the unit.
 */
export class WordFilter {
  /** The row at which a text begins. */
  readonly root: number;
  readonly stopped: number;
  /** By row and column the next row. */
  readonly next: Int32Array;
  /** By code unit: its flags in `WORD_UNITS`, below 0 where it is part of words, and its column. */
  readonly units: Int32Array;
  private readonly letters: readonly string[];

  /** `forms`: folded, with wildcards. */
  constructor(forms: readonly string[]) {
    const patterns = forms.filter((form) => !hasLatin(form)).map(toPrefix);
    const letters = [...new Set(patterns.flatMap(({ stem }) => stem.split("")))];
    const isOpen = patterns.some(({ stem }) => stem === "") || letters.length + MORE_COLUMNS > COLUMN;
    this.letters = isOpen ? [] : letters;
    const width = this.letters.length + MORE_COLUMNS;
    this.root = ROOT * width;
    this.stopped = STOPPED * width;
    this.next = this.rowsOf(isOpen ? [] : patterns, width, isOpen ? OPEN : DEAD);
    this.units = this.columnsOf();
  }

  /** Whether some pattern may match the word that ends in a row. */
  mayMatch(row: number): boolean {
    return this.next[row + this.letters.length + GAP] === this.stopped;
  }

  private rowsOf(patterns: readonly Prefix[], width: number, begun: number): Int32Array {
    const columns = new Map(this.letters.map((letter, i) => [letter, i + 1]));
    const next = new Int32Array(
      (FIRST_ROWS + patterns.reduce((sum, { stem }) => sum + stem.length, 0)) * width,
    );
    const last = this.letters.length;
    let end = 0;
    const add = (letter: number, behind: number): number => {
      next.fill(letter * width, end, end + width);
      next[end + last + WILD] = OPEN * width;
      next[end + last + GAP] = behind * width;
      next[end + last + STOP] = STOPPED * width;
      end += width;
      return end - width;
    };
    add(DEAD, ROOT);
    add(OPEN, STOPPED);
    add(begun, ROOT);
    add(begun, ROOT);
    for (const { stem, isWhole } of patterns) {
      let row = ROOT * width;
      for (let at = 0; at < stem.length && row !== OPEN * width; at++) {
        const cell = row + columns.get(stem.charAt(at))!;
        if (!isWhole && at === stem.length - 1) next[cell] = OPEN * width;
        else if (next[cell] === DEAD) next[cell] = add(DEAD, ROOT);
        row = next[cell]!;
      }
      next[row + last + GAP] = STOPPED * width;
    }
    next.copyWithin(STOPPED * width, ROOT * width, (ROOT + 1) * width);
    return next.slice(0, end);
  }

  private columnsOf(): Int32Array {
    const last = this.letters.length;
    const columns = new Uint8Array(0x10000).fill(OTHER);
    this.letters.forEach((letter, i) => {
      columns[letter.charCodeAt(0)] = i + 1;
    });
    const units = WORD_UNITS.map((entry) => {
      if (entry === CLOSER_LOOK) return last + STOP;
      if (entry === BETWEEN) return last + GAP;
      const isWild = (entry & (IS_LATIN | FOLDS_SLOWLY)) !== 0;
      return IN_WORD | (entry & UNIT_FLAGS) | (isWild ? last + WILD : columns[entry & FOLDED]!);
    });
    for (const sign of LINK_SIGNS) units[sign.charCodeAt(0)] = last + STOP;
    return units;
  }
}

interface Prefix {
  /** The letters before the first wildcard. */
  stem: string;
  /** Whether there is no wildcard. */
  isWhole: boolean;
}

function toPrefix(form: string): Prefix {
  const stem = form.replace(/[*?].*$/su, "");
  return { stem, isWhole: stem === form };
}

function hasLatin(form: string): boolean {
  return form.split("").some((unit) => {
    const entry = WORD_UNITS[unit.charCodeAt(0)]!;
    return entry !== CLOSER_LOOK && (entry & IS_LATIN) !== 0;
  });
}
