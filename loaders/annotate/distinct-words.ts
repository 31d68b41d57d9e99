import type { Vocabulary } from "../query/vocabulary.ts";
import type { PostWords } from "./post-words.ts";
import type { TermCounts } from "./term-counts.ts";
import type { Word } from "./word-lemmas.ts";

/** The words of all posts by number, as `wordLemmas` takes them. */
export function distinctWords(words: PostWords, vocabulary: Vocabulary, terms: TermCounts): Word[] {
  const forms = vocabulary.forms();
  return words.types.map((type, word) => {
    const form = forms[type]!;
    const written = terms.written(type, form, words.countOfType(type));
    return { form, written, postLanguage: words.languages[word]!, count: words.countOf(word) };
  });
}
