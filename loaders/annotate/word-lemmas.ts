import { growLexicon } from "../language/lemmas/kazakh/lexicon.ts";
import { latinKazakhLemma } from "../language/lemmas/latin-kazakh.ts";
import { corpusLemmatiser } from "../language/lemmas/lemmatise.ts";
import { CorpusForms } from "../language/lemmas/russian/corpus-forms.ts";
import { type WordLanguage, wordLanguage } from "../language/lemmas/word-language.ts";

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
  const forms: Record<WordLanguage, string[]> = { kk: [], ru: [], other: [] };
  const languages = words.map(({ form, postLanguage }) => {
    const language = wordLanguage(form, postLanguage);
    forms[language].push(form);
    return language;
  });
  const lemmatise = corpusLemmatiser({
    kazakh: growLexicon(forms.kk),
    russian: new CorpusForms(forms.ru),
  });
  const found = new Map<string, Map<string, Gathered>>();
  const ofWords = new Array<Gathered>(words.length);
  const latin: number[] = [];
  words.forEach((word, number) => {
    const language = languages[number]!;
    if (language === "other" && word.postLanguage === "kk") {
      latin.push(number);
      return;
    }
    const lemma = lemmatise(language === "ru" ? word.written : word.form, language);
    ofWords[number] = gathered(found, lemma, language, word);
  });
  const cyrillic = found.get("kk") ?? new Map();
  const kazakh = latin.map((number) =>
    latinKazakhLemma(words[number]!.form, cyrillic, (reading) => lemmatise(reading, "kk")),
  );
  latin.forEach((number, place) => {
    const word = words[number]!;
    const lemma = kazakh[place];
    ofWords[number] =
      lemma === undefined
        ? gathered(found, lemmatise(word.form, "other"), "other", word)
        : gathered(found, lemma, "kk", word);
  });
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
