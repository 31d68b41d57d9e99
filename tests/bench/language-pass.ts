/**
 * The full language pass, as the steps of a corpus and `annotate` run it on each post: personal data replaced, tokens,
 * language, words counted, and at the end the lemma of each distinct word.
 * `npm run bench -- language-pass`, or `npx tsx tests/bench/language-pass.ts [POSTS]`: 200,000 posts of 300
 * characters by default, cut from real texts (../shared/data), or invented where that is absent, on one worker and
 * on two, beside a plain alternative on a sample. Starting a worker and loading dictionaries is not in the figures.
 */
import { existsSync } from "node:fs";
import { isMainThread, parentPort, type Worker, workerData } from "node:worker_threads";
import { distinctWords } from "../../loaders/annotate/distinct-words.ts";
import { PostWords } from "../../loaders/annotate/post-words.ts";
import { TermCounts } from "../../loaders/annotate/term-counts.ts";
import { wordLemmas } from "../../loaders/annotate/word-lemmas.ts";
import { identifyScanned } from "../../loaders/language/identify.ts";
import { lemmatise } from "../../loaders/language/lemmas/lemmatise.ts";
import { normalise } from "../../loaders/language/normalise.ts";
import { redact } from "../../loaders/language/personal-data/redact.ts";
import { Spans } from "../../loaders/language/spans.ts";
import { typescriptWorker } from "../../loaders/pipeline/typescript-worker.ts";
import { Vocabulary } from "../../loaders/query/vocabulary.ts";
import { WordStream } from "../../loaders/query/word-stream.ts";
import { inventedPosts } from "../annotate/invented.ts";
import { randomNumbers } from "../corpus/made-captures.ts";
import { plainPass } from "../language/plain-pass.ts";
import { kaznerdSentences, telegramTexts } from "../language/real-texts.ts";

const LENGTH = 300;
const PLAIN_POSTS = 2_000;
const ROUNDS = 3;
interface Round {
  /** Milliseconds: posts read, then lemmas of distinct words. */
  posts: number;
  lemmas: number;
  words: number;
  distinct: number;
  replaced: number;
}

if (isMainThread) await measure(Number(process.argv[2] ?? 200_000));
else serve(workerData as string[]);

async function measure(count: number): Promise<void> {
  const posts = cutPosts(count);
  const megabytes = Buffer.byteLength(posts.join("")) / 1e6;
  const units = posts.reduce((sum, post) => sum + post.length, 0) / count;
  console.log(
    `${count} posts of ${units.toFixed(0)} characters in the mean, ${megabytes.toFixed(1)} MB of UTF-8, best of ${ROUNDS}`,
  );
  const rows = [];
  for (const workers of [1, 2]) {
    const { seconds, processor, rounds } = await onWorkers(posts, workers);
    const sum = (key: keyof Round) => rounds.reduce((total, round) => total + round[key], 0);
    rows.push({
      pass: `full pass, ${workers === 1 ? "one worker" : "two workers"}`,
      "posts/s": Math.round(count / seconds),
      "MB/s": Math.round(megabytes / seconds),
      "processor s": Number(processor.toFixed(2)),
      "words/s": Math.round(sum("words") / seconds),
      "ms on posts": Math.round(sum("posts") / workers),
      "ms on lemmas": Math.round(sum("lemmas") / workers),
      "distinct words": sum("distinct"),
      replaced: sum("replaced"),
    });
  }
  const sample = posts.slice(0, PLAIN_POSTS);
  const share = (megabytes * sample.length) / count;
  const memory = new Map<string, string>();
  for (const [pass, run] of [
    ["plain, each word looked up", (text: string) => plainPass(text)],
    ["plain, words remembered", (text: string) => plainPass(text, memory)],
  ] as const) {
    const texts = pass.endsWith("remembered") ? posts.slice(0, 10 * PLAIN_POSTS) : sample;
    const begun = performance.now();
    for (const text of texts) run(text);
    const seconds = (performance.now() - begun) / 1000;
    rows.push({
      pass: `${pass}, ${texts.length} posts`,
      "posts/s": Math.round(texts.length / seconds),
      "MB/s": Number(((share * texts.length) / sample.length / seconds).toFixed(1)),
    });
  }
  const plain = rows[2]!["posts/s"];
  console.table(rows.map((row) => ({ ...row, "times plain": Number((row["posts/s"] / plain).toFixed(1)) })));
}

/** The best round: the workers begin together, and the slowest ends it. */
async function onWorkers(
  posts: readonly string[],
  count: number,
): Promise<{ seconds: number; processor: number; rounds: Round[] }> {
  const size = Math.ceil(posts.length / count);
  const workers = Array.from({ length: count }, (_, part) =>
    typescriptWorker(import.meta.url, { workerData: posts.slice(part * size, (part + 1) * size) }),
  );
  await Promise.all(workers.map((worker) => answer(worker)));
  let best = { seconds: Number.POSITIVE_INFINITY, processor: 0, rounds: [] as Round[] };
  for (let round = 0; round < ROUNDS; round++) {
    const begun = performance.now();
    const used = process.cpuUsage();
    const rounds = await Promise.all(
      workers.map((worker) => {
        const answered = answer(worker);
        worker.postMessage("run");
        return answered;
      }),
    );
    const seconds = (performance.now() - begun) / 1000;
    const { user, system } = process.cpuUsage(used);
    if (seconds < best.seconds)
      best = { seconds, processor: (user + system) / 1e6, rounds: rounds as Round[] };
  }
  await Promise.all(workers.map((worker) => worker.terminate()));
  return best;
}

function answer(worker: Worker): Promise<unknown> {
  return new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
  });
}

/** In a worker: one pass for each message. Nothing is kept from pass to pass but what the modules remember. */
function serve(posts: readonly string[]): void {
  lemmatise("школы", "ru");
  parentPort!.on("message", () => parentPort!.postMessage(pass(posts)));
  parentPort!.postMessage("ready");
}

function pass(posts: readonly string[]): Round {
  const begun = performance.now();
  const vocabulary = new Vocabulary();
  const stream = new WordStream(vocabulary);
  const terms = new TermCounts();
  const words = new PostWords();
  const tokens = new Spans();
  let total = 0;
  let replaced = 0;
  for (const post of posts) {
    const { text, counts } = redact(post, {}, tokens);
    for (const kind in counts) replaced += counts[kind as keyof typeof counts];
    const { language } = identifyScanned([{ text, tokens }]);
    terms.begin();
    stream.read(text);
    terms.add(stream, text);
    total += terms.words;
    for (let i = 0; i < terms.count; i++) words.add(terms.types[i]!, language, terms.counts[i]!);
  }
  const read = performance.now();
  wordLemmas(distinctWords(words, vocabulary, terms));
  const done = performance.now();
  return {
    posts: read - begun,
    lemmas: done - read,
    words: total,
    distinct: words.types.length,
    replaced,
  };
}

/**
 * Pieces of 300 characters and what is left of the last word: half words are in no post, and cost more than whole ones.
 * Two thirds are of Telegram posts and one of Kazakh news; seeded.
 */
function cutPosts(count: number): string[] {
  if (!existsSync("../shared/data")) {
    console.log(
      "../shared/data is absent: the posts are invented, and so are the figures: words of made-up syllables, unlike real ones",
    );
    return inventedPosts(count, LENGTH).map(({ text }) => text);
  }
  const random = randomNumbers(300);
  const russian = telegramTexts().map(normalise).join("\n");
  const kazakh = kaznerdSentences().map(normalise).join("\n");
  return Array.from({ length: count }, (_, index) => {
    const source = index % 3 === 2 ? kazakh : russian;
    const from = Math.floor(random() * (source.length - 3 * LENGTH));
    const start = from + 1 + source.slice(from, from + LENGTH).search(/\s/u);
    const rest = source.slice(start + LENGTH, start + 2 * LENGTH).search(/\s/u);
    // A copy of its own: a piece of a longer string would keep that, and be slower to read.
    return Buffer.from(source.slice(start, start + LENGTH + Math.max(rest, 0)))
      .toString()
      .trim();
  });
}
