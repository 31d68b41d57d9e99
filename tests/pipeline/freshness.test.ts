import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { threeSteps } from "./three-steps.ts";
import { studyWorkspace } from "./workspace.ts";

const fresh = ["corpus: fresh", "annotate: fresh", "publish: fresh"];

test("all steps run once, and are fresh after that", async () => {
  const workspace = studyWorkspace();
  const first = await workspace.run(threeSteps());
  expect(first.lines).toEqual(["corpus: never run", "annotate: never run", "publish: never run"]);
  expect(first.report[1]).toMatch(/^ {2}4 in, 3 out, 1 set aside \(1 empty\); \d\.\d\d s$/);
  expect(first.summary.map(({ outcome }) => outcome)).toEqual(["ran", "ran", "ran"]);
  const second = await workspace.run(threeSteps());
  expect(second.report).toEqual(fresh);
  expect(second.summary[0]).toMatchObject({
    name: "corpus",
    outcome: "fresh",
    reason: "fresh",
    rowsIn: 4,
    rowsOut: 3,
    setAside: { empty: 1 },
  });
});

test("a changed capture reruns what is downstream of it", async () => {
  const workspace = studyWorkspace();
  await workspace.run(threeSteps());
  workspace.write("raw/b.txt", "school for all\n");
  const { lines } = await workspace.run(threeSteps());
  expect(lines).toEqual([
    "corpus: b.txt changed",
    "annotate: posts.txt changed",
    "publish: annotations.txt, terms.txt changed",
  ]);
});

test("changed topics leave the corpus fresh", async () => {
  const workspace = studyWorkspace();
  await workspace.run(threeSteps());
  workspace.write("study/topics.yml", "transport: bus\n");
  const { lines } = await workspace.run(threeSteps());
  expect(lines).toEqual([
    "corpus: fresh",
    "annotate: topics.yml changed",
    "publish: annotations.txt changed",
  ]);
});

test("an output that comes out identical stops the rerun there", async () => {
  const workspace = studyWorkspace();
  await workspace.run(threeSteps());
  workspace.write("raw/a.txt", "autism school\nschool bus\n\n\n");
  const { report, lines, summary } = await workspace.run(threeSteps());
  expect(lines).toEqual(["corpus: a.txt changed", "annotate: fresh", "publish: fresh"]);
  expect(report[1]).toContain("5 in, 3 out, 2 set aside (2 empty); same result");
  expect(summary[0]).toMatchObject({ outcome: "unchanged", rowsIn: 5 });
  expect((await workspace.run(threeSteps())).lines).toEqual(fresh);
});

test("inputs added and removed are told", async () => {
  const workspace = studyWorkspace();
  await workspace.run(threeSteps());
  workspace.write("raw/c.txt", "");
  rmSync(join(workspace.root, "raw/b.txt"));
  const { lines } = await workspace.run(threeSteps());
  expect(lines[0]).toBe("corpus: c.txt added, b.txt removed");
});

test("a comment changed two imports deep reruns the step, and downstream stays fresh", async () => {
  const workspace = studyWorkspace();
  await workspace.run(threeSteps());
  workspace.write("loaders/deep/two.ts", "// why two\nexport const two = 2;\n");
  const { lines, summary } = await workspace.run(threeSteps());
  expect(lines).toEqual(["corpus: code changed (loaders/deep/two.ts)", "annotate: fresh", "publish: fresh"]);
  expect(summary[0]!.outcome).toBe("unchanged");
});

test("a changed parameter is named", async () => {
  const workspace = studyWorkspace();
  await workspace.run(threeSteps({ window: { from: "2022-01-01", to: "2023-05-31" } }));
  const { lines } = await workspace.run(threeSteps({ window: { to: "2023-06-30", from: "2022-01-01" } }));
  expect(lines).toEqual(["corpus: parameter changed (window.to)", "annotate: fresh", "publish: fresh"]);
});

test("the order of a parameter's keys changes nothing", async () => {
  const workspace = studyWorkspace();
  await workspace.run(threeSteps({ a: 1, b: 2 }));
  expect((await workspace.run(threeSteps({ b: 2, a: 1, c: undefined }))).lines).toEqual(fresh);
});

test("a package of another version counts as changed code", async () => {
  const workspace = studyWorkspace();
  workspace.write("loaders/annotate.ts", 'import "some-package/part";\n');
  workspace.write("node_modules/some-package/package.json", '{"version": "1.0.0"}');
  await workspace.run(threeSteps());
  workspace.write("node_modules/some-package/package.json", '{"version": "1.1.0"}');
  const { lines } = await workspace.run(threeSteps());
  expect(lines[1]).toBe("annotate: package changed (some-package 1.0.0 to 1.1.0)");
});

test("an edited output is made again", async () => {
  const workspace = studyWorkspace();
  await workspace.run(threeSteps());
  const before = workspace.all("derived");
  workspace.write("derived/terms.txt", "9\n");
  const { lines, report } = await workspace.run(threeSteps());
  expect(lines).toEqual(["corpus: fresh", "annotate: output was edited", "publish: fresh"]);
  expect(report[2]).toContain("same result");
  expect(workspace.all("derived")).toEqual(before);
});

test("a missing output is made again", async () => {
  const workspace = studyWorkspace();
  await workspace.run(threeSteps());
  rmSync(join(workspace.root, "derived/posts.txt"));
  const { lines } = await workspace.run(threeSteps());
  expect(lines).toEqual(["corpus: output missing", "annotate: fresh", "publish: fresh"]);
});

test("a sidecar that is missing or no sidecar makes its step run", async () => {
  const workspace = studyWorkspace();
  await workspace.run(threeSteps());
  rmSync(join(workspace.root, "derived/terms.txt.json"));
  workspace.write("derived/posts.txt.json", "{");
  const { lines } = await workspace.run(threeSteps());
  expect(lines).toEqual(["corpus: provenance unreadable", "annotate: provenance missing", "publish: fresh"]);
});

test("a forced step runs, and its result is told as the same", async () => {
  const workspace = studyWorkspace();
  await workspace.run(threeSteps());
  const { lines, summary } = await workspace.run(threeSteps(), ["annotate"]);
  expect(lines).toEqual(["corpus: fresh", "annotate: forced", "publish: fresh"]);
  expect(summary.map(({ outcome }) => outcome)).toEqual(["fresh", "unchanged", "fresh"]);
});

test("several causes stand in one line, and many files are counted", async () => {
  const workspace = studyWorkspace();
  await workspace.run(threeSteps());
  for (const name of ["c", "d", "e", "f"]) workspace.write(`raw/${name}.txt`, "x\n");
  workspace.write("loaders/corpus.ts", "export {};\n");
  const { lines } = await workspace.run(threeSteps({ a: 1 }), ["corpus"]);
  expect(lines[0]).toBe(
    "corpus: forced, c.txt, d.txt and 2 more added, parameter changed (a), " +
      "code changed (loaders/corpus.ts, loaders/deep/one.ts, loaders/deep/two.ts)",
  );
});

test("what ran is logged with its time, rows and bytes; what was fresh is not", async () => {
  const workspace = studyWorkspace();
  await workspace.run(threeSteps());
  await workspace.run(threeSteps());
  const entries = workspace
    .read("log/run.log")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(entries.map(({ step }) => step)).toEqual(["corpus", "annotate", "publish"]);
  expect(entries[0]).toMatchObject({ outcome: "ran", reason: "never run", rowsIn: 4, rowsOut: 3, bytes: 38 });
  expect(entries[0].time).toMatch(/^\d{4}-\d\d-\d\dT/);
});
