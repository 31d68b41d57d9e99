import MiniSearch from "minisearch";

/** The search's file, as the build wrote it. */
export interface SearchFile {
  readonly language: string;
  readonly sections: readonly (readonly [address: string, page: string, heading: string, text: string])[];
  /** Folded word to its lemma, empty where they are the same. */
  readonly forms: Readonly<Record<string, string>>;
  readonly index: object;
}

export interface Found {
  /** Below the site's root. */
  readonly address: string;
  readonly page: string;
  readonly heading: string;
  /** Text around the first word found, cut at words. */
  readonly before: string;
  readonly match: string;
  readonly after: string;
}

export interface SearchIndex {
  find(query: string, most?: number): Found[];
}

const options = {
  fields: ["page", "heading", "text"],
  tokenize: (text: string) => text.split(" "),
  processTerm: (term: string) => term,
};

/**
 * A search over a report in one language. A word is found by its lemma; one that the report does not hold, by
 * the words that begin with it, else by those that share its beginning (endings of Russian and Kazakh differ, the
 * stem stands first). All words of the query must be found; sections come in the order of BM25+.
 */
export function searchIndex(file: SearchFile): SearchIndex {
  const index = MiniSearch.loadJS(file.index as Parameters<typeof MiniSearch.loadJS>[0], options);
  const forms = new Map(Object.entries(file.forms).map(([form, lemma]) => [form, lemma || form]));
  return {
    find(query, most = 12) {
      const words = wordsOf(query);
      if (words.length === 0) return [];
      const lemmas = words.map((word) => candidates(word, forms));
      if (lemmas.some((found) => found.length === 0)) return [];
      const results = index.search(
        {
          combineWith: "AND",
          queries: lemmas.map((found) => ({
            combineWith: "OR" as const,
            queries: found.map((lemma) => ({ queries: [lemma], combineWith: "AND" as const })),
          })),
        },
        { boost: { page: 4, heading: 3 } },
      );
      const wanted = new Set(lemmas.flat());
      return results.slice(0, most).map(({ id }) => {
        const [address, page, heading, text] = file.sections[id as number]!;
        return { address, page, heading, ...around(text, (form) => wanted.has(forms.get(form) ?? form)) };
      });
    },
  };
}

/** Words as the build folds them: lower case, ё as е. */
export function wordsOf(text: string): string[] {
  return (text.normalize("NFC").toLowerCase().replaceAll("ё", "е").match(wordPattern) ?? []).slice(0, 12);
}

const wordPattern = /[\p{L}\p{M}\p{N}]+/gu;

/** Lemmas of the report that a word of the query may mean: its own, else of words it begins, else its nearest kin. */
function candidates(word: string, forms: ReadonlyMap<string, string>): string[] {
  const own = forms.get(word);
  if (own !== undefined) return [own];
  const begun = [...forms].filter(([form]) => form.startsWith(word)).map(([, lemma]) => lemma);
  if (begun.length > 0) return [...new Set(begun)];
  const lemmas = [...new Set(forms.values())];
  // A whole lemma with its endings, which in Kazakh may be longer than it: the longest such.
  const stems = lemmas.filter(
    (lemma) => lemma.length >= 4 && 3 * lemma.length >= word.length && word.startsWith(lemma),
  );
  const whole = stems.reduce((most, { length }) => Math.max(most, length), 0);
  if (whole > 0) return stems.filter(({ length }) => length === whole);
  const kin = lemmas.map((lemma) => ({ lemma, shared: sharedStart(word, lemma) }));
  const longest = kin.reduce((most, { shared }) => Math.max(most, shared), 0);
  if (longest < 4 || longest < 0.5 * word.length) return [];
  return kin
    .filter(({ lemma, shared }) => shared === longest && shared >= 0.75 * lemma.length)
    .map(({ lemma }) => lemma);
}

function sharedStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let shared = 0;
  while (shared < most && a.charCodeAt(shared) === b.charCodeAt(shared)) shared++;
  return shared;
}

const room = 70;

function around(
  text: string,
  isWanted: (form: string) => boolean,
): Pick<Found, "before" | "match" | "after"> {
  for (const match of text.matchAll(wordPattern)) {
    const form = match[0].normalize("NFC").toLowerCase().replaceAll("ё", "е");
    if (!isWanted(form)) continue;
    const [start, end] = [match.index, match.index + match[0].length];
    const from = start <= room ? 0 : text.indexOf(" ", start - room) + 1;
    const to = end + room >= text.length ? text.length : text.lastIndexOf(" ", end + room);
    return {
      before: `${from > 0 ? "…" : ""}${text.slice(Math.min(from, start), start)}`,
      match: match[0],
      after: `${text.slice(end, Math.max(to, end))}${to < text.length ? "…" : ""}`,
    };
  }
  return { before: `${text.slice(0, 2 * room)}${text.length > 2 * room ? "…" : ""}`, match: "", after: "" };
}
