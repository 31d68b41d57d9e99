/**
 * Speed of queries: `npm run bench -- query`, or `npx tsx tests/bench/query.ts [POSTS]`; 1,000,000 posts of 300
 * characters by default, 40 queries of 2,000 patterns. Everything in one run, so that the ratios hold under load.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "../../loaders/parquet/database.ts";
import { literal } from "../../loaders/parquet/sql-text.ts";
import { compileQueries } from "../../loaders/query/compile-queries.ts";
import { HitColumns } from "../../loaders/query/hit-columns.ts";
import { parseQuery } from "../../loaders/query/parse.ts";
import { WordStream } from "../../loaders/query/word-stream.ts";
import { cutPosts, realText, writePosts } from "./query/posts.ts";
import { drawPatterns, regExpsOf, shareOut, written, writtenNear } from "./query/study.ts";

const posts = Number(process.argv[2] ?? 1_000_000);
const QUERIES = 40;
/** Posts read before a rate is taken: the compiler of JavaScript is still at work in them. */
const WARM_UP = 20_000;
/** Posts held in memory at once; the whole corpus passes by batch after batch. */
const BATCH = 50_000;
const { source, text } = realText();
const all = drawPatterns(text, 10_000, 7);
const patterns = all.slice(0, 2_000);
const folder = mkdtempSync(join(tmpdir(), "query-bench-"));
try {
  const file = join(folder, "posts.parquet");
  const megabytes = (await writePosts(file, text, posts)) / 1e6;
  console.log(`${posts} posts, ${megabytes.toFixed(0)} MB of UTF-8: ${source}`);
  scanAgainstRegExp(megabytes);
  scaling(megabytes);
  await endToEnd(file);
} finally {
  rmSync(folder, { recursive: true });
}

/** Scan: words read, folded, numbered, all patterns found. Then the whole of matching, by kind of query. */
function scanAgainstRegExp(megabytes: number): void {
  const asked = shareOut(patterns, QUERIES).map(written);
  const near = Array.from({ length: QUERIES }, (_, i) => writtenNear(patterns.slice(i * 50, (i + 1) * 50)));
  const matcher = compileQueries(asked.map((one) => parseQuery(one)));
  const stream = new WordStream(matcher.matcher.vocabulary, matcher.matcher.filter);
  const hits = new HitColumns();
  let found = 0;
  const run = (one: string) => {
    stream.read(one);
    matcher.matcher.find(stream, hits);
    found += hits.count;
  };
  row("scan, 2,000 patterns, cold", batched(run, WARM_UP), (megabytes * WARM_UP) / posts, `${WARM_UP} posts`);
  found = 0;
  const scan = batched(run);
  row("scan, 2,000 patterns, warm", scan, megabytes, `${found} hits`);
  const few = Math.min(2_000, posts);
  for (const [form, expression] of Object.entries(regExpsOf(patterns))) {
    let matches = 0;
    const begun = process.cpuUsage();
    for (const one of cutPosts(text, few, 300)) {
      for (const match of one.matchAll(expression))
        if (form !== "tokens" || match[1] !== undefined) matches++;
    }
    const slow = cpuSeconds(begun) * (posts / few);
    row(`one RegExp, flags giu (${form}), scaled up`, slow, megabytes, `${matches} matches in ${few} posts`);
    console.log(`ratio scan to RegExp (${form}): ${(slow / scan).toFixed(0)}`);
  }
  for (const [name, queries] of [
    ["40 queries: lists, AND, NOT", asked],
    ["40 queries: NEAR, {2}, NOT, title:", near],
  ] as const) {
    const whole = compileQueries(queries.map((one) => parseQuery(one)));
    let matched = 0;
    const time = batched((one) => {
      matched += whole.matching({ text: one }).length;
    });
    row(name, time, megabytes, `${matched} matches`);
  }
}

/** Time by number of patterns, at a tenth of the posts. */
function scaling(megabytes: number): void {
  for (const count of [500, 1_000, 2_000, 5_000, 10_000]) {
    const some = all.slice(0, count);
    const asked = shareOut(some, QUERIES).map(written);
    const compiled = performance.now();
    const matcher = compileQueries(asked.map((one) => parseQuery(one)));
    const compiling = performance.now() - compiled;
    let matched = 0;
    const time = batched((one) => {
      matched += matcher.matching({ text: one }).length;
    }, posts / 10);
    row(
      `${some.length} patterns`,
      time,
      megabytes / 10,
      `${matched} matches, compiled in ${compiling.toFixed(0)} ms`,
    );
  }
}

/** posts.parquet in, (post, query) as Parquet out, each in a process of its own. */
async function endToEnd(file: string): Promise<void> {
  const study = join(folder, "study.json");
  writeFileSync(study, JSON.stringify(shareOut(patterns, QUERIES)));
  const ours = join(folder, "ours.parquet");
  const mine = child("ours, two threads", ["classify.ts", file, study, ours]);
  for (const way of ["vocabulary", "stream"]) {
    const sql = join(folder, `${way}.parquet`);
    const theirs = child(`DuckDB SQL (${way}), two threads`, ["classify-sql.ts", way, file, study, sql]);
    console.log(
      `DuckDB SQL (${way}) to ours: time ${(theirs.seconds / mine.seconds).toFixed(2)}, memory ${(theirs.kilobytes / mine.kilobytes).toFixed(2)}`,
    );
    console.log(await difference(file, ours, sql));
  }
}

function child(name: string, [script, ...rest]: string[]): { seconds: number; kilobytes: number } {
  const output = execFileSync(process.execPath, [
    "--import",
    "tsx",
    join("tests/bench/query", script!),
    ...rest,
  ]);
  const measured = JSON.parse(output.toString());
  console.log(
    `${name}: ${measured.seconds.toFixed(1)} s, ${(measured.kilobytes / 1e6).toFixed(2)} GB at most`,
  );
  return measured;
}

/** Words with Latin letters are read by rules that the SQL has not (links, two scripts, Kazakh in Latin letters). */
async function difference(file: string, ours: string, sql: string): Promise<string> {
  const database = await openDatabase({ spill: join(folder, "compare.spill"), memoryLimit: "4GB" });
  const [a, b] = [ours, sql].map((one) => `select post, query from read_parquet(${literal(one)})`);
  const answer = await database.connection.runAndReadAll(`
    with other as (
      (select post, query from (${a} except ${b}))
      union all
      (select post, query from (${b} except ${a}))
    )
    select
      (select count(*) from (${a}))::integer,
      count(*)::integer,
      count(*) filter (where not regexp_matches(text, '[\\p{Latin}@]'))::integer
    from other
    join read_parquet(${literal(file)}) using (post)`);
  database.close();
  const [rows, differing, plain] = answer.getRows()[0]!;
  if (Number(plain) > 0) process.exitCode = 1;
  return `of ${rows} rows ${differing} differ, ${plain} of them in posts without Latin letters or @`;
}

/** Seconds of one core since `begun`, garbage collection included: time that other processes took is not in it. */
function cpuSeconds(begun: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1e6;
}

/** Seconds of `run` alone over the posts, made anew batch by batch. */
function batched(run: (text: string) => void, count = posts): number {
  let time = 0;
  const made = cutPosts(text, count, 300);
  for (let left = count; left > 0; left -= BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, left) }, () => made.next().value as string);
    const begun = process.cpuUsage();
    for (const one of batch) run(one);
    time += cpuSeconds(begun);
  }
  return time;
}

function row(name: string, seconds: number, megabytes: number, more: string): void {
  console.log(`${name}: ${seconds.toFixed(2)} s, ${(megabytes / seconds).toFixed(0)} MB/s, ${more}`);
}
