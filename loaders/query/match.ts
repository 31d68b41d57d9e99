import { cyrillicForms } from "../language/transliterate.ts";
import type { CasedForms } from "./cased-forms.ts";
import { HitColumns } from "./hit-columns.ts";
import type { TagPatterns } from "./tag-patterns.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { WordFilter } from "./word-filter.ts";
import type { WordPatterns } from "./word-patterns.ts";
import { UNKNOWN_TYPE, WordStream } from "./word-stream.ts";

/** One place where one pattern matches. Hits may overlap, also those of one pattern. */
export interface Hit {
  /** Index among the compiled patterns. */
  pattern: number;
  /** Indices of the first and last word among the words of the text. */
  first: number;
  last: number;
  /** Offsets in the text. */
  start: number;
  end: number;
}

interface Sequence {
  pattern: number;
  words: readonly number[];
}

const NO_WORDS: readonly number[] = [];
const NO_HITS: readonly Hit[] = [];
const UNKNOWN = -1;

/**
 * Finds many patterns in a text in one pass over its words. What a form begins is looked up once for each distinct
 * form and kept, by its number in the vocabulary, in one run of numbers.
 */
export class Matcher {
  /** Words of patterns and forms compared so far: a measure of work that no clock disturbs. */
  steps = 0;
  /** For a stream that is read for this matcher alone. */
  readonly filter: WordFilter;
  /** By first pattern word. */
  private readonly sequences: Sequence[][] = [];
  /** By pattern: whether a hit on its first word is a hit, without a look at what follows or how it is written. */
  private readonly isPlain: Uint8Array;
  private readonly words: readonly (readonly number[])[];
  private readonly columns = new HitColumns();
  private readonly matchesOfType: (readonly number[] | undefined)[] = [];
  /** By type: where in `rows` its row begins, or UNKNOWN. A row is a count and as many patterns. */
  private rowOf = new Int32Array(1 << 12).fill(UNKNOWN);
  private rows = new Int32Array(1 << 12);
  /** The first row is that of all forms that begin nothing. */
  private rowsEnd = 1;

  constructor(
    sequences: readonly (readonly number[])[],
    private readonly patterns: WordPatterns,
    readonly vocabulary: Vocabulary,
    private readonly tags: TagPatterns,
    private readonly cased: CasedForms,
  ) {
    this.words = sequences;
    this.filter = new WordFilter(patterns.forms);
    this.isPlain = Uint8Array.from(sequences, (sequence, pattern) =>
      sequence.length === 1 && !cased.has(pattern) ? 1 : 0,
    );
    sequences.forEach((sequence, pattern) => {
      const first = sequence[0];
      if (first === undefined) return;
      this.sequences[first] ??= [];
      this.sequences[first].push({ pattern, words: sequence });
    });
  }

  /** All hits in a text, in order of their first word. */
  matchText(text: string): Hit[] {
    const stream = new WordStream(this.vocabulary);
    stream.read(text);
    return [...this.match(stream)];
  }

  /** All hits in words that were read with this matcher's vocabulary, in order of their first word. */
  match(stream: WordStream): readonly Hit[] {
    this.find(stream, this.columns);
    return this.columns.count === 0 ? NO_HITS : this.columns.toHits();
  }

  /** The same, written over what stands in `hits`. */
  find(stream: WordStream, hits: HitColumns): void {
    hits.count = 0;
    const { count, types, starts, ends } = stream;
    this.reserve(this.vocabulary.size);
    for (let first = 0; first < count; first++) {
      const type = types[first]!;
      if (type === UNKNOWN_TYPE) continue;
      let row = this.rowOf[type]!;
      if (row === 0) continue;
      if (row === UNKNOWN) row = this.addRow(type);
      const { rows, isPlain } = this;
      const end = row + rows[row]!;
      for (let at = row + 1; at <= end; at++) {
        const pattern = rows[at]!;
        let last = first;
        if (isPlain[pattern] === 0) {
          const words = this.words[pattern]!;
          if (words.length > 1 && !this.follows(stream, first, words)) continue;
          if (this.cased.refuses(pattern, stream, first)) continue;
          last = first + words.length - 1;
        }
        hits.push(pattern, first, last, starts[first]!, ends[last]!);
      }
    }
    this.steps += count + hits.count;
    if (!this.tags.isEmpty) this.tags.match(stream, hits);
  }

  private follows(stream: WordStream, first: number, words: readonly number[]): boolean {
    if (first + words.length > stream.count) return false;
    for (let i = 1; i < words.length; i++) {
      this.steps += 1;
      const type = stream.types[first + i]!;
      if (type === UNKNOWN_TYPE || !this.wordsOf(type).includes(words[i]!)) return false;
    }
    return true;
  }

  private reserve(types: number): void {
    const known = this.rowOf.length;
    if (types <= known) return;
    const larger = new Int32Array(types * 2).fill(UNKNOWN, known);
    larger.set(this.rowOf);
    this.rowOf = larger;
  }

  private addRow(type: number): number {
    const begun = this.wordsOf(type).flatMap((word) =>
      (this.sequences[word] ?? []).map(({ pattern }) => pattern),
    );
    if (begun.length === 0) {
      this.rowOf[type] = 0;
      return 0;
    }
    const row = this.rowsEnd;
    this.rowsEnd += begun.length + 1;
    if (this.rowsEnd > this.rows.length) {
      const larger = new Int32Array(this.rowsEnd * 2);
      larger.set(this.rows);
      this.rows = larger;
    }
    this.rows[row] = begun.length;
    this.rows.set(begun, row + 1);
    this.rowOf[type] = row;
    return row;
  }

  /** What a form matches as it is written, and what its readings in Cyrillic match: Kazakh is written in both alphabets. */
  private matching(form: string): readonly number[] {
    const matched = this.patterns.matching(form);
    const readings = cyrillicForms(form);
    if (readings.length === 0) return matched;
    return [...new Set([...matched, ...readings.flatMap((reading) => this.patterns.matching(reading))])];
  }

  private wordsOf(type: number): readonly number[] {
    const known = this.matchesOfType[type];
    if (known !== undefined) return known;
    const form = this.vocabulary.formOf(type);
    this.steps += form.length * (1 + this.patterns.tried);
    const matched = this.matching(form);
    const kept = matched.length === 0 ? NO_WORDS : matched;
    this.matchesOfType[type] = kept;
    return kept;
  }
}
