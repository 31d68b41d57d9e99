import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, relative } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/** Who holds a lock. `start` tells two processes with one number apart; null where the system has no /proc. */
export interface LockHolder {
  pid: number;
  start: string | null;
  /** ISO time. */
  since: string;
  command: string;
}

/** Another run is at work. The message says which, since when, and what to do. */
export class LockHeld extends Error {
  override name = "LockHeld";
  constructor(
    readonly lockFile: string,
    readonly holder: LockHolder,
  ) {
    super(
      `found another run at work: process ${holder.pid}, since ${holder.since}, "${holder.command}" ` +
        `(lock ${relative(process.cwd(), lockFile)}); wait until it has ended, or stop it with: kill ${holder.pid}`,
    );
  }
}

export interface Lock {
  release(): void;
}

/**
 * Takes a lock file for this process, taking over the lock of a process that is gone, which `print` is told.
 * Throws {@link LockHeld} where another process, or another run in this one, holds it.
 */
export async function takeLock(
  lockFile: string,
  print: (line: string) => void,
  now: () => Date = () => new Date(),
): Promise<Lock> {
  const holder: LockHolder = {
    pid: process.pid,
    start: identify(process.pid)?.start ?? null,
    since: now().toISOString(),
    command: commandLine(),
  };
  const own = `${JSON.stringify(holder)}\n`;
  mkdirSync(dirname(lockFile), { recursive: true });
  while (!claim(lockFile, own)) {
    const text = await readWhole(lockFile);
    if (text === undefined) continue;
    const other = parseHolder(text);
    const gone = other ? whyGone(other) : "which left no name";
    if (other && !gone) throw new LockHeld(lockFile, other);
    if (!removeStale(lockFile, text)) continue;
    const who = other
      ? `process ${other.pid} ("${other.command}", since ${other.since})`
      : "a killed process";
    print(`took over the lock of ${who}, ${gone}`);
  }
  const release = () => {
    process.off("exit", release);
    if (readText(lockFile) === own) rmSync(lockFile, { force: true });
  };
  process.on("exit", release);
  return { release };
}

function claim(lockFile: string, own: string): boolean {
  try {
    writeFileSync(lockFile, own, { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** The lock's text, given up to half a second to be written by who has just made it; undefined if it is gone. */
async function readWhole(lockFile: string): Promise<string | undefined> {
  for (let attempt = 0; ; attempt++) {
    const text = readText(lockFile);
    if (text === undefined || text.endsWith("\n") || attempt === 20) return text;
    await wait(25);
  }
}

/**
 * Removes a stale lock unless another process has done so and taken the lock since: moving the file is the one
 * thing that only one of two can do, and what was moved tells whether it was the stale one.
 */
function removeStale(lockFile: string, stale: string): boolean {
  const aside = `${lockFile}.${process.pid}.tmp`;
  try {
    renameSync(lockFile, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
    throw error;
  }
  const wasStale = readText(aside) === stale;
  if (!wasStale) claim(lockFile, readFileSync(aside, "utf8"));
  rmSync(aside, { force: true });
  return wasStale;
}

function whyGone(holder: LockHolder): string | undefined {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    // EPERM: it lives, and belongs to someone else.
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return "which is gone";
  }
  const identity = identify(holder.pid);
  // Killed, and not yet collected by its parent.
  if (identity && /[ZX]/.test(identity.state)) return "which is gone";
  if (identity && holder.start && identity.start !== holder.start) {
    return "which is gone (its number now belongs to another)";
  }
  return undefined;
}

/** State and start of a process from /proc: the boot it started in, and clock ticks since; see proc(5). */
function identify(pid: number): { state: string; start: string } | undefined {
  const stat = readText(`/proc/${pid}/stat`);
  if (!stat) return undefined;
  // The second field, the command in brackets, may hold spaces and brackets itself.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const boot = readText("/proc/sys/kernel/random/boot_id")?.trim() ?? "";
  return { state: fields[0] ?? "", start: `${boot}:${fields[19]}` };
}

function parseHolder(text: string): LockHolder | undefined {
  try {
    const found = JSON.parse(text) as LockHolder;
    return Number.isInteger(found.pid) && found.pid > 0 ? found : undefined;
  } catch {
    return undefined;
  }
}

function commandLine(): string {
  const [, script = "", ...rest] = process.argv;
  return [relative(process.cwd(), script), ...rest].join(" ");
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
