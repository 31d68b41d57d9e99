/**
 * Lighthouse's four categories on pages of each kind in each language, as a phone has them, served as Brotli. Ends with 1
 * where a score is under 98. Scores change by some points from visit to visit, more so where other work runs: a page under
 * 98 is visited twice more, and the median of each category counts, as Lighthouse's documentation advises. Fetches Lighthouse with npx (its version is pinned here; it is 100 MB and serves nothing
 * else, so it is no dependency), so it needs the network, `npm run build` and a Chromium. Other work on the machine
 * lowers the score of performance: the load is printed.
 */

import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { findChromium } from "../browser/browser.ts";
import { serveCompressed } from "../browser/serve-compressed.ts";
import { dist, htmlPages } from "../browser/site-pages.ts";
import { median } from "./limits.ts";

const version = "12.2.3";
const least = 98;
const categories = ["performance", "accessibility", "best-practices", "seo"] as const;
const kinds = /^((ru|kk)\/)?(index|explore|findings\/(gender|topics)\/index|annex\/glossary)\.html$/;

interface Report {
  readonly categories: Readonly<
    Record<
      string,
      {
        readonly score: number | null;
        readonly auditRefs: readonly { readonly id: string; readonly weight: number }[];
      }
    >
  >;
  readonly audits: Readonly<Record<string, { readonly title: string; readonly score: number | null }>>;
}

const site = await serveCompressed(dist);
const folder = await mkdtemp(join(tmpdir(), "lighthouse-"));
const faults: string[] = [];
const load = () => `load ${loadavg()[0]!.toFixed(1)} on ${availableParallelism()} cores`;
process.stdout.write(`Lighthouse ${version}, ${load()}\n${"page".padEnd(36)} ${categories.join("  ")}\n`);
for (const path of htmlPages(dist).filter((page) => kinds.test(page))) {
  const output = join(folder, "report.json");
  const visits: { scores: number[]; report: Report }[] = [];
  const visit = async () => {
    await run(site.url + path, output);
    const report = JSON.parse(await readFile(output, "utf8")) as Report;
    visits.push({ report, scores: categories.map((name) => scoreOf(report, name)) });
  };
  await visit();
  if (visits[0]!.scores.some((score) => score < least)) for (let more = 0; more < 2; more++) await visit();
  const scores = categories.map((_, at) => median(visits.map((one) => one.scores[at]!)));
  const all = visits.length === 1 ? "" : `  of ${visits.map((one) => one.scores[0]).join(", ")}`;
  process.stdout.write(
    `${path.padEnd(36)} ${scores.map((score, at) => String(score).padStart(categories[at]!.length)).join("  ")}${all}\n`,
  );
  for (const [at, name] of categories.entries()) {
    if (scores[at]! >= least) continue;
    const { report } = visits.find((one) => one.scores[at] === scores[at])!;
    const failed = report.categories[name]!.auditRefs.filter(
      ({ id, weight }) => weight > 0 && (report.audits[id]?.score ?? 1) < 0.9,
    ).map(({ id }) => id);
    faults.push(`${path}: ${name} ${scores[at]}, at least ${least} expected: ${failed.join(", ")}`);
  }
}
process.stdout.write(`${load()}\n`);
await rm(folder, { recursive: true });
await site.close();
if (faults.length > 0) {
  process.stderr.write(`lighthouse: under the limit\n${faults.join("\n")}\n`);
  process.exitCode = 1;
}

function scoreOf(report: Report, category: string): number {
  return Math.round(100 * (report.categories[category]?.score ?? 0));
}

/** The server answers in this process, which must not wait with its hands tied. */
function run(url: string, output: string): Promise<void> {
  const flags = "--headless=new --no-sandbox --disable-gpu --disable-background-networking";
  const words = [
    "--yes",
    `lighthouse@${version}`,
    url,
    "--quiet",
    "--output=json",
    `--output-path=${output}`,
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(
      "npx",
      [...words, `--only-categories=${categories.join()}`, `--chrome-flags=${flags}`],
      {
        stdio: ["ignore", "ignore", "inherit"],
        env: { ...process.env, CHROME_PATH: findChromium()! },
      },
    );
    child.on("error", reject);
    child.on("close", (code) =>
      code === 0 ? resolve() : reject(new Error(`lighthouse ended with code ${code} on ${url}`)),
    );
  });
}
