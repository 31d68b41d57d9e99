import { expect, test } from "vitest";
import { StepListError } from "../../loaders/pipeline/check.ts";
import { step } from "../../loaders/pipeline/step.ts";
import { threeSteps } from "./three-steps.ts";
import { emptyWorkspace, studyWorkspace, type Workspace } from "./workspace.ts";

type Files = Record<string, string | string[]>;

function declared(name: string, reads: Files, writes: Record<string, string>) {
  return step({
    name,
    reads,
    writes,
    code: ["one.ts"],
    run: () => Promise.reject(new Error("ran")),
  });
}

function workspaceWithCode(): Workspace {
  const workspace = emptyWorkspace();
  workspace.write("one.ts", "");
  workspace.write("in.txt", "");
  return workspace;
}

test("an unknown forced name is answered with the known ones, and nothing runs", async () => {
  const workspace = studyWorkspace();
  await expect(workspace.run(threeSteps(), ["anotate"])).rejects.toThrow(
    'found no step "anotate", expected one of: corpus, annotate, publish',
  );
  expect(Object.keys(workspace.all()).some((path) => path.startsWith("derived/"))).toBe(false);
});

test.each([
  ["two steps of one name", { b: "b.txt" }, "a", "found two steps named a"],
  ["the same output", { a: "x/../a.txt" }, "b", "found two outputs at a.txt (a and b)"],
  ["an output where a sidecar stands", { b: "a.txt.json" }, "b", "the other's sidecar"],
  ["an output inside another", { b: "dir/b.txt" }, "b", "found dir and dir/b.txt (a and b): one lies inside"],
])("%s", async (_, writes, name, message) => {
  const workspace = workspaceWithCode();
  const steps = [declared("a", {}, { a: "a.txt", dir: "dir/" }), declared(name, {}, writes)];
  const run = workspace.run(steps);
  await expect(run).rejects.toThrow(StepListError);
  await expect(run).rejects.toThrow(message);
});

test.each([
  ["a file", "b.txt", { b: "b.txt" }],
  ["a file by a glob", "*.txt", { b: "b.txt" }],
  ["a directory", "dir/", { b: "dir/" }],
  ["a file in a directory", "dir/x.txt", { b: "dir/" }],
  ["files in a directory by braces", "{dir,other}/*.txt", { b: "dir/" }],
])("reading %s that a later step writes is an error of order", async (_, pattern, writes) => {
  const workspace = workspaceWithCode();
  const steps = [declared("a", { role: pattern }, { a: "a.out" }), declared("b", {}, writes)];
  await expect(workspace.run(steps)).rejects.toThrow(
    /step a, role role: found .*, which b writes, which stands later; expected only files of earlier steps/,
  );
});

test("a step that reads its own output is an error", async () => {
  const workspace = workspaceWithCode();
  await expect(workspace.run([declared("a", { role: "a.txt" }, { a: "a.txt" })])).rejects.toThrow(
    "which the step itself writes",
  );
});

test("a wide glob meets a later output only if its files are there, and `!` takes them out", async () => {
  const workspace = workspaceWithCode();
  workspace.write("src/page.sql", "");
  const later = declared("b", {}, { b: "src/data/" });
  await expect(workspace.run([declared("a", { q: "src/**/*.sql" }, { a: "a" }), later])).rejects.toThrow(
    "a: ran",
  );
  workspace.write("src/data/copy.sql", "");
  await expect(workspace.run([declared("a", { q: "src/**/*.sql" }, { a: "a" }), later])).rejects.toThrow(
    'found src/data/copy.sql, which b writes, which stands later; expected only files of earlier steps: change the order, or add "!src/data/" to the role',
  );
  const excepting = declared("a", { q: ["src/**/*.sql", "!src/data/"] }, { a: "a" });
  await expect(workspace.run([excepting, later])).rejects.toThrow("a: ran");
});

test("reads that match no file are all named before anything runs", async () => {
  const workspace = workspaceWithCode();
  const steps = [
    declared("a", { good: "in.txt", bad: ["in.txt", "none/*.csv"] }, { a: "a.txt" }),
    declared("b", { worse: "gone.txt" }, { b: "b.txt" }),
  ];
  await expect(workspace.run(steps)).rejects.toThrow(
    [
      'step a, role bad: found no file for "none/*.csv", expected at least one; check the path, or call the role "bad?" if it may be empty',
      'step b, role worse: found no file for "gone.txt", expected at least one; check the path, or call the role "worse?" if it may be empty',
    ].join("\n"),
  );
});

test("a directory read without its slash is told", async () => {
  const workspace = workspaceWithCode();
  workspace.write("raw/x.txt", "");
  await expect(workspace.run([declared("a", { raw: "raw" }, { a: "a" })])).rejects.toThrow(
    'it is a directory: write "raw/" for all files below it',
  );
});

test("an optional role may be empty, and loses its question mark", async () => {
  const workspace = workspaceWithCode();
  let seen: unknown;
  const steps = [
    step({
      ...declared("a", { "lexicon?": "lexicons/*.yml", all: "*.txt" }, { a: "a.out" }),
      run: (context) => {
        seen = Object.keys(context.inputs);
        return Promise.reject(new Error(String(context.inputs.lexicon!.length)));
      },
    }),
  ];
  await expect(workspace.run(steps)).rejects.toThrow("a: 0");
  expect(seen).toEqual(["lexicon", "all"]);
});

test("a read of an earlier step's directory that stays empty fails at that step", async () => {
  const workspace = workspaceWithCode();
  const steps = [
    step({ ...declared("a", {}, { dir: "dir/" }), run: async () => ({ rowsIn: 0, rowsOut: 0 }) }),
    declared("b", { parts: "dir/*.txt" }, { b: "b.txt" }),
  ];
  await expect(workspace.run(steps)).rejects.toThrow('b: role parts: found no file for "dir/*.txt"');
});

test("a step without name, output or code is refused where it is declared", () => {
  const run = async () => ({ rowsIn: 0, rowsOut: 0 });
  const whole = { name: "a", reads: {}, writes: { a: "a" }, code: ["a.ts"], run };
  expect(() => step({ ...whole, name: "a b" })).toThrow('found a step named "a b"');
  expect(() => step({ ...whole, writes: {} })).toThrow("step a: found no output");
  expect(() => step({ ...whole, code: [] })).toThrow("step a: found no code");
});

test("params that are not JSON are refused with their place", async () => {
  const workspace = studyWorkspace();
  await expect(workspace.run(threeSteps({ from: [new Date()] }))).rejects.toThrow(
    "corpus: params.from[0]: found a Date, expected JSON",
  );
});
