import { fold } from "../../loaders/language/fold.ts";
import { lemmatiseKazakh } from "../../loaders/language/lemmas/kazakh.ts";
import { CorpusForms } from "../../loaders/language/lemmas/russian/corpus-forms.ts";
import { lemmatiseRussian } from "../../loaders/language/lemmas/russian.ts";
import { parsesOf } from "./az-morph.ts";
import { type GoldWord, goldWords } from "./lemmas-gold.ts";

const UD = "../shared/data/ud";
const KTB_TEST = `${UD}/kk_ktb-ud-test-first300.conllu`;
/** Sentences of the test file from this one on were not used to make rules, lists or costs. */
const UNSEEN_FROM = 150;

export interface GoldPart {
  name: string;
  words: GoldWord[];
  lemmatise: (word: string) => string;
  /** What it is compared with. */
  plain: { name: string; lemmatise: (word: string) => string };
}

/** The parts of the treebanks on which lemmas are measured. */
export function goldParts(): GoldPart[] {
  const test = goldWords(KTB_TEST);
  const kazakh = {
    lemmatise: (word: string) => lemmatiseKazakh(word),
    plain: { name: "the form", lemmatise: fold },
  };
  const russian = { lemmatise: lemmatiseRussian, plain: { name: "az alone", lemmatise: azAlone } };
  return [
    {
      name: "kk KTB train + first half (developed on)",
      words: [
        ...goldWords(`${UD}/kk_ktb-ud-train.conllu`),
        ...test.filter(({ sentence }) => sentence < UNSEEN_FROM),
      ],
      ...kazakh,
    },
    {
      name: "kk KTB second half (not developed on)",
      words: test.filter(({ sentence }) => sentence >= UNSEEN_FROM),
      ...kazakh,
    },
    { name: "ru GSD dev (tuned on)", words: goldWords(`${UD}/ru_gsd-ud-dev.conllu`), ...russian },
    { name: "ru Taiga dev", words: goldWords(`${UD}/ru_taiga-ud-dev.conllu`), ...russian },
  ];
}

/**
 * Russian lemmas as the pipeline finds them: each word as it is mostly written in the part (names in capitals), with the
 * part's own words for a corpus. By folded word.
 */
export function russianByCorpus(words: readonly GoldWord[]): (form: string) => string {
  const written = new Map<string, { small: number; capital: number }>();
  for (const { form } of words) {
    const folded = fold(form);
    const times = written.get(folded) ?? { small: 0, capital: 0 };
    if (form.charAt(0) === form.charAt(0).toLowerCase()) times.small++;
    else times.capital++;
    written.set(folded, times);
  }
  const corpus = new CorpusForms(written.keys());
  return (form) => {
    const { small, capital } = written.get(form) ?? { small: 1, capital: 0 };
    const word = capital > small ? form.charAt(0).toUpperCase() + form.slice(1) : form;
    return lemmatiseRussian(word, corpus);
  };
}

/** The first reading's normal form, as az gives it with `ignoreCase`. */
function azAlone(word: string): string {
  const form = fold(word);
  const [first] = parsesOf(form);
  return first === undefined ? form : fold(String(first.normalize()));
}

/** Stress marks are not letters (Би́тва): gold lemmas of GSD lack them already. */
function goldLemma({ lemma }: GoldWord): string {
  return fold(lemma);
}

/** Share of running words whose lemma is the gold one, case and ё folded; every word counts once. */
export function accuracy(words: readonly GoldWord[], lemmatise: (word: string) => string): number {
  let right = 0;
  for (const word of words) if (lemmatise(fold(word.form)) === goldLemma(word)) right++;
  return right / words.length;
}

export interface Conflation {
  types: number;
  precision: number;
  recall: number;
  f1: number;
}

/**
 * Whether forms of one lemma are put together, over distinct (form, lemma) types: of all pairs of types, a pair is
 * put together where the found lemmas are equal and belongs together where the gold ones are. F1 of those pairs.
 */
export function conflation(words: readonly GoldWord[], lemmatise: (word: string) => string): Conflation {
  const types = new Map<string, { found: string; gold: string }>();
  for (const word of words) {
    const form = fold(word.form);
    const gold = goldLemma(word);
    types.set(`${form} ${gold}`, { found: lemmatise(form), gold });
  }
  const all = [...types.values()];
  const right = pairs(all.map(({ found, gold }) => `${found} ${gold}`));
  const together = pairs(all.map(({ found }) => found));
  const belong = pairs(all.map(({ gold }) => gold));
  return {
    types: all.length,
    precision: right / together,
    recall: right / belong,
    f1: (2 * right) / (together + belong),
  };
}

/** Pairs of equal keys. */
function pairs(keys: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  let sum = 0;
  for (const count of counts.values()) sum += (count * (count - 1)) / 2;
  return sum;
}

/** Nouns and proper nouns. */
export function nouns(words: readonly GoldWord[]): GoldWord[] {
  return words.filter(({ upos }) => upos === "NOUN" || upos === "PROPN");
}

/** The commonest errors, `form → found, not gold (part of speech) × times`; ties by text. */
export function commonestErrors(
  words: readonly GoldWord[],
  lemmatise: (word: string) => string,
  count: number,
): string[] {
  const errors = new Map<string, number>();
  for (const word of words) {
    const form = fold(word.form);
    const found = lemmatise(form);
    const gold = goldLemma(word);
    if (found === gold) continue;
    const error = `${form} → ${found}, not ${gold} (${word.upos})`;
    errors.set(error, (errors.get(error) ?? 0) + 1);
  }
  return [...errors]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, count)
    .map(([error, times]) => `${error} × ${times}`);
}
