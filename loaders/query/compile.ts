import type { TermQuery } from "./ast.ts";
import { type Hit, Matcher } from "./match.ts";
import { Vocabulary } from "./vocabulary.ts";
import { WordPatterns } from "./word-patterns.ts";

/**
 * Compiles words and phrases into one matcher; a pattern's number is its index here. A vocabulary may be shared
 * with whatever else counts the words of the same texts.
 */
export function compile(patterns: readonly TermQuery[], vocabulary = new Vocabulary()): Matcher {
  const words = new WordPatterns();
  const sequences = patterns.map((pattern) =>
    pattern.kind === "word" ? [words.add(pattern.form)] : pattern.words.map((word) => words.add(word.form)),
  );
  return new Matcher(sequences, words, vocabulary);
}

/** All hits of some patterns in one text, in order of their first word. For single texts: keep a matcher for many. */
export function matchText(patterns: readonly TermQuery[], text: string): Hit[] {
  return compile(patterns).matchText(text);
}
