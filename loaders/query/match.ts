import type { LatinReading } from "../language/latin-reading.ts";
import type { CasedForms } from "./cased-forms.ts";
import { FormMatches } from "./form-matches.ts";
import { HitColumns } from "./hit-columns.ts";
import { type PhraseNode, Phrases } from "./phrases.ts";
import type { TagPatterns } from "./tag-patterns.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { WordFilter } from "./word-filter.ts";
import type { WordPatterns } from "./word-patterns.ts";
import { WordStream } from "./word-stream.ts";

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

const NO_HITS: readonly Hit[] = [];

/**
 * Finds many patterns in a text in one pass over its words. What a form begins is looked up once for each distinct
 * form and kept, by its number in the vocabulary. `reading` says which words in Latin letters are read in Cyrillic too;
 * without it those that show themselves to be Kazakh.
 */
export class Matcher {
  /** For a stream that is read for this matcher alone. */
  readonly filter: WordFilter;
  private readonly phrases = new Phrases();
  private readonly singles: number[][] = [];
  private readonly begun: (word: number) => readonly number[];
  /** By pattern: whether a hit on its word is a hit, without a look at how it is written. */
  private readonly isPlain: Uint8Array;
  private readonly columns = new HitColumns();
  private readonly matches = new Map<LatinReading, FormMatches>();
  private compared = 0;

  constructor(
    sequences: readonly (readonly number[])[],
    private readonly patterns: WordPatterns,
    readonly vocabulary: Vocabulary,
    private readonly tags: TagPatterns,
    private readonly cased: CasedForms,
  ) {
    this.filter = new WordFilter(patterns.forms);
    this.isPlain = Uint8Array.from(sequences, (_, pattern) => (cased.has(pattern) ? 0 : 1));
    sequences.forEach((words, pattern) => {
      const [first] = words;
      if (words.length > 1) this.phrases.add(pattern, words);
      else if (first !== undefined) {
        this.singles[first] ??= [];
        this.singles[first].push(pattern);
      }
    });
    /** Patterns of one word, and below 0 the words with which phrases begin. */
    this.begun = (word) => [
      ...(this.singles[word] ?? []),
      ...(this.phrases.of(word) === undefined ? [] : [~word]),
    ];
  }

  /** Words and forms read and compared so far: a measure of work that no clock disturbs. */
  get steps(): number {
    let forms = 0;
    for (const { steps } of this.matches.values()) forms += steps;
    return this.compared + forms + this.patterns.steps + this.tags.steps;
  }

  /** All hits in a text, in order of their first word. */
  matchText(text: string, reading?: LatinReading): Hit[] {
    const stream = new WordStream(this.vocabulary);
    stream.read(text);
    return [...this.match(stream, reading)];
  }

  /** All hits in words that were read with this matcher's vocabulary, in order of their first word. */
  match(stream: WordStream, reading?: LatinReading): readonly Hit[] {
    this.find(stream, this.columns, reading);
    return this.columns.count === 0 ? NO_HITS : this.columns.toHits();
  }

  /** The same, written over what stands in `hits`. */
  find(stream: WordStream, hits: HitColumns, reading: LatinReading = "telling"): void {
    hits.count = 0;
    const { count, types, starts, ends, places } = stream;
    const matches = this.matchesRead(reading);
    const formRows = matches.rows;
    formRows.reserve(this.vocabulary.size);
    for (let first = 0; first < count; first++) {
      const row = formRows.of(types[first]!);
      if (row === 0) continue;
      const { isPlain } = this;
      const { rows } = formRows;
      const end = row + rows[row]!;
      for (let at = row + 1; at <= end; at++) {
        const pattern = rows[at]!;
        if (pattern < 0) this.follow(this.phrases.of(~pattern)!, matches, stream, first, first, hits);
        else if (isPlain[pattern] === 1 || !this.cased.refuses(pattern, stream, first))
          hits.push(pattern, places[first]!, places[first]!, starts[first]!, ends[first]!);
      }
    }
    this.compared += count + hits.count;
    if (!this.tags.isEmpty) this.tags.match(stream, hits, reading);
  }

  /** Adds the phrases that go on with the words after `last`. */
  private follow(
    node: PhraseNode,
    matches: FormMatches,
    stream: WordStream,
    first: number,
    last: number,
    hits: HitColumns,
  ): void {
    const { places } = stream;
    for (const pattern of node.patterns) {
      if (!this.cased.refuses(pattern, stream, first))
        hits.push(pattern, places[first]!, places[last]!, stream.starts[first]!, stream.ends[last]!);
    }
    if (node.next.size === 0 || last + 1 >= stream.count || places[last + 1]! !== places[last]! + 1) return;
    const words = matches.wordsOf(stream.types[last + 1]!);
    if (words.length <= node.next.size) {
      this.compared += words.length;
      for (const word of words) {
        const next = node.next.get(word);
        if (next !== undefined) this.follow(next, matches, stream, first, last + 1, hits);
      }
    } else {
      this.compared += node.next.size;
      for (const [word, next] of node.next) {
        if (words.includes(word)) this.follow(next, matches, stream, first, last + 1, hits);
      }
    }
  }

  private matchesRead(reading: LatinReading): FormMatches {
    let matches = this.matches.get(reading);
    if (matches === undefined) {
      matches = new FormMatches(reading, this.vocabulary, this.patterns, this.begun);
      this.matches.set(reading, matches);
    }
    return matches;
  }
}
