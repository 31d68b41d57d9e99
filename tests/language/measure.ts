import { readdirSync, readFileSync } from "node:fs";
import { identifyLanguage } from "../../loaders/language/identify.ts";
import { normalise } from "../../loaders/language/normalise.ts";
import { tokenise } from "../../loaders/language/tokenise.ts";
import { readConllu, type Sentence } from "./conllu.ts";

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
  /** Share of texts whose language is the expected one. */
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
  rows.push(accuracyOf("kk KazNERD", kaznerdSentences(), "kk"));
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
  for (const text of texts) {
    const found = identifyLanguage(normalise(text)).language;
    if (found === language) right++;
    else wrong[found] = (wrong[found] ?? 0) + 1;
  }
  return { source, texts: texts.length, accuracy: right / texts.length, wrong: JSON.stringify(wrong) };
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

function kaznerdSentences(): string[] {
  const blocks = readFileSync("../shared/data/kaznerd/IOB2_valid.txt", "utf8").split(/\n\s*\n/u);
  return blocks
    .map((block) =>
      block
        .split("\n")
        .map((line) => line.split(/\s/u)[0])
        .join(" ")
        .trim(),
    )
    .filter(isLong);
}

function isLong(text: string): boolean {
  return text.split(/\s+/u).length >= 3;
}

function latinArticles(): string[] {
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
