import { appendFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { contents, reasons, Workspace } from "./workspace.ts";

let workspace: Workspace;
let first: ReturnType<Workspace["run"]>;

beforeAll(() => {
  workspace = new Workspace();
  first = workspace.run("build");
});
afterAll(() => workspace.remove());

/** Steps that ran, and whether their bytes stayed. */
function ran(lines: readonly string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(reasons(lines)).filter(([, reason]) => reason !== "fresh"));
}

describe("the demo in a copy of the workspace", () => {
  test("builds, and a second run finds every step fresh", () => {
    expect(first.errors).not.toContain("Error");
    expect(first.code).toBe(0);
    expect(Object.values(reasons(first.lines)).every((reason) => reason === "never run")).toBe(true);
    const again = workspace.run("data");
    expect(again.code).toBe(0);
    expect(Object.keys(reasons(again.lines)).length).toBeGreaterThan(15);
    expect(ran(again.lines)).toEqual({});
  });

  test("two clean builds give the same bytes", () => {
    const before = { data: contents(workspace.path("src/data")), dist: contents(workspace.path("dist")) };
    expect(Object.keys(before.dist).length).toBeGreaterThan(20);
    for (const folder of ["data/derived", "src/data", "dist", "src/.observablehq"]) {
      rmSync(workspace.path(folder), { recursive: true, force: true });
    }
    expect(workspace.run("build").code).toBe(0);
    expect(contents(workspace.path("src/data"))).toEqual(before.data);
    expect(contents(workspace.path("dist"))).toEqual(before.dist);
  });

  test("a comment changed in a loader reruns its step and stops there", () => {
    appendFileSync(workspace.path("loaders/annotate/gender.ts"), "// A remark.\n");
    const { lines, code } = workspace.run("data");
    expect(code).toBe(0);
    expect(ran(lines)).toEqual({ annotate: "code changed (loaders/annotate/gender.ts)" });
    expect(lines[lines.findIndex((line) => line.startsWith("annotate:")) + 1]).toContain("same result");
  });

  test("an edited topic parses no capture again", () => {
    const file = workspace.path("data/study/topics.yml");
    writeFileSync(file, readFileSync(file, "utf8").replace("ru: аутиз* OR", "ru: аутиз* OR аутичн* OR"));
    const steps = ran(workspace.run("data").lines);
    expect(Object.keys(steps).filter((step) => step.startsWith("corpus"))).toEqual([]);
    expect(steps.annotate).toContain("parameter changed (topics");
    expect(steps["statistics:study"]).toBe("topics.yml changed");
  });

  test("a post's text changed in a capture changes only what lies downstream of it", () => {
    const file = workspace.path("data/raw/demo/instagram/accounts-1.ndjson.gz");
    const lines = gunzipSync(readFileSync(file)).toString("utf8").split("\n");
    const at = lines.findIndex((line) => /"taken_at":\s*16[5-7]/.test(line) && line.includes('"caption"'));
    const record = JSON.parse(lines[at]!) as { data: { caption: { text: string } } };
    record.data.caption.text += " Аутизм.";
    lines[at] = JSON.stringify(record);
    writeFileSync(file, gzipSync(lines.join("\n")));
    const steps = ran(workspace.run("data").lines);
    expect(steps["corpus:instagram"]).toBe("accounts-1.ndjson.gz changed");
    expect(steps.corpus).toBe("instagram.posts.parquet changed");
    expect(steps.annotate).toBe("posts.parquet changed");
    const untouched = [
      "corpus:telegram",
      "corpus:web",
      "corpus:meltwater-general",
      "statistics:study",
      "publish:site",
    ];
    for (const step of untouched) expect(steps).not.toHaveProperty(step);
  });
});
