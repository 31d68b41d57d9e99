import { cyrillicForms } from "../language/transliterate.ts";
import type { CasedForms } from "./cased-forms.ts";
import type { TagPatterns } from "./tag-patterns.ts";
import type { Vocabulary } from "./vocabulary.ts";
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

interface Sequence {
  pattern: number;
  words: readonly number[];
}

const NO_WORDS: readonly number[] = [];
const NO_HITS: readonly Hit[] = [];

/**
 * Finds many patterns in a text in one pass over its words. Which pattern words a form matches is looked up once
 * for each distinct form and kept by its number in the vocabulary.
 */
export class Matcher {
  /** By first pattern word. */
  private readonly sequences: Sequence[][] = [];
  private readonly matchesOfType: (readonly number[] | undefined)[] = [];

  constructor(
    sequences: readonly (readonly number[])[],
    private readonly words: WordPatterns,
    readonly vocabulary: Vocabulary,
    private readonly tags: TagPatterns,
    private readonly cased: CasedForms,
  ) {
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
    let hits: Hit[] | undefined;
    for (let first = 0; first < stream.count; first++) {
      const matched = this.wordsOf(stream.types[first]!);
      if (matched.length === 0) continue;
      for (const word of matched) {
        for (const { pattern, words } of this.sequences[word] ?? []) {
          if (words.length > 1 && !this.follows(stream, first, words)) continue;
          if (this.cased.refuses(pattern, stream, first)) continue;
          const last = first + words.length - 1;
          hits ??= [];
          hits.push({ pattern, first, last, start: stream.starts[first]!, end: stream.ends[last]! });
        }
      }
    }
    return this.tags.isEmpty ? (hits ?? NO_HITS) : this.withTags(hits ?? [], stream);
  }

  private withTags(hits: Hit[], stream: WordStream): Hit[] {
    this.tags.match(stream, hits);
    return hits.sort((a, b) => a.first - b.first);
  }

  private follows(stream: WordStream, first: number, words: readonly number[]): boolean {
    if (first + words.length > stream.count) return false;
    for (let i = 1; i < words.length; i++) {
      if (!this.wordsOf(stream.types[first + i]!).includes(words[i]!)) return false;
    }
    return true;
  }

  /** What a form matches as it is written, and what its readings in Cyrillic match: Kazakh is written in both alphabets. */
  private matching(form: string): readonly number[] {
    const matched = this.words.matching(form);
    const readings = cyrillicForms(form);
    if (readings.length === 0) return matched;
    return [...new Set([...matched, ...readings.flatMap((reading) => this.words.matching(reading))])];
  }

  private wordsOf(type: number): readonly number[] {
    const known = this.matchesOfType[type];
    if (known !== undefined) return known;
    const matched = this.matching(this.vocabulary.formOf(type));
    const kept = matched.length === 0 ? NO_WORDS : matched;
    this.matchesOfType[type] = kept;
    return kept;
  }
}
