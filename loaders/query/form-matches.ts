import { formsRead, type LatinReading } from "../language/latin-reading.ts";
import { FormRows } from "./form-rows.ts";
import type { Vocabulary } from "./vocabulary.ts";
import type { WordPatterns } from "./word-patterns.ts";

const NO_WORDS: readonly number[] = [];

/** What the distinct forms of a vocabulary match, in texts whose words in Latin letters are read in one way. */
export class FormMatches {
  /** Forms read so far, each once, in code units. */
  steps = 0;
  /** By type the patterns that it begins. */
  readonly rows: FormRows;
  private readonly known: (readonly number[] | undefined)[] = [];

  /** `begun`: the numbers that stand in the row of a word of patterns. */
  constructor(
    private readonly reading: LatinReading,
    private readonly vocabulary: Vocabulary,
    private readonly patterns: WordPatterns,
    begun: (word: number) => readonly number[],
  ) {
    this.rows = new FormRows((type) => this.wordsOf(type).flatMap(begun));
  }

  /** The words of patterns that a type matches, as it is written and as it is read in Cyrillic; ascending. */
  wordsOf(type: number): readonly number[] {
    const known = this.known[type];
    if (known !== undefined) return known;
    const form = this.vocabulary.formOf(type);
    this.steps += form.length;
    const matched = this.matching(form);
    const kept = matched.length === 0 ? NO_WORDS : matched;
    this.known[type] = kept;
    return kept;
  }

  private matching(form: string): readonly number[] {
    const matched = this.patterns.matching(form);
    const readings = formsRead(form, this.reading);
    if (readings.length === 0) return matched;
    return [...new Set([...matched, ...readings.flatMap((reading) => this.patterns.matching(reading))])];
  }
}
