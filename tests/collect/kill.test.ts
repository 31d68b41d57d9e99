import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { collect } from "../../loaders/collect/collect.ts";
import { tasksOf } from "../../loaders/collect/register.ts";
import { mergeCaptures } from "../../loaders/corpus/merge.ts";
import { parseCaptures } from "../../loaders/corpus/parse.ts";
import { glob } from "../../loaders/pipeline/glob.ts";
import { heldPosts, records } from "./collecting.ts";
import { killedCapture, killedStudy } from "./killed-study.ts";
import { localNetwork, type Platforms, startPlatforms, telegramAnswers } from "./platforms.ts";

const POSTS = 2000;
const MOMENTS = 50;
const AT_ONCE = 2;

let platforms: Platforms;
let folder: string;
let script: string;

beforeAll(async () => {
  platforms = await startPlatforms(telegramAnswers({ riverwatch: POSTS }));
  folder = mkdtempSync(join(tmpdir(), "collect-kill-"));
  script = join(folder, "child.mjs");
  const entryPoints = [new URL("child-run.ts", import.meta.url).pathname];
  // Compiled once, so that most of a child's life is collecting.
  await build({
    entryPoints,
    outfile: script,
    bundle: true,
    platform: "node",
    format: "esm",
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    },
  });
});

afterAll(async () => {
  await platforms.close();
  rmSync(folder, { recursive: true, force: true });
});

function newHome(): string {
  return mkdtempSync(join(folder, "home-"));
}

async function startChild(home: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [script, home, String(platforms.port)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout!, "data");
  return child;
}

async function ended(child: ChildProcess): Promise<NodeJS.Signals | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  return child.signalCode;
}

function rerun(home: string) {
  const { connect } = localNetwork(platforms.port);
  return collect({
    home,
    study: killedStudy,
    tasks: tasksOf(killedStudy, {}),
    progress: () => {},
    connect,
    delay: 0,
  });
}

/** The digest of the final `posts.parquet` that the captures of a home give. */
async function postsOf(home: string): Promise<string> {
  const out = join(home, "derived");
  mkdirSync(out, { recursive: true });
  const partition = {
    posts: join(out, "part.parquet"),
    rejects: join(out, "part-rejects.parquet"),
    replaced: join(out, "part.json"),
  };
  const params = {
    entry: killedCapture,
    timeZone: "Asia/Almaty",
    platforms: [{ id: "telegram", hosts: ["t.me"] }],
    organisations: [],
    key: "test",
  };
  const files = killedCapture.files.flatMap((pattern) => glob(pattern, home)).map((file) => join(home, file));
  await parseCaptures({ params, home, files, pseudonymKey: "a key for tests only" }, partition);
  const outputs = { posts: join(out, "posts.parquet"), rejects: join(out, "rejects.parquet") };
  const report = await mergeCaptures(
    {
      params: { captures: ["telegram"], window: killedStudy.window, stories: { threshold: 0.5 } },
      partitions: [partition],
    },
    outputs,
  );
  expect(report.rowsOut).toBe(POSTS);
  return createHash("sha256").update(readFileSync(outputs.posts)).digest("hex");
}

async function expectWhole(home: string, expected: string): Promise<void> {
  const posts = await heldPosts(home, "river");
  expect(posts.size).toBe(POSTS);
  expect(new Set(posts.values())).toEqual(new Set([1]));
  expect(await postsOf(home)).toBe(expected);
}

async function uninterrupted(): Promise<{ home: string; posts: string; milliseconds: number }> {
  const home = newHome();
  const child = await startChild(home);
  const started = performance.now();
  expect(await ended(child)).toBe(null);
  const milliseconds = performance.now() - started;
  return { home, posts: await postsOf(home), milliseconds };
}

test("killed at fifty random moments, a rerun holds each post exactly once and gives the same posts", async () => {
  const whole = await uninterrupted();
  await expectWhole(whole.home, whole.posts);
  let killed = 0;
  let halfway = 0;
  let next = 0;
  const turn = async () => {
    while (next < MOMENTS) {
      const moment = ((next++ + Math.random()) / MOMENTS) * whole.milliseconds;
      const home = newHome();
      const child = await startChild(home);
      await wait(moment);
      child.kill("SIGKILL");
      if ((await ended(child)) === "SIGKILL") killed += 1;
      const segment = join(home, "raw/collected/river/river-00001.warc.gz");
      const before = existsSync(segment) ? readFileSync(segment) : Buffer.alloc(0);
      const [report] = await rerun(home);
      expect(report).toMatchObject({ state: "done", failures: {} });
      if (report!.fresh > 0 && report!.fresh < POSTS / 20) halfway += 1;
      // What was whole before is there still, byte by byte; only a cut end may have been taken away.
      const after = readFileSync(segment);
      const taken = before.length - sharedLength(before, after);
      expect(taken).toBeLessThan(20_000);
      await expectWhole(home, whole.posts);
      rmSync(home, { recursive: true });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, turn));
  expect(killed).toBeGreaterThan(MOMENTS * 0.4);
  expect(halfway).toBeGreaterThan(MOMENTS * 0.15);
}, 600_000);

test("cut at any byte, with the index whole, cut or gone, a rerun gives the same posts", async () => {
  const whole = await uninterrupted();
  const segment = "raw/collected/river/river-00001.warc.gz";
  const index = "raw/collected/river/river.cdxj";
  const size = statSync(join(whole.home, segment)).size;
  for (let trial = 0; trial < 12; trial += 1) {
    const home = newHome();
    cpSync(whole.home, home, { recursive: true });
    // The first trials cut within the first records and the last.
    const at = [0, 1, 9, 300, 700, size - 1, size - 9][trial] ?? Math.floor(Math.random() * size);
    truncateSync(join(home, segment), at);
    if (trial % 3 === 1)
      truncateSync(join(home, index), Math.floor(Math.random() * statSync(join(home, index)).size));
    if (trial % 3 === 2) rmSync(join(home, index));
    const [report] = await rerun(home);
    expect(report).toMatchObject({ state: "done", failures: {} });
    await expectWhole(home, whole.posts);
    const types = (await records(home, segment)).map(({ type }) => type);
    expect(types).toEqual(["warcinfo", ...Array.from({ length: 100 }, () => ["request", "response"]).flat()]);
    rmSync(home, { recursive: true });
  }
}, 300_000);

function sharedLength(one: Buffer, other: Buffer): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}
