import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runSteps } from "../../loaders/pipeline/run.ts";
import type { StepDefinition } from "../../loaders/pipeline/step.ts";
import type { StepSource } from "../../loaders/pipeline/step-threads.ts";
import { ended, startScript } from "./child.ts";
import { failingSteps, type Meeting, meeting, steps, writeMeetingStudy } from "./meeting-steps.ts";
import { threeSteps } from "./three-steps.ts";
import { emptyWorkspace, studyWorkspace, type Workspace } from "./workspace.ts";

const moduleAt = (file: string) => new URL(file, import.meta.url).href;

async function run(workspace: Workspace, list: readonly StepDefinition[], source: StepSource, jobs = 2) {
  const lines: string[] = [];
  const options = { root: workspace.root, lockFile: "log/run.lock", logFile: "log/run.log" };
  const summary = await runSteps(list, {
    ...options,
    print: (line) => lines.push(line.replace(/; [\d.]+ s$/, "")),
    sideBySide: { ...source, jobs },
  }).catch((error: Error) => error);
  return { lines, summary };
}

function meetingWorkspace(): Workspace {
  const workspace = emptyWorkspace();
  writeMeetingStudy(workspace.root);
  return workspace;
}

const runMeeting = (workspace: Workspace, data: Meeting) =>
  run(workspace, steps(data), { module: moduleAt("meeting-steps.ts"), data });

const met = {
  "derived/left.txt": "left, whole\n",
  "derived/right.txt": "right, whole\n",
  "derived/after.txt": "left, whole\nright, whole\n",
};

test("two steps that know nothing of each other run at one time, and the one that reads both waits for both", async () => {
  const workspace = meetingWorkspace();
  const { summary } = await runMeeting(workspace, meeting());
  const [left, right, after] = summary as Exclude<typeof summary, Error>;
  expect(workspace.all("derived")).toMatchObject(met);
  // The number of its thread; 0 would be the test's own.
  expect(left!.rowsOut).toBeGreaterThan(0);
  expect(right!.rowsOut).toBeGreaterThan(0);
  expect(left!.rowsOut).not.toBe(right!.rowsOut);
  expect(after!.rowsIn).toBe(2);
  const again = await runMeeting(workspace, meeting());
  expect(again.lines).toEqual(["left: fresh", "right: fresh", "after: fresh"]);
});

test("killed while two steps are at work, neither writes on, and the next run gives the whole bytes", async () => {
  const workspace = meetingWorkspace();
  const child = await startScript("child-meeting.ts", "both at work", workspace.root);
  child.kill("SIGKILL");
  expect(await ended(child)).toBe("SIGKILL");
  expect(workspace.read("derived/.left.txt.tmp/left.txt")).toBe("left, ");
  const { lines } = await runMeeting(workspace, meeting());
  expect(lines[0]).toMatch(/^took over the lock of process \d+ .*which is gone$/);
  expect(lines.filter((line) => line.includes("cut off")).length).toBe(2);
  expect(workspace.all("derived")).toMatchObject(met);
  expect(Object.keys(workspace.all("derived")).filter((file) => file.includes("tmp"))).toEqual([]);
  expect(Object.keys(workspace.all("log"))).toEqual(["log/run.log"]);
});

test("threads give the bytes, the lines and the summary of a run without them", async () => {
  const [alone, threaded] = [studyWorkspace(), studyWorkspace()];
  const source = { module: moduleAt("three-steps.ts"), data: {} };
  const one = await run(alone, threeSteps(), source, 1);
  const three = await run(threaded, threeSteps(), source, 3);
  expect({ ...threaded.all("derived"), ...threaded.all("src") }).toEqual({
    ...alone.all("derived"),
    ...alone.all("src"),
  });
  expect(three.lines).toEqual(one.lines);
  const timeless = (summary: typeof one.summary) => JSON.stringify(summary).replace(/"ms":\d+/g, "");
  expect(timeless(three.summary)).toBe(timeless(one.summary));
});

test.each([
  ["throw", "bad: found 3 legs, expected 4"],
  ["exit", "bad: found its thread ended with code 7, expected a report"],
] as const)(
  "a step that fails (%s) stops what comes after; what is at work ends and is kept",
  async (way, message) => {
    const workspace = meetingWorkspace();
    const data = { ...meeting(), way };
    const { lines, summary } = await run(workspace, failingSteps(data), {
      module: moduleAt("failing-steps.ts"),
      data,
    });
    expect(summary).toMatchObject({ name: "StepFailed", step: "bad", message });
    expect(lines).toEqual(["long: never run", "  1 in, 1 out, 0 set aside", "bad: never run"]);
    expect(Object.keys(workspace.all("derived")).sort()).toEqual([
      "derived/long.txt",
      "derived/long.txt.json",
    ]);
    const log = readFileSync(join(workspace.root, "log/run.log"), "utf8").trim().split("\n");
    const entries = log.map((line) => JSON.parse(line) as { step: string; outcome: string });
    expect(entries.map(({ step, outcome }) => `${step} ${outcome}`).sort()).toEqual([
      "bad failed",
      "long ran",
    ]);
    expect(Object.keys(workspace.all("log"))).toEqual(["log/run.log"]);
  },
);

test("parameters that are others in the thread than in the record fail the step", async () => {
  const workspace = studyWorkspace();
  const source = { module: moduleAt("three-steps.ts"), data: { params: { window: 2 } } };
  const { summary } = await run(workspace, threeSteps({ window: 1 }), source);
  expect(summary).toMatchObject({ step: "corpus", message: expect.stringContaining("parameters changed") });
});
