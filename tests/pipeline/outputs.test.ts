import { existsSync, mkdirSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readSidecars } from "../../loaders/pipeline/provenance.ts";
import { runSteps } from "../../loaders/pipeline/run.ts";
import { type StepDefinition, step } from "../../loaders/pipeline/step.ts";
import { threeSteps } from "./three-steps.ts";
import { emptyWorkspace, studyWorkspace } from "./workspace.ts";

function oneStep(run: StepDefinition["run"], writes: Record<string, string> = { out: "out.txt" }) {
  return [step({ name: "one", reads: {}, writes, code: ["one.ts"], run })];
}

test("a directory is replaced whole: what the step no longer writes is gone", async () => {
  const workspace = studyWorkspace();
  await workspace.run(threeSteps());
  expect(Object.keys(workspace.all("src/data/results"))).toHaveLength(6);
  workspace.write("raw/a.txt", "school\n");
  await workspace.run(threeSteps());
  expect(Object.keys(workspace.all("src/data/results"))).toHaveLength(4);
  expect(Object.keys(workspace.all("src"))).toContain("src/data/results.json");
});

test("a file edited, added or removed in a directory output is noticed; a hidden one is not", async () => {
  const workspace = studyWorkspace();
  await workspace.run(threeSteps());
  const edits: (() => void)[] = [
    () => workspace.write("src/data/results/rows/0.txt", "edited"),
    () => workspace.write("src/data/results/extra.txt", ""),
    () => rmSync(join(workspace.root, "src/data/results/rows/1.txt")),
  ];
  for (const edit of edits) {
    edit();
    expect((await workspace.run(threeSteps())).lines[2]).toBe("publish: output was edited");
  }
  workspace.write("src/data/results/.DS_Store", "");
  expect((await workspace.run(threeSteps())).lines[2]).toBe("publish: fresh");
});

test("what steps leave in the folder for all of them goes with the run, and what a killed run left with the next", async () => {
  const workspace = emptyWorkspace();
  workspace.write("one.ts", "");
  let folder = "";
  const found: boolean[] = [];
  const steps = oneStep(async ({ outputs, scratch }) => {
    folder = scratch;
    found.push(existsSync(join(scratch, "left")));
    writeFileSync(join(scratch, "left"), "");
    writeFileSync(outputs.out!, "out");
    return { rowsIn: 0, rowsOut: 0 };
  });
  await workspace.run(steps);
  expect(existsSync(folder)).toBe(false);
  mkdirSync(folder);
  writeFileSync(join(folder, "left"), "");
  await workspace.run(steps, ["one"]);
  expect(found).toEqual([false, false]);
  expect(existsSync(folder)).toBe(false);
});

test("a file in the place of a directory, and the other way round, is replaced", async () => {
  const workspace = studyWorkspace();
  workspace.write("src/data/results", "a file");
  workspace.write("derived/posts.txt/inside.txt", "a directory");
  await workspace.run(threeSteps());
  expect(workspace.read("derived/posts.txt")).toContain("autism school");
  expect(workspace.read("src/data/results/rows/0.txt")).toBe("true");
});

test("an output with the same bytes keeps its file, and with it its date", async () => {
  const workspace = studyWorkspace();
  await workspace.run(threeSteps());
  const before = statSync(join(workspace.root, "derived/posts.txt"));
  await workspace.run(threeSteps(), ["corpus"]);
  expect(statSync(join(workspace.root, "derived/posts.txt")).ino).toBe(before.ino);
});

test("what a writer leaves beside its output goes away with the work folder", async () => {
  const workspace = emptyWorkspace();
  workspace.write("one.ts", "");
  const steps = oneStep(async ({ outputs }) => {
    writeFileSync(outputs.out!, "done");
    writeFileSync(`${outputs.out}.part`, "left");
    return { rowsIn: 0, rowsOut: 1 };
  });
  await workspace.run(steps);
  expect(Object.keys(workspace.all())).toEqual(["log/run.log", "one.ts", "out.txt", "out.txt.json"]);
});

test("a failing step stops the run, keeps what was there, and leaves nothing half-written", async () => {
  const workspace = studyWorkspace();
  const [corpus, annotate, publish] = threeSteps();
  await workspace.run([corpus!, annotate!, publish!]);
  const before = workspace.all("derived");
  workspace.write("raw/b.txt", "school\n");
  const failing = {
    ...annotate!,
    async run({ outputs }: Parameters<StepDefinition["run"]>[0]) {
      writeFileSync(outputs.annotations!, "half");
      throw new Error("found a broken row");
    },
  };
  await expect(workspace.run([corpus!, failing, publish!])).rejects.toThrow("annotate: found a broken row");
  const after = workspace.all("derived");
  expect(after["derived/posts.txt"]).not.toBe(before["derived/posts.txt"]);
  expect(after["derived/annotations.txt"]).toBe(before["derived/annotations.txt"]);
  expect(Object.keys(after)).toEqual(Object.keys(before));
  expect(workspace.read("log/run.log")).toContain('"outcome":"failed"');
  const { lines } = await workspace.run([corpus!, annotate!, publish!]);
  expect(lines.slice(0, 2)).toEqual(["corpus: fresh", "annotate: posts.txt changed"]);
});

test("a step that does not write what it declares fails", async () => {
  const workspace = emptyWorkspace();
  workspace.write("one.ts", "");
  const nothing = oneStep(async () => ({ rowsIn: 0, rowsOut: 0 }));
  await expect(workspace.run(nothing)).rejects.toThrow(
    "one: found no file at outputs.out after the step, expected it to write out.txt",
  );
  expect(existsSync(join(workspace.root, "out.txt.json"))).toBe(false);
});

test("a report that is no count of rows fails", async () => {
  const workspace = emptyWorkspace();
  workspace.write("one.ts", "");
  const steps = oneStep(async ({ outputs }) => {
    writeFileSync(outputs.out!, "");
    return { rowsIn: 1, rowsOut: Number.NaN };
  });
  await expect(workspace.run(steps)).rejects.toThrow("one: found rowsOut NaN");
});

test("sidecars of two roots are the same to the byte, and hold no absolute path", async () => {
  const first = studyWorkspace();
  const second = studyWorkspace();
  await first.run(threeSteps({ a: 1 }));
  await second.run(threeSteps({ a: 1 }));
  expect(second.all("derived")).toEqual(first.all("derived"));
  expect(second.all("src")).toEqual(first.all("src"));
  expect(JSON.stringify(first.all("derived"))).not.toContain(first.root);
  expect(first.read("derived/posts.txt.json")).toMatchInlineSnapshot(`
    "{
      "format": 1,
      "step": "corpus",
      "sha256": "19885435894b26349f93b8f567ed4cca625f4e7c6df2d9944f83d09c8f157638",
      "bytes": 38,
      "rowsIn": 4,
      "rowsOut": 3,
      "setAside": {
        "empty": 1
      },
      "inputs": {
        "captures": {
          "raw/a.txt": "565d4077fbd710def6359bdd40b17b2492ad05370d0d274c7c00649bbd07a2ea",
          "raw/b.txt": "f95e5ee8447b41d86019725670223b563bac6d2e44d13cbebbb2565d14cb27c6"
        }
      },
      "params": {
        "a": 1
      },
      "code": {
        "files": {
          "loaders/corpus.ts": "43ec007dcc7402eea8841288dc3946ce33a34db22e1ecb8225a6a4370906cad3",
          "loaders/deep/one.ts": "7a51d5c520e5f2c6866ba4cac2e2f270cbb1eeee8aeea445c11e188e6041a3f7",
          "loaders/deep/two.ts": "3fab699ca9e644ab4a21122bc7657be71b3e1ee800af110782e77da5fb6bc23b"
        },
        "packages": {}
      }
    }
    "
  `);
});

test("files outside the root appear as ../", async () => {
  const workspace = emptyWorkspace();
  workspace.write("beside/in.txt", "x");
  workspace.write("root/one.ts", "");
  mkdirSync(join(workspace.root, "root"), { recursive: true });
  symlinkSync(join(workspace.root, "beside"), join(workspace.root, "root/linked"));
  const steps = [
    step({
      name: "one",
      reads: { outside: "../beside/*.txt", linked: "linked/**", absolute: join(workspace.root, "beside/") },
      writes: { out: "../out.txt" },
      code: ["one.ts"],
      async run({ inputs, outputs }) {
        writeFileSync(outputs.out!, String(Object.values(inputs).flat().length));
        return { rowsIn: 0, rowsOut: 0 };
      },
    }),
  ];
  const root = join(workspace.root, "root");
  await runSteps(steps, { root, lockFile: "lock", logFile: "log", print: () => {} });
  expect(workspace.read("out.txt")).toBe("3");
  const { inputs } = JSON.parse(workspace.read("out.txt.json"));
  expect(Object.values(inputs).map((files) => Object.keys(files as object))).toEqual([
    ["../beside/in.txt"],
    ["linked/in.txt"],
    ["../beside/in.txt"],
  ]);
});

test("readSidecars gives the provenance of every step that has run", async () => {
  const workspace = studyWorkspace();
  const steps = threeSteps({ a: 1 });
  expect(readSidecars(steps, workspace.root)).toEqual([]);
  await workspace.run(steps);
  const provenance = readSidecars(steps, workspace.root);
  expect(provenance.map(({ name }) => name)).toEqual(["corpus", "annotate", "publish"]);
  expect(provenance[1]).toMatchObject({
    report: { rowsIn: 3, rowsOut: 3, setAside: {} },
    provenance: {
      // printf 'school: school\n' | sha256sum
      inputs: {
        topics: { "study/topics.yml": "74761e0be0c74ed163f006a74771e731c05287498bb1cff50fd22787af462678" },
      },
      code: { packages: {} },
    },
    outputs: [
      { role: "annotations", path: "derived/annotations.txt", bytes: 16 },
      { role: "terms", path: "derived/terms.txt", bytes: 6 },
    ],
  });
  expect(provenance[2]!.outputs[0]!.path).toBe("src/data/results/");
  // printf '%s' '{"a":1}' | sha256sum
  expect(provenance[0]!.paramsSha256).toBe(
    "015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862",
  );
});
