import { fold } from "../fold.ts";
import type { StemLexicon } from "./kazakh/analyse.ts";
import { lemmatiseKazakh } from "./kazakh.ts";
import type { CorpusForms } from "./russian/corpus-forms.ts";
import { lemmatiseRussian } from "./russian.ts";

/** Words that are remembered at most, by language; then all are forgotten, so that memory stays bounded. */
const REMEMBERED = 500_000;

export type Lemmatiser = (word: string, language: string) => string;

/** What a study's corpus teaches. */
export interface Corpus {
  /** Kazakh stems that it gives evidence for, see `growLexicon`. */
  kazakh: StemLexicon;
  /** Its Russian words, folded. */
  russian: CorpusForms;
}

/** A lemmatiser that knows the words of a corpus. It remembers none: each distinct word is mostly asked for once. */
export function corpusLemmatiser({ kazakh, russian }: Corpus): Lemmatiser {
  return byLanguage(
    (word) => lemmatiseKazakh(word, kazakh),
    (word) => lemmatiseRussian(word, russian),
  );
}

/** A lemmatiser with a memory of its own. */
export function lemmatiser(): Lemmatiser {
  return byLanguage(
    remembering((word) => lemmatiseKazakh(word)),
    remembering((word) => lemmatiseRussian(word)),
  );
}

function byLanguage(kazakh: (word: string) => string, russian: (word: string) => string): Lemmatiser {
  return (word, language) =>
    language === "kk" ? kazakh(word) : language === "ru" ? russian(word) : fold(word);
}

/**
 * The lemma of a word in Kazakh (`kk`, Cyrillic) or Russian (`ru`), folded. In another language, and for a word that
 * can't be read, the folded word itself. A capital tells a Russian name from another word that no dictionary has. Never throws, unless the Russian dictionaries can't be read.
 */
export const lemmatise: Lemmatiser = lemmatiser();

function remembering(find: (word: string) => string): (word: string) => string {
  const memory = new Map<string, string>();
  return (word) => {
    const known = memory.get(word);
    if (known !== undefined) return known;
    const lemma = find(word);
    if (memory.size >= REMEMBERED) memory.clear();
    memory.set(word, lemma);
    return lemma;
  };
}
