import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const queries = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".sql") && !file.startsWith("tables") && !file.startsWith("data"))
  .map((file): [file: string, text: string] => [file, readFileSync(join("src", file), "utf8")])
  .filter(([, text]) => /^-- {3}(?:\w+_)?word: \[id, "?the dictionary form/mu.test(text));

describe("charts of words", () => {
  it("are those of the word pages", () => {
    expect(queries.length).toBeGreaterThanOrEqual(5);
  });

  it.each(queries)("%s labels marks by what somebody wrote, not by the dictionary form", (_, text) => {
    expect(text).toMatch(/^-- {3}(?:\w+_)?surface: /mu);
    const chart = /^-- chart: (.*)$/mu.exec(text)?.[1];
    if (chart !== undefined) expect(chart).not.toMatch(/(?:label|source|target): \w*word\b/u);
  });
});
