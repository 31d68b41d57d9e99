/**
 * Speed of annotating: `npx tsx tests/bench/annotate.ts [POSTS]`, 100,000 posts of 300 characters by default.
 * Beside it, in the same run, one `RegExp` with flags `giu` for the same words on the first 500 posts: it needs
 * minutes for all of them.
 */
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { annotate } from "../../loaders/annotate/annotate.ts";
import { type AnnotationStudy, postAnnotator } from "../../loaders/annotate/post-annotator.ts";
import { scan } from "../../loaders/language/scan.ts";
import { Spans } from "../../loaders/language/spans.ts";
import { compile } from "../../loaders/query/compile.ts";
import { parsePattern } from "../../loaders/query/term.ts";
import { WordStream } from "../../loaders/query/word-stream.ts";
import { inventedPosts, inventedStudy, patternWords } from "../annotate/invented.ts";
import { writePosts } from "../annotate/posts-file.ts";

const posts = Number(process.argv[2] ?? 100_000);
const study = inventedStudy();
const rows = inventedPosts(posts, 300);
const texts = rows.map(({ text }) => text);
const megabytes = Buffer.byteLength(texts.join("")) / 1e6;
console.log(
  `${posts} posts, ${megabytes.toFixed(1)} MB of UTF-8, ${patternWords(study).length} pattern words`,
);

const few = texts.slice(0, 500);
const regexp = (seconds(() => countByRegExp(few, study)) * texts.length) / few.length;
report("one RegExp, flags giu, scaled up", regexp);
report(
  "scan for tokens",
  seconds(() => scanAll(texts)),
);
const matching = seconds(() => matchAll(texts, study));
report("scan, types, match", matching);
console.log(`ratio to RegExp: ${(regexp / matching).toFixed(1)}`);
report(
  "annotate in memory",
  seconds(() => annotateAll(texts, study)),
);

const folder = mkdtempSync(join(tmpdir(), "annotate-"));
try {
  const file = join(folder, "posts.parquet");
  await writePosts(file, rows);
  const outputs = {
    annotations: join(folder, "annotations.parquet"),
    terms: join(folder, "terms.parquet"),
    lemmas: join(folder, "lemmas.parquet"),
  };
  const begun = performance.now();
  await annotate({ posts: file, study, outputs });
  report("posts.parquet to annotations, terms and lemmas", (performance.now() - begun) / 1000);
  const pairs = {
    bigrams: join(folder, "bigrams.parquet"),
    lemmaPairs: join(folder, "lemma_pairs.parquet"),
  };
  const again = performance.now();
  await annotate({ posts: file, study, outputs: { ...outputs, ...pairs } });
  report("the same with bigrams", (performance.now() - again) / 1000);
  const { annotations, terms } = outputs;
  console.log(
    `annotations ${mb(annotations)} MB, terms ${mb(terms)} MB, bigrams ${mb(pairs.bigrams)} MB, memory ${mbOf(process.memoryUsage().rss)} MB`,
  );
} finally {
  rmSync(folder, { recursive: true });
}

function report(name: string, time: number): void {
  const rate = Math.round(posts / time).toLocaleString("en");
  console.log(`${name}: ${time.toFixed(2)} s, ${rate} posts/s, ${(megabytes / time).toFixed(0)} MB/s`);
}

function seconds(run: () => void): number {
  const begun = performance.now();
  run();
  return (performance.now() - begun) / 1000;
}

function countByRegExp(texts: string[], study: AnnotationStudy): number {
  const words = patternWords(study).map((word) => word.replaceAll("*", "[\\p{L}\\p{M}\\p{Nd}]*"));
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{M}\\p{Nd}])(?:${words.join("|")})(?![\\p{L}\\p{M}\\p{Nd}])`,
    "giu",
  );
  let found = 0;
  for (const text of texts) found += text.match(pattern)?.length ?? 0;
  return found;
}

function scanAll(texts: string[]): number {
  const spans = new Spans();
  let found = 0;
  for (const text of texts) {
    scan(text, spans);
    found += spans.count;
  }
  return found;
}

function matchAll(texts: string[], study: AnnotationStudy): number {
  const matcher = compile(patternWords(study).map((word) => parsePattern(word)));
  const stream = new WordStream(matcher.vocabulary);
  let found = 0;
  for (const text of texts) {
    stream.read(text);
    found += matcher.match(stream).length;
  }
  return found;
}

function annotateAll(texts: string[], study: AnnotationStudy): void {
  const annotator = postAnnotator(study);
  for (const text of texts) annotator.annotate({ title: null, text, sourceId: "p:1" });
}

function mb(file: string): string {
  return mbOf(statSync(file).size);
}

function mbOf(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
