import { join } from "node:path";
import { collect as collectAll } from "../collect/collect.ts";
import { firstRequest } from "../collect/collect-source.ts";
import type { Task } from "../collect/collector.ts";
import { collectors } from "../collect/collectors.ts";
import { tasksOf } from "../collect/register.ts";
import { hasFailed, reportLines } from "../collect/source-report.ts";
import { takeLock } from "../pipeline/lock.ts";
import { heldCaptures } from "../study/held-captures.ts";
import { type Layout, layoutOf } from "../study/layout.ts";
import { loadStudy } from "../study/load.ts";
import type { Study } from "../study/study.ts";
import {
  type Command,
  exitCodes,
  type OptionValues,
  studyHelp,
  studyOption,
  type Terminal,
  text,
  texts,
  UsageError,
} from "./command.ts";

/** Milliseconds between two progress lines. */
const PROGRESS_MS = 5_000;

export const collect: Command = {
  name: "collect",
  summary: "fetch what is new from the study's sources into data/raw; --list says what is held",
  help: `npm run collect -- [--study DIR] [--source ID] [--since DATE] [--limit N] [--dry-run] [--list]

Fetches the sources under "collect:" in study.yml into WARC files below raw/collected/, from where the last run
stopped. This is the only command that uses the network. Keys come from the environment: TYNDAU_INSTAGRAM_TOKEN and
TYNDAU_INSTAGRAM_USER, TYNDAU_VK_TOKEN, TYNDAU_YOUTUBE_KEY. docs/sources.md says what each platform gives.

${studyHelp}
  --source ID    only this source (may be given several times)
  --since DATE   first day to collect, in place of the register's (such as 2022-01-01)
  --limit N      at most N requests a source in this run
  --dry-run      say what would be asked first, and ask nothing
  --list         list the captures that are held, and ask nothing (also where no source is registered)

Exit codes: 0 done; 1 a source or a page failed, or a capture has no file (--list); 2 unknown option; 3 another run is
under way; 4 nothing failed, but a source waits (for a token, or until a host's pause is over).`,
  options: {
    ...studyOption,
    source: { type: "string", multiple: true },
    since: { type: "string" },
    limit: { type: "string" },
    "dry-run": { type: "boolean" },
    list: { type: "boolean" },
  },
  async run(values, terminal) {
    const name = text(values, "study");
    const since = dayOption(values);
    const limit = limitOption(values);
    const layout = layoutOf(terminal.root, name);
    const home = join(layout.root, layout.home);
    const study = await loadStudy(home);
    if (values.list === true || study.collect === undefined) return list(study, layout, terminal, name);
    const tasks = chosen(tasksOf(study, terminal.env, since), texts(values, "source"));
    if (values["dry-run"] === true) return dryRun(tasks, terminal);
    const lock = await takeLock(join(layout.root, layout.derived, "collect.lock"), terminal.print);
    try {
      const reports = await collectAll({
        home,
        study,
        tasks,
        ...(limit !== undefined && { limit }),
        progress: progressLines(terminal),
      });
      const studyWords = name === undefined ? "" : `--study ${name} `;
      for (const line of reportLines(reports, studyWords)) terminal.print(line);
      terminal.print(
        `collect: ${reports.length} sources. Next: npm run build${name === undefined ? "" : ` -- --study ${name}`}`,
      );
      if (reports.some(hasFailed)) return exitCodes.fault;
      return reports.some(({ state }) => state === "waits") ? exitCodes.waiting : exitCodes.done;
    } finally {
      lock.release();
    }
  },
};

function list(study: Study, layout: Layout, terminal: Terminal, name: string | undefined): number {
  const held = heldCaptures(join(layout.root, layout.home), study.captures);
  for (const { capture, files, bytes } of held) {
    const size = `${(bytes / 1e6).toFixed(2)} MB`;
    terminal.print(
      `${capture.id.padEnd(24)} ${capture.kind.padEnd(18)} ${String(files).padStart(4)} files ${size.padStart(12)}  ${capture.files.join(", ")}`,
    );
  }
  const missing = held.filter(({ files }) => files === 0);
  for (const { capture } of missing) {
    terminal.warn(
      `collect: ${capture.id}: found no file, expected some at ${capture.files.join(", ")} below ${layout.home}/`,
    );
  }
  const none = study.collect === undefined ? ' No source is registered under "collect:" in study.yml.' : "";
  terminal.print(
    `collect: ${held.length} captures, ${missing.length} without files.${none} Next: npm run build${name === undefined ? "" : ` -- --study ${name}`}`,
  );
  return missing.length === 0 ? exitCodes.done : exitCodes.fault;
}

function dryRun(tasks: readonly Task[], terminal: Terminal): number {
  for (const task of tasks) {
    const { id, collector } = task.source;
    const first = firstRequest(task, collectors[collector]);
    const asks = typeof first === "string" ? first : `would ask ${first.url}`;
    terminal.print(`${id}: ${asks}, back to ${task.since}, kept for capture ${task.source.capture}`);
  }
  terminal.print(`collect: ${tasks.length} sources, nothing asked (--dry-run).`);
  return exitCodes.done;
}

function chosen(tasks: readonly Task[], ids: readonly string[]): readonly Task[] {
  if (ids.length === 0) return tasks;
  const known = tasks.map(({ source }) => source.id);
  const unknown = ids.filter((id) => !known.includes(id));
  if (unknown.length > 0)
    throw new UsageError(
      `collect: found --source ${unknown.join(", ")}, expected one of ${known.join(", ")}`,
    );
  return tasks.filter(({ source }) => ids.includes(source.id));
}

function dayOption(values: OptionValues): string | undefined {
  const day = text(values, "since");
  if (day === undefined || (/^\d{4}-\d\d-\d\d$/u.test(day) && !Number.isNaN(Date.parse(day)))) return day;
  throw new UsageError(`collect: found --since ${day}, expected a day such as 2022-01-01`);
}

function limitOption(values: OptionValues): number | undefined {
  const limit = text(values, "limit");
  if (limit === undefined) return undefined;
  if (/^[1-9]\d{0,8}$/u.test(limit)) return Number(limit);
  throw new UsageError(`collect: found --limit ${limit}, expected a whole number of at least 1`);
}

/** One line a source at most every few seconds, and one at its end. */
function progressLines(terminal: Terminal): (line: string, isEnd: boolean) => void {
  const shown = new Map<string, number>();
  return (line, isEnd) => {
    const id = line.slice(0, line.indexOf(":"));
    const now = performance.now();
    if (!isEnd && now - (shown.get(id) ?? Number.NEGATIVE_INFINITY) < PROGRESS_MS) return;
    shown.set(id, now);
    terminal.warn(`  ${line}`);
  };
}
