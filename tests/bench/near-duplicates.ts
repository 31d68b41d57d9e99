/**
 * Near-copies: recall and precision on real texts (needs ../shared/data), agreement with the demo's truth (needs
 * `npm run data`), and speed. `npx tsx tests/bench/near-duplicates.ts [quality|demo|speed] [POSTS]`: all three and
 * 1,000,000 posts by default.
 */
import { existsSync } from "node:fs";
import { StoryFinder } from "../../loaders/language/near-duplicates/story-finder.ts";
import { demoAgreement } from "../language/near-duplicates/demo-agreement.ts";
import { inventedPosts } from "../language/near-duplicates/invented-posts.ts";
import {
  DEFAULT_THRESHOLD,
  labelledPairs,
  pairsInOneStory,
  sameEvent,
  summary,
} from "../language/near-duplicates/measure.ts";
import { PlainStoryFinder } from "../language/near-duplicates/plain-story-finder.ts";
import { type RealText, realTexts } from "../language/near-duplicates/real-texts.ts";

const part = process.argv[2] ?? "all";
const posts = Number(process.argv[3] ?? 1_000_000);
const PLAIN_POSTS = 20_000;
const LENGTH = 300;

if (!existsSync("../shared/data")) {
  console.log("../shared/data is absent: only the demo is measured");
} else {
  const texts = await realTexts();
  if (part === "all" || part === "quality") quality(texts);
  if (part === "all" || part === "speed") speed(texts);
}
if (part === "all" || part === "demo") {
  if (existsSync("data/derived/annotations.parquet")) console.table(await demoAgreement());
  else console.log("data/derived is absent: run npm run data to measure the demo");
}

function quality(all: RealText[]): void {
  const event = sameEvent(all);
  for (const copies of ["one", "each"] as const) {
    console.log(
      `\nThresholds on the tuned half, ${copies === "one" ? "one copy a text" : "a copy of each kind"}`,
    );
    const tuned = labelledPairs(all, "tuned", copies);
    console.table(
      [0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6].map((threshold) => ({
        threshold,
        ...summary(pairsInOneStory(tuned, threshold), pairsInOneStory(event, threshold)),
      })),
    );
    console.log(`The reported half at ${DEFAULT_THRESHOLD}, by kind`);
    const reported = pairsInOneStory(labelledPairs(all, "reported", copies), DEFAULT_THRESHOLD);
    const events = pairsInOneStory(event, DEFAULT_THRESHOLD);
    console.table(
      [...reported, ...events].map(([kind, { found, of }]) => ({ kind, pairs: of, joined: found })),
    );
    console.table([summary(reported, events)]);
  }
}

function speed(texts: RealText[]): void {
  console.log(
    `\n${posts.toLocaleString("en")} posts of ${LENGTH} characters, one core, posts made as they are read`,
  );
  const own = timed(new StoryFinder(DEFAULT_THRESHOLD), texts, posts);
  const few = timed(new StoryFinder(DEFAULT_THRESHOLD), texts, PLAIN_POSTS);
  const plain = timed(new PlainStoryFinder(DEFAULT_THRESHOLD), texts, PLAIN_POSTS);
  console.table([
    { way: "StoryFinder", ...own },
    { way: "StoryFinder", ...few },
    { way: "plain: sets of strings, maps", ...plain },
  ]);
  console.log(
    `ratio on ${PLAIN_POSTS.toLocaleString("en")} posts: ${(plain.seconds / few.seconds).toFixed(1)}`,
  );
  console.log(`largest memory of the process: ${(process.resourceUsage().maxRSS / 1e3).toFixed(0)} MB`);
}

interface Finder {
  add(rank: number, text: string): void;
  stories(): ArrayLike<number>;
}

function timed(finder: Finder, texts: RealText[], count: number) {
  let milliseconds = 0;
  let processor = 0;
  let rank = 0;
  let batch: string[] = [];
  const add = () => {
    const begun = performance.now();
    const used = process.cpuUsage();
    for (const post of batch) finder.add(rank++, post);
    milliseconds += performance.now() - begun;
    processor += processorTime(used);
    batch = [];
  };
  for (const post of inventedPosts(texts, count, LENGTH)) if (batch.push(post) === 2000) add();
  add();
  const signed = milliseconds;
  const begun = performance.now();
  const used = process.cpuUsage();
  const stories = finder.stories();
  milliseconds += performance.now() - begun;
  processor += processorTime(used);
  const round = (value: number) => Math.round(value / 10) / 100;
  return {
    posts: count,
    stories: new Set(Array.from(stories)).size,
    "read and sign, s": round(signed),
    "join, s": round(milliseconds - signed),
    seconds: round(milliseconds),
    "processor, s": round(processor),
    "posts/s": Math.round((count / milliseconds) * 1000),
    "memory, MB": Math.round(process.memoryUsage().rss / 1e6),
  };
}

/** Milliseconds of processor time of all threads since `used`: not moved by what else the machine does. */
function processorTime(used: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(used);
  return (user + system) / 1000;
}
