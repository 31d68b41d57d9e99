import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { jsonSchemas } from "../../loaders/study/schemas.ts";

test("the stored JSON Schemas are current (npm run docs writes them)", () => {
  const stored = readdirSync("data/study/schemas").map((name) => [
    name,
    readFileSync(`data/study/schemas/${name}`, "utf8"),
  ]);
  expect(Object.fromEntries(stored)).toEqual(jsonSchemas());
});

test.each([
  "study",
  "topics",
  "barriers",
  "programmes",
  "disabilities",
  "sources",
  "lexicons/gender",
  "lexicons/tone",
  "lexicons/places",
])("%s.yml tells editors its schema", (name) => {
  const file = `data/study/${name}.yml`;
  const schema = readFileSync(file, "utf8").match(/^# yaml-language-server: \$schema=(\S+)\n/)?.[1];
  expect(schema).toBeDefined();
  expect(Object.keys(jsonSchemas())).toContain(schema!.split("/").at(-1));
});
