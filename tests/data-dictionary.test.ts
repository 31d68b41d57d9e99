import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { dataDictionary } from "../loaders/data-dictionary.ts";

test("docs/data-dictionary.md is what the code says; npm run docs writes it", () => {
  expect(readFileSync("docs/data-dictionary.md", "utf8")).toBe(dataDictionary());
});
