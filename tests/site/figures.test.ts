import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { expect, test } from "vitest";

const folder = "src/data/figures";
const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
  file.endsWith(".svg"),
);

test("every drawn figure is an SVG that stands by itself: valid XML, with a title", () => {
  expect(files.length).toBeGreaterThan(20);
  for (const file of files) {
    const { document } = new JSDOM(readFileSync(join(folder, file), "utf8"), {
      contentType: "image/svg+xml",
    }).window;
    expect(document.documentElement.localName, file).toBe("svg");
    expect(document.documentElement.querySelector("title")?.textContent, file).not.toBe("");
  }
});
