/**
 * All statistics of the workspace's study on a corpus of POSTS posts: `npm run bench -- statistics [POSTS] [--jobs=N]`,
 * without a number on the demo as it is, as many steps at a time as `npm run data` takes. Needs `npm run data`. The corpus is made of copies of the demo's private tables, in a study
 * home in the system's folder for temporary files, and deleted afterwards. The pipeline runs the steps, in a process
 * of its own whose peak memory, of all its threads, is told.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { defaultJobs } from "../../loaders/commands/jobs.ts";
import { layoutOf } from "../../loaders/study/layout.ts";
import { writeCorpus } from "./statistics/corpus.ts";
import type { Measured } from "./statistics/run.ts";

const words = process.argv.slice(2);
const size = words.find((word) => /^\d+$/.test(word));
const asked = size === undefined ? undefined : Number(size);
const jobs = words.find((word) => word.startsWith("--jobs="))?.slice("--jobs=".length) ?? `${defaultJobs()}`;
const home = mkdtempSync(join(tmpdir(), "statistics-"));
try {
  const made = await writeCorpus(layoutOf("."), home, asked);
  console.log(
    `${made.posts} posts, ${made.stories} stories, ${made.lemmas} lemmas, ${made.terms} rows of terms`,
  );
  const { status, stdout } = spawnSync(
    process.execPath,
    ["--import", "tsx", "tests/bench/statistics/run.ts", relative(".", home), jobs],
    { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] },
  );
  if (status === 0) report(JSON.parse(stdout) as Measured);
  else process.exitCode = 1;
} finally {
  rmSync(home, { recursive: true, force: true });
}

function report({ seconds, cpuSeconds, peakMegabytes, steps }: Measured): void {
  const slowest = [...steps].sort((a, b) => b.ms - a.ms).slice(0, 15);
  console.log("   ms  ms CPU  MB after     rows in   rows out  step");
  for (const { name, ms, cpuMs, megabytes, rowsIn, rowsOut } of slowest) {
    console.log(
      `${cell(ms, 5)} ${cell(cpuMs, 7)} ${cell(megabytes, 9)} ${cell(rowsIn, 11)} ${cell(rowsOut, 10)}  ${name}`,
    );
  }
  for (const kind of ["tables", "statistics"]) {
    const those = steps.filter(({ name }) => name.startsWith(`${kind}:`));
    const sum = those.reduce((total, { ms }) => total + ms, 0);
    console.log(`${cell(sum, 5)} ms in ${those.length} steps ${kind}:…`);
  }
  console.log(
    `all, with hashing, jobs ${jobs}: ${seconds.toFixed(1)} s, ${cpuSeconds.toFixed(1)} s of processor time, ${Math.round(peakMegabytes)} MB at most`,
  );
}

function cell(value: number | undefined, width: number): string {
  return (value === undefined ? "–" : String(Math.round(value))).padStart(width);
}
