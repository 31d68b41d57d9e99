import { expect, test } from "vitest";
import { codeGraph } from "../../loaders/pipeline/code-graph.ts";
import { emptyWorkspace } from "./workspace.ts";

test("code is followed through static, dynamic and templated imports, data included", async () => {
  const workspace = emptyWorkspace();
  workspace.write(
    "stage/entry.ts",
    [
      'import "node:fs";',
      'import "fs/promises";',
      'import type { Shape } from "./shape.ts";',
      'import { static1 } from "./static.ts";',
      'import unused from "./table.json" with { type: "json" };',
      'import thing from "@scope/thing/part";',
      'export const lazy = () => import("./lazy.ts");',
      `export const chart = (kind: string) => import(\`./charts/\${kind}.ts\`);`,
      "export const computed = (path: string) => import(path);",
      "export const top = await Promise.resolve(1);",
    ].join("\n"),
  );
  workspace.write("stage/shape.ts", "export type Shape = string;");
  workspace.write("stage/static.ts", 'export * from "../shared.ts";');
  workspace.write("shared.ts", "export const static1 = 1;");
  workspace.write("stage/table.json", "{}");
  workspace.write("stage/lazy.ts", 'import "plain-package";');
  workspace.write("stage/charts/bar.ts", "export {};");
  workspace.write("stage/other.ts", 'import "./lazy.ts";');
  workspace.write("node_modules/@scope/thing/package.json", '{"version": "2.0.1"}');
  const graph = await codeGraph(["stage/entry.ts", "stage/other.ts", "stage/entry.ts"], workspace.root);
  expect(graph.get("stage/entry.ts")).toEqual({
    files: [
      "shared.ts",
      "stage/charts/bar.ts",
      "stage/entry.ts",
      "stage/lazy.ts",
      "stage/static.ts",
      "stage/table.json",
    ],
    packages: { "@scope/thing": "2.0.1", "plain-package": "not installed" },
  });
  expect(graph.get("stage/other.ts")!.files).toEqual(["stage/lazy.ts", "stage/other.ts"]);
});

test("modules that import each other are followed once", async () => {
  const workspace = emptyWorkspace();
  workspace.write("a.ts", 'import "./b.ts";');
  workspace.write("b.ts", 'import "./a.ts";');
  expect((await codeGraph(["a.ts"], workspace.root)).get("a.ts")!.files).toEqual(["a.ts", "b.ts"]);
});

test("a module that is not there, or can't be read, is named with its line", async () => {
  const workspace = emptyWorkspace();
  workspace.write("bad.ts", "\nconst = 1;");
  workspace.write("lost.ts", '\n\nimport "./gone.ts";');
  await expect(codeGraph(["none.ts"], workspace.root)).rejects.toThrow("found no module none.ts");
  await expect(codeGraph(["bad.ts"], workspace.root)).rejects.toThrow("bad.ts:2: Expected identifier");
  await expect(codeGraph(["lost.ts"], workspace.root)).rejects.toThrow(
    'lost.ts:3: Could not resolve "./gone.ts"',
  );
});
