import type { LatinReading } from "../language/latin-reading.ts";
import type { LeafQuery } from "./ast.ts";
import { CasedForms } from "./cased-forms.ts";
import { type Hit, Matcher } from "./match.ts";
import { TagPatterns } from "./tag-patterns.ts";
import { Vocabulary } from "./vocabulary.ts";
import { WordPatterns } from "./word-patterns.ts";

/**
 * Compiles words, phrases and hashtags into one matcher; a pattern's number is its index here. A vocabulary may be
 * shared with whatever else counts the words of the same texts.
 */
export function compile(patterns: readonly LeafQuery[], vocabulary = new Vocabulary()): Matcher {
  const words = new WordPatterns();
  const sequences = patterns.map((pattern) => {
    if (pattern.kind === "tag") return [];
    const sequence = pattern.kind === "word" ? [pattern] : pattern.words;
    return sequence.map((word) => words.add(word.form));
  });
  const cased = new CasedForms(patterns);
  return new Matcher(sequences, words, vocabulary, new TagPatterns(patterns, cased), cased);
}

/** All hits of some patterns in one text, in order of their first word. For single texts: keep a matcher for many. */
export function matchText(patterns: readonly LeafQuery[], text: string, reading?: LatinReading): Hit[] {
  return compile(patterns).matchText(text, reading);
}
