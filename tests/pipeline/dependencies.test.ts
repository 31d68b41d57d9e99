import { expect, test } from "vitest";
import { stepDependencies } from "../../loaders/pipeline/dependencies.ts";
import { step } from "../../loaders/pipeline/step.ts";
import { threeSteps } from "./three-steps.ts";
import { emptyWorkspace, studyWorkspace } from "./workspace.ts";

const one = (name: string, reads: Record<string, string | string[]>, ...writes: string[]) =>
  step({
    name,
    reads,
    writes: Object.fromEntries(writes.map((path, index) => [`out${index}`, path])),
    code: ["code.ts"],
    run: async () => ({ rowsIn: 0, rowsOut: 0 }),
  });

const dependencies = (...steps: ReturnType<typeof one>[]) =>
  stepDependencies(steps, emptyWorkspace().root).map((places) => [...places].map((at) => steps[at]!.name));

test("a step waits for those whose outputs it reads, by path or glob, and for no other", () => {
  expect(stepDependencies(threeSteps(), studyWorkspace().root)).toEqual([
    new Set(),
    new Set([0]),
    new Set([1]),
  ]);
  expect(
    dependencies(
      one("a", { in: "raw/**" }, "derived/a.txt"),
      one("b", { in: "raw/**" }, "derived/b.txt", "derived/c.txt"),
      one("d", { "maybe?": "derived/c.txt" }, "derived/d.txt"),
      one("e", { all: ["derived/*.txt", "!derived/b.txt", "!derived/c.txt"] }, "derived/e/e.txt"),
    ),
  ).toEqual([[], [], ["b"], ["a", "d"]]);
});

test("a step that reads in a directory waits for who writes it, and one that reads a sidecar for its step", () => {
  expect(
    dependencies(
      one("a", {}, "derived/a/"),
      one("b", {}, "derived/b/"),
      one("c", { in: "derived/a/**/*.json" }, "derived/c.txt"),
      one("d", { in: "derived/" }, "out/d.txt"),
      one("e", { in: "derived/c.txt.json" }, "out/e.txt"),
    ),
  ).toEqual([[], [], ["a"], ["a", "b", "c"], ["c"]]);
});
