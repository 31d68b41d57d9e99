/** Runs of collection in a temporary folder, and what the archive then holds. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Clock } from "../../loaders/collect/clock.ts";
import { type CollectOptions, collect } from "../../loaders/collect/collect.ts";
import { defaultLimits } from "../../loaders/collect/exchange.ts";
import { tasksOf } from "../../loaders/collect/register.ts";
import type { SourceReport } from "../../loaders/collect/source-report.ts";
import { openCapture } from "../../loaders/corpus/capture-file.ts";
import { readWarc, type WarcEntry } from "../../loaders/corpus/warc.ts";
import { glob } from "../../loaders/pipeline/glob.ts";
import type { CollectSource } from "../../loaders/study/collecting.ts";

export function temporaryHome(): string {
  const home = mkdtempSync(join(tmpdir(), "collect-"));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  return home;
}

/** A clock that does not wait: a pause moves its time on, and is noted. */
export function quickClock(start = Date.parse("2023-06-05T08:00:00Z")): Clock & { readonly slept: number[] } {
  let time = start;
  const slept: number[] = [];
  return {
    slept,
    now: () => time,
    async sleep(milliseconds) {
      slept.push(milliseconds);
      time += milliseconds;
    },
    random: () => 0.5,
  };
}

export interface Run {
  readonly home: string;
  readonly sources: readonly CollectSource[];
  readonly window?: { from: string; to: string };
  readonly environment?: Record<string, string>;
  readonly options?: Partial<CollectOptions>;
}

export async function run({
  home,
  sources,
  window,
  environment = {},
  options = {},
}: Run): Promise<SourceReport[]> {
  const study = {
    id: "river-water",
    contact: "team@example.org",
    window: window ?? { from: "2020-01-01", to: "2023-05-31" },
    organisations: [],
    collect: { delay: 2, privateHosts: [], sources },
  };
  return collect({
    home,
    study,
    tasks: tasksOf(study, environment),
    progress: () => {},
    clock: quickClock(),
    limits: { ...defaultLimits, idleMs: 400, totalMs: 4_000 },
    ...options,
  });
}

export async function records(home: string, pattern: string): Promise<WarcEntry[]> {
  const found: WarcEntry[] = [];
  for (const file of glob(pattern, home)) {
    for await (const entry of readWarc(openCapture(join(home, file)))) {
      if (entry.kind === "reject") throw new Error(`${file}: ${entry.reason}: ${entry.detail}`);
      found.push(entry);
    }
  }
  return found;
}

/** How often each post stands in the pages that are held. */
export async function heldPosts(home: string, source: string): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const entry of await records(home, `raw/collected/${source}/*.warc.gz`)) {
    if (entry.type !== "response") continue;
    for (const [, id] of Buffer.from(entry.block)
      .toString("utf8")
      .matchAll(/data-post="([^"]+)"/gu))
      counts.set(id!, (counts.get(id!) ?? 0) + 1);
  }
  return counts;
}

export function index(home: string, source: string): string[] {
  return readFileSync(join(home, `raw/collected/${source}/${source}.cdxj`), "utf8")
    .trimEnd()
    .split("\n");
}
