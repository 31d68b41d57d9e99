/**
 * Lemmas against gold, and their speed: `npx tsx tests/bench/lemmas.ts`. Needs the treebanks and KazNERD of
 * ../shared/data. How each figure is computed: tests/language/lemmas-figures.ts and docs/methods/lemmas.md.
 */
import { existsSync, readFileSync } from "node:fs";
import { fold } from "../../loaders/language/fold.ts";
import { growLexicon } from "../../loaders/language/lemmas/kazakh/lexicon.ts";
import { NOUN_STEMS, VERB_STEMS } from "../../loaders/language/lemmas/kazakh/stems.ts";
import { lemmatiseKazakh } from "../../loaders/language/lemmas/kazakh.ts";
import { lemmatiser } from "../../loaders/language/lemmas/lemmatise.ts";
import { readingsOf } from "../../loaders/language/lemmas/russian/readings.ts";
import { latinJoined } from "../language/latin-lemmas-measure.ts";
import {
  accuracy,
  commonestErrors,
  conflation,
  goldParts,
  nouns,
  russianByCorpus,
} from "../language/lemmas-figures.ts";
import type { GoldWord } from "../language/lemmas-gold.ts";

if (!existsSync("../shared/data/ud")) {
  console.error("lemmas: found no ../shared/data/ud, expected the treebanks there");
  process.exit(1);
}

const parts = goldParts();
console.log("part | words | lemma % | plain | plain % | types | F1 all | F1 nouns | plain F1 all");
for (const { name, words, lemmatise, plain } of parts) {
  const all = conflation(words, lemmatise);
  const cells = [
    name,
    words.length,
    percent(accuracy(words, lemmatise)),
    plain.name,
    percent(accuracy(words, plain.lemmatise)),
    all.types,
    percent(all.f1),
    percent(conflation(nouns(words), lemmatise).f1),
    percent(conflation(words, plain.lemmatise).f1),
  ];
  console.log(cells.join(" | "));
}

const corpus = kaznerdForms();
const lexicon = growLexicon(corpus);
console.log(`\nKazakh: ${VERB_STEMS.size} verb and ${NOUN_STEMS.size} noun stems listed;`);
console.log(`lexicon grown from ${corpus.length} forms of KazNERD: ${lexicon.size} stems`);
for (const { name, words } of parts.slice(0, 2)) {
  const withLexicon = (word: string) => lemmatiseKazakh(word, lexicon);
  console.log(
    `${name}, with it: lemma ${percent(accuracy(words, withLexicon))} %, F1 all ${percent(conflation(words, withLexicon).f1)}`,
  );
}

for (const { name, words } of parts.slice(2)) {
  const asWritten = russianByCorpus(words);
  console.log(
    `${name}, as written and with its own words: lemma ${percent(accuracy(words, asWritten))} %, F1 all ${percent(conflation(words, asWritten).f1)}, nouns ${percent(conflation(nouns(words), asWritten).f1)}`,
  );
}

const unknown = unknownWords();
for (const { name, words, lemmatise, plain } of parts.slice(2)) {
  const inflected = words.filter(unknown);
  console.log(
    `${name}, forms of words that no dictionary has: ${inflected.length}, right ${right(inflected, lemmatise)}, az ${right(inflected, plain.lemmatise)}`,
  );
}

for (const { name, words, lemmatise } of parts) {
  console.log(`\nTen commonest errors, ${name}:`);
  for (const error of commonestErrors(words, lemmatise, 10)) console.log(`  ${error}`);
}

const { words: latin, joined, samples } = latinJoined(corpus);
console.log(
  `\nLatin-script articles with KazNERD: of ${latin} words in Latin letters ${percent(joined / latin)} %`,
);
console.log(`get the lemma of a Cyrillic form; the commonest that do not: ${samples.join(" ")}`);

console.log("\nSpeed, words a second of processor time:");
for (const [language, file] of [
  ["kk", 1],
  ["ru", 3],
] as const) {
  const running = language === "kk" ? kaznerdWords() : parts[file]!.words.map(({ form }) => fold(form));
  const distinct = [...new Set(running)];
  const lemmatise = lemmatiser();
  lemmatise("школа", language);
  const first = rate(distinct.length, () => {
    for (const form of distinct) lemmatise(form, language);
  });
  const again = rate(running.length * 20, () => {
    for (let round = 0; round < 20; round++) for (const form of running) lemmatise(form, language);
  });
  console.log(`  ${language}: ${first} not met before (${distinct.length} forms), ${again} remembered`);
}

function kaznerdWords(): string[] {
  return readFileSync("../shared/data/kaznerd/IOB2_valid.txt", "utf8")
    .split("\n")
    .map((line) => fold(line.split(/\s/u)[0]!))
    .filter((word) => /\p{L}/u.test(word));
}

function kaznerdForms(): string[] {
  return [...new Set(kaznerdWords())];
}

/** True of an inflected Russian word that stands in no dictionary; words tagged X (glued hashtags) left out. */
function unknownWords(): (word: GoldWord) => boolean {
  return ({ form, lemma, upos }) =>
    upos !== "X" &&
    fold(form) !== fold(lemma) &&
    /^[а-я]+$/u.test(fold(form)) &&
    !readingsOf(fold(form)).known;
}

function right(words: readonly GoldWord[], lemmatise: (word: string) => string): number {
  return words.filter(({ form, lemma }) => lemmatise(fold(form)) === fold(lemma)).length;
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}

/** By processor time, so that a busy machine does not matter. */
function rate(words: number, run: () => void): string {
  const begun = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(begun);
  return Math.round((1e6 * words) / (user + system)).toLocaleString("en");
}
