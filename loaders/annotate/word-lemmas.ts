import { growLexicon } from "../language/lemmas/kazakh/lexicon.ts";
import { lemmatiser } from "../language/lemmas/lemmatise.ts";
import { wordLanguage } from "../language/lemmas/word-language.ts";

/** A distinct folded form in posts of a language. */
export interface Word {
  form: string;
  postLanguage: string;
  /** The form as it is mostly written. */
  written: string;
  /** Occurrences. */
  count: number;
}

export interface Lemma {
  lemma: string;
  /** `kk`, `ru` or `other`. */
  language: string;
  /** The commonest written form of its words. */
  surface: string;
  /** Occurrences of its words. */
  count: number;
}

/**
 * The lemmas of all words, by falling count, then by text and language, so that their numbers do not depend on the words' order;
 * and for each word the number of its lemma. Kazakh stems that the words give evidence for count as known: a
 * corpus teaches its own vocabulary.
 */
export function wordLemmas(words: readonly Word[]): { lemmas: Lemma[]; numbers: Int32Array } {
  const languages = words.map(({ form, postLanguage }) => wordLanguage(form, postLanguage));
  const kazakh = words.filter((_, word) => languages[word] === "kk").map(({ form }) => form);
  const lemmatise = lemmatiser(growLexicon(kazakh));
  const found = new Map<string, Lemma & { most: number }>();
  const ofWords = words.map(({ form, written, count }, word) => {
    const language = languages[word]!;
    const lemma = lemmatise(form, language);
    const key = `${language} ${lemma}`;
    let entry = found.get(key);
    if (entry === undefined) {
      entry = { lemma, language, surface: written, count: 0, most: 0 };
      found.set(key, entry);
    }
    entry.count += count;
    if (count > entry.most || (count === entry.most && written < entry.surface)) {
      entry.surface = written;
      entry.most = count;
    }
    return entry;
  });
  const lemmas = [...found.values()].sort(
    (a, b) => b.count - a.count || order(a.lemma, b.lemma) || order(a.language, b.language),
  );
  const numbers = new Map(lemmas.map((lemma, number) => [lemma, number]));
  return { lemmas, numbers: Int32Array.from(ofWords, (entry) => numbers.get(entry)!) };
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
