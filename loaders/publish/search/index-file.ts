import MiniSearch from "minisearch";
import { fold } from "../../language/fold.ts";
import { lemmatise } from "../../language/lemmas/lemmatise.ts";
import { wordLanguage } from "../../language/lemmas/word-language.ts";
import { tokenise } from "../../language/tokenise.ts";
import type { Section } from "./sections.ts";

/** The search's file, one a language: what `src/components/page/search-index.ts` reads. */
export interface SearchFile {
  readonly language: string;
  /** Sections, by their number in the index: address below the site's root, page, heading, text. */
  readonly sections: readonly (readonly [address: string, page: string, heading: string, text: string])[];
  /** Each word of the pages, folded, with its lemma where that differs. */
  readonly forms: Readonly<Record<string, string>>;
  /** MiniSearch's own index, over lemmas. */
  readonly index: object;
}

const fields = ["page", "heading", "text"] as const;

/**
 * The search index of a report in one language. Words are found by their lemma, so that «районы» finds «районов»:
 * the lemmas are made here, once, with the study's own Russian and Kazakh morphology, and the browser needs none.
 */
export function searchFile(sections: readonly Section[], language: string): SearchFile {
  const forms = new Map<string, string>();
  const index = new MiniSearch<{ id: number } & Record<(typeof fields)[number], string>>({
    fields: [...fields],
    tokenize: (text) => wordsOf(text).map((form) => lemmaOf(form, language, forms)),
    processTerm: (term) => term,
  });
  index.addAll(sections.map(({ page, heading, text }, id) => ({ id, page, heading, text })));
  return {
    language,
    sections: sections.map(({ path, anchor, page, heading, text }) => [
      `${path}.html${anchor === "" ? "" : `#${anchor}`}`,
      page,
      heading,
      text,
    ]),
    forms: Object.fromEntries([...forms].sort(([a], [b]) => (a < b ? -1 : 1))),
    index: index.toJSON(),
  };
}

function wordsOf(text: string): string[] {
  return tokenise(text)
    .filter(({ kind }) => kind === "word" || kind === "number" || kind === "hashtag")
    .map((token) => fold(token.text.replace(/^#/, "")));
}

function lemmaOf(form: string, language: string, forms: Map<string, string>): string {
  const known = forms.get(form);
  if (known !== undefined) return known === "" ? form : known;
  const read = language === "en" ? "other" : wordLanguage(form, language);
  const lemma = lemmatise(form, read);
  forms.set(form, lemma === form ? "" : lemma);
  return lemma;
}
