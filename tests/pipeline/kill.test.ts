import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import { ended, startChild } from "./child.ts";
import { threeSteps, writeStudy } from "./three-steps.ts";
import { emptyWorkspace, type Workspace } from "./workspace.ts";

// Some thirty processes, each a second or more where the machine is busy.
vi.setConfig({ testTimeout: 120_000 });

const POSTS = Array.from(
  { length: 12 },
  (_, index) => `post ${index} on ${index % 3 ? "school" : "bus"}\n`,
).join("");
const PAUSE_MS = 3;
/** About what a whole run takes, so that a random moment may fall anywhere in it. */
const RUN_MS = 280;
/** How long threads take to start, about. */
const THREADS_MS = 700;
const AT_ONCE = 3;

/** Changed posts on top of an earlier result, so that there is something to replace. */
async function changedWorkspace(): Promise<Workspace> {
  const workspace = emptyWorkspace();
  writeStudy(workspace.root);
  await workspace.run(threeSteps());
  workspace.write("raw/a.txt", POSTS);
  return workspace;
}

function freshWorkspace(): Workspace {
  const workspace = emptyWorkspace();
  writeStudy(workspace.root, POSTS);
  return workspace;
}

const results = (workspace: Workspace) => ({ ...workspace.all("derived"), ...workspace.all("src") });

async function uninterrupted(): Promise<Record<string, string>> {
  const workspace = freshWorkspace();
  await workspace.run(threeSteps());
  return results(workspace);
}

/** The next run ends well, gives the bytes of a run that was not interrupted, and leaves nothing to do. */
async function expectMended(workspace: Workspace, expected: Record<string, string>): Promise<string[]> {
  const { lines } = await workspace.run(threeSteps());
  expect(results(workspace)).toEqual(expected);
  expect(Object.keys(workspace.all("log"))).toEqual(["log/run.log"]);
  expect((await workspace.run(threeSteps())).lines).toEqual([
    "corpus: fresh",
    "annotate: fresh",
    "publish: fresh",
  ]);
  return lines;
}

async function inTurns(count: number, one: (index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const turn = async () => {
    while (next < count) await one(next++);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, turn));
}

test.each([
  [1, RUN_MS],
  [2, RUN_MS + THREADS_MS],
])("killed at twenty random moments of a run of %i jobs, the next gives the same bytes", async (jobs, ms) => {
  const expected = await uninterrupted();
  let killed = 0;
  await inTurns(20, async (index) => {
    const workspace = index % 2 ? freshWorkspace() : await changedWorkspace();
    const child = await startChild("ready", workspace.root, PAUSE_MS, jobs);
    await wait(Math.random() * ms);
    child.kill("SIGKILL");
    if ((await ended(child)) === "SIGKILL") killed++;
    await expectMended(workspace, expected);
  });
  expect(killed).toBeGreaterThan(5);
});

test.each([1, 2])(
  "killed before any of the renames of %i jobs, the next run gives the same bytes",
  async (jobs) => {
    const expected = await uninterrupted();
    // posts and its sidecar; two tables, two sidecars; the old directory aside, the new one, its sidecar.
    await inTurns(9, async (index) => {
      const workspace = await changedWorkspace();
      const child = await startChild("ready", workspace.root, 0, jobs, index + 1);
      expect(await ended(child)).toBe("SIGKILL");
      if (index === 7) expect(existsSync(join(workspace.root, "src/data/results"))).toBe(false);
      const lines = await expectMended(workspace, expected);
      expect(lines[0]).toMatch(
        /^took over the lock of process \d+ \("tests\/pipeline\/child-run\.ts .*which is gone$/,
      );
      if (index === 4) expect(lines[2]).toBe("annotate: posts.txt changed, the last run was cut off");
      if (index === 5) expect(lines[2]).toBe("annotate: the last run was cut off");
    });
  },
);
