import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { expandBraces, glob, matchesGlob } from "../../loaders/pipeline/glob.ts";
import { emptyWorkspace } from "./workspace.ts";

const files = [
  "a.csv",
  "a.tmp",
  ".hidden",
  "b/a.csv",
  "b/c/a.sql",
  "b/c/[x].sql",
  "b/.git/a.sql",
  "z+1/Ә.csv",
];

test.each([
  ["*", ["a.csv"]],
  ["*.csv", ["a.csv"]],
  ["**", ["a.csv", "b/a.csv", "b/c/[x].sql", "b/c/a.sql", "z+1/Ә.csv"]],
  ["**/*.csv", ["a.csv", "b/a.csv", "z+1/Ә.csv"]],
  ["**/a.*", ["a.csv", "b/a.csv", "b/c/a.sql"]],
  ["b/**", ["b/a.csv", "b/c/[x].sql", "b/c/a.sql"]],
  ["b/**/**/*.sql", ["b/c/[x].sql", "b/c/a.sql"]],
  ["*/c/*", ["b/c/[x].sql", "b/c/a.sql"]],
  ["{a,none}.csv", ["a.csv"]],
  ["b/{a.csv,c/{a,[x]}.sql}", ["b/a.csv", "b/c/[x].sql", "b/c/a.sql"]],
  ["z+1/*", ["z+1/Ә.csv"]],
  [".hidden", [".hidden"]],
  ["b/.*/*", ["b/.git/a.sql"]],
  ["*.tmp", ["a.tmp"]],
  ["b", []],
  ["none/**/*.csv", []],
])("%s", (pattern, expected) => {
  const workspace = emptyWorkspace();
  for (const file of files) workspace.write(file, "");
  expect(glob(pattern, workspace.root)).toEqual(expected);
  for (const file of expected) expect(matchesGlob(pattern, file)).toBe(true);
});

test("a link to a folder around it does not go on for ever", () => {
  const workspace = emptyWorkspace();
  workspace.write("a/b/x.csv", "");
  symlinkSync(workspace.root, join(workspace.root, "a/b/up"));
  symlinkSync(join(workspace.root, "a"), join(workspace.root, "other"));
  expect(glob("**/*.csv", workspace.root)).toEqual(["a/b/x.csv", "other/b/x.csv"]);
});

test("braces", () => {
  expect(expandBraces("a{b,c{d,e}}f")).toEqual(["abf", "acdf", "acef"]);
  expect(expandBraces("{a}{b,}{")).toEqual(["{a}b{", "{a}{"]);
});

test("matching a path", () => {
  expect(matchesGlob("a/**/b", "a/b")).toBe(true);
  expect(matchesGlob("a/*/b", "a/b")).toBe(false);
  expect(matchesGlob("*.csv", "a/b.csv")).toBe(false);
  expect(matchesGlob("a.csv", "aXcsv")).toBe(false);
});
