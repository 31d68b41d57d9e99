import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright-core";
import { drawAll } from "./draw-all.ts";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** WCAG 2.2 at level AA is all of these, and what axe knows as good practice besides. */
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Rows of a table that are read: more are of the same make, and thousands of cells take a minute. */
const rowsRead = 25;

/** Takes the rows out that would only be more of the same. */
export async function shortenTables(page: Page): Promise<void> {
  await page.evaluate((rows) => {
    for (const body of document.querySelectorAll("tbody"))
      for (const row of [...body.rows].slice(rows)) row.remove();
  }, rowsRead);
}

/** What axe finds on a page, or in a part of it, at every impact: one line a fault, with the element and what is wrong with it. */
export async function accessibilityFaults(page: Page, part = "html"): Promise<string[]> {
  // By guessed heights figures far from the window lie on each other, as no reader sees them.
  await drawAll(page);
  await page.evaluate(source);
  const { violations } = await page.evaluate(
    ([part, tags]) =>
      (
        globalThis as unknown as { axe: { run(part: string, options: RunOptions): Promise<AxeResults> } }
      ).axe.run(part, {
        runOnly: { type: "tag", values: tags },
        // Details of what is right cost two thirds of the time.
        resultTypes: ["violations"],
      }),
    [part, tags] as const,
  );
  return violations.flatMap(({ id, impact, nodes }) =>
    nodes.map((node) => `${id} (${impact}): ${node.html.slice(0, 200)} ${node.failureSummary}`),
  );
}
