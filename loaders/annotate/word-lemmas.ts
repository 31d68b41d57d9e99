import { growLexicon } from "../language/lemmas/kazakh/lexicon.ts";
import { latinKazakhLemma } from "../language/lemmas/latin-kazakh.ts";
import { corpusLemmatiser } from "../language/lemmas/lemmatise.ts";
import { CorpusForms } from "../language/lemmas/russian/corpus-forms.ts";
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
 * and for each word the number of its lemma. A corpus teaches its own vocabulary: Kazakh stems that the words give
 * evidence for count as known, and a Russian word that no dictionary has is read as its other forms and its capital ask. Latin words of Kazakh posts join the lemma of their Cyrillic form.
 */
export function wordLemmas(words: readonly Word[]): { lemmas: Lemma[]; numbers: Int32Array } {
  const languages: string[] = words.map(({ form, postLanguage }) => wordLanguage(form, postLanguage));
  const formsIn = (language: string) =>
    words.filter((_, word) => languages[word] === language).map(({ form }) => form);
  const lemmatise = corpusLemmatiser({
    kazakh: growLexicon(formsIn("kk")),
    russian: new CorpusForms(formsIn("ru")),
  });
  const texts = words.map(({ form, written }, word) =>
    lemmatise(languages[word] === "ru" ? written : form, languages[word]!),
  );
  const known = new Set(texts.filter((_, word) => languages[word] === "kk"));
  for (let word = 0; word < words.length; word++) {
    if (languages[word] !== "other" || words[word]!.postLanguage !== "kk") continue;
    const lemma = latinKazakhLemma(words[word]!.form, known, (cyrillic) => lemmatise(cyrillic, "kk"));
    if (lemma === undefined) continue;
    texts[word] = lemma;
    languages[word] = "kk";
  }
  const found = new Map<string, Map<string, Gathered>>();
  const ofWords = words.map((word, number) => gathered(found, texts[number]!, languages[number]!, word));
  const lemmas = [...found.values()]
    .flatMap((ofLanguage) => [...ofLanguage.values()])
    .sort((a, b) => b.count - a.count || order(a.lemma, b.lemma) || order(a.language, b.language));
  lemmas.forEach((lemma, number) => {
    lemma.number = number;
  });
  return { lemmas, numbers: Int32Array.from(ofWords, ({ number }) => number) };
}

/** `most`: occurrences of the word that `surface` comes from. */
type Gathered = Lemma & { most: number; number: number };

/** The entry of a lemma, by language, with one more word in it. */
function gathered(
  found: Map<string, Map<string, Gathered>>,
  lemma: string,
  language: string,
  { written, count }: Word,
): Gathered {
  let ofLanguage = found.get(language);
  if (ofLanguage === undefined) {
    ofLanguage = new Map();
    found.set(language, ofLanguage);
  }
  let entry = ofLanguage.get(lemma);
  if (entry === undefined) {
    entry = { lemma, language, surface: written, count: 0, most: 0, number: 0 };
    ofLanguage.set(lemma, entry);
  }
  entry.count += count;
  if (count > entry.most || (count === entry.most && written < entry.surface)) {
    entry.surface = written;
    entry.most = count;
  }
  return entry;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
