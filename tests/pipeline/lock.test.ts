import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { LockHeld, takeLock } from "../../loaders/pipeline/lock.ts";
import { ended, startChild } from "./child.ts";
import { threeSteps } from "./three-steps.ts";
import { emptyWorkspace, studyWorkspace } from "./workspace.ts";

const silent = () => {};

test("a second run says who holds the lock and touches nothing; after the first has ended it runs", async () => {
  const workspace = studyWorkspace();
  const child = await startChild("corpus: never run", workspace.root, 10_000);
  try {
    const before = Object.keys(workspace.all());
    const held = await workspace.run(threeSteps()).catch((error) => error);
    expect(held).toBeInstanceOf(LockHeld);
    expect(held.message).toMatch(
      new RegExp(
        `^found another run at work: process ${child.pid}, since \\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z, ` +
          `"tests/pipeline/child-run\\.ts .*" \\(lock .*run\\.lock\\); wait until`,
      ),
    );
    expect(Object.keys(workspace.all())).toEqual(before);
  } finally {
    child.kill("SIGKILL");
    await ended(child);
  }
  const { lines } = await workspace.run(threeSteps());
  expect(lines.slice(1)).toEqual([
    "corpus: the last run was cut off",
    "annotate: never run",
    "publish: never run",
  ]);
});

test("two runs in one process: the second is refused too", async () => {
  const workspace = studyWorkspace();
  const results = await Promise.allSettled([workspace.run(threeSteps()), workspace.run(threeSteps())]);
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(existsSync(join(workspace.root, "log/run.lock"))).toBe(false);
});

test("the lock is given back by a run that fails", async () => {
  const workspace = studyWorkspace();
  workspace.write("loaders/corpus.ts", "const = 1;");
  await expect(workspace.run(threeSteps())).rejects.toThrow("loaders/corpus.ts:1");
  expect(existsSync(join(workspace.root, "log/run.lock"))).toBe(false);
});

test("the lock of a process that is gone is taken over", async () => {
  const workspace = studyWorkspace();
  const { pid } = spawnSync(process.execPath, ["--version"]);
  const since = "2024-01-01T00:00:00.000Z";
  workspace.write(
    "log/run.lock",
    `${JSON.stringify({ pid, start: null, since, command: "main.ts data" })}\n`,
  );
  const { lines } = await workspace.run(threeSteps());
  expect(lines[0]).toBe(
    `took over the lock of process ${pid} ("main.ts data", since ${since}), which is gone`,
  );
});

test.skipIf(!existsSync("/proc/self/stat"))(
  "a lock whose process number now belongs to another is taken over (needs /proc)",
  async () => {
    const workspace = studyWorkspace();
    const holder = { pid: process.ppid, start: "boot:1", since: "2024-01-01", command: "main.ts data" };
    workspace.write("log/run.lock", `${JSON.stringify(holder)}\n`);
    const { lines } = await workspace.run(threeSteps());
    expect(lines[0]).toMatch(/which is gone \(its number now belongs to another\)$/);
  },
);

test("a lock file cut off while it was written is taken over", async () => {
  const workspace = studyWorkspace();
  workspace.write("log/run.lock", "");
  const { lines } = await workspace.run(threeSteps());
  expect(lines[0]).toBe("took over the lock of a killed process, which left no name");
});

test("of many that find a stale lock at once, one takes it", async () => {
  const workspace = emptyWorkspace();
  const lockFile = join(workspace.root, "run.lock");
  for (let round = 0; round < 20; round++) {
    workspace.write("run.lock", `${JSON.stringify({ pid: 2 ** 30, start: null, since: "", command: "" })}\n`);
    const taken = await Promise.allSettled(Array.from({ length: 8 }, () => takeLock(lockFile, silent)));
    const locks = taken.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
    expect(locks).toHaveLength(1);
    locks[0]!.release();
  }
});
