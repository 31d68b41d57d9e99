/**
 * The explorer on 100,000 cells in Chromium, on a built site: from navigation to the first counts, and from each change
 * of a filter to the page rewritten and painted, with the work of the page's thread in between. Needs `npm run build` and a Chromium. Ends with code 1 where a median
 * is over its limit.
 */

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { seeded } from "../../loaders/random.ts";
import { findChromium, launch, look } from "../browser/browser.ts";
import { serve } from "../browser/serve.ts";
import { dist } from "../browser/site-pages.ts";
import { frameWork } from "./frame-work.ts";
import { within } from "./limits.ts";

const size = 100_000;
const real = JSON.parse(readFileSync(join(dist, "data/explorer/explorer.json"), "utf8"));
const random = seeded(1, "explorer bench");
const codes = (values: number, withheld: boolean) =>
  Array.from(
    { length: size },
    () => Math.floor(random() * (values + (withheld ? 1 : 0))) + (withheld ? 0 : 1),
  );
const columns = {
  corpus: codes(real.dimensions.corpus.length, false),
  scope: codes(real.dimensions.scope.length, false),
  platform: codes(real.dimensions.platform.length, true),
  language: codes(real.dimensions.language.length, true),
  map_unit: codes(real.dimensions.map_unit.length, true),
  quarter: codes(real.dimensions.quarter.length, true),
  topics: codes(real.topic_sets.length, true),
  stories: Array.from({ length: size }, () => 5 + Math.floor(random() * 20)),
};
/** What tables would publish of a mark, by corpus, scope and value: the cells' own counts, withheld marks left out. */
const publishedBy = (mark: "language" | "map_unit" | "quarter") => {
  const counts: number[][][] = real.dimensions.corpus.map(() =>
    real.dimensions.scope.map(() => real.dimensions[mark].map(() => 0)),
  );
  for (let at = 0; at < size; at++) {
    const value = columns[mark][at]!;
    if (value > 0)
      counts[columns.corpus[at]! - 1]![columns.scope[at]! - 1]![value - 1]! += columns.stories[at]!;
  }
  return counts;
};
const body = JSON.stringify({
  ...real,
  columns,
  published: {
    alone: {
      language: publishedBy("language"),
      map_unit: publishedBy("map_unit"),
      quarter: publishedBy("quarter"),
    },
    by_topic: {},
  },
  stories: columns.stories.reduce((a, b) => a + b, 0),
});

// A copy of the site, so that the file comes as a file server sends it.
const folder = mkdtempSync(join(tmpdir(), "explorer-bench-"));
cpSync(dist, folder, { recursive: true, filter: (file) => !file.startsWith(join(dist, "engine")) });
writeFileSync(join(folder, "data/explorer/explorer.json"), body);
const site = await serve(folder);
const browser = await launch(findChromium()!);
const firsts: number[] = [];
const filters: number[] = [];
const painted: number[] = [];
const works: number[] = [];
for (let run = 0; run < 8; run++) {
  const context = await look(browser);
  const page = await context.newPage();
  await page.goto(`${site.url}explore.html`, { waitUntil: "load" });
  await page.locator(".explorer-sum").waitFor();
  firsts.push(await page.evaluate(() => performance.getEntriesByName("explorer:shown")[0]!.startTime));
  // On every second run the page is traced, which makes it slower.
  const session = run % 2 === 0 ? undefined : await context.newCDPSession(page);
  const choose = (place: number) =>
    page.evaluate(
      (at) =>
        new Promise<number>((resolve) => {
          const select = document.querySelectorAll<HTMLSelectElement>(".explorer-choose select")[at]!;
          const before = performance.now();
          select.selectedIndex = 1;
          select.dispatchEvent(new Event("change", { bubbles: true }));
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - before)));
        }),
      place,
    );
  for (const place of [2, 3, 4, 5, 0]) {
    if (session === undefined) painted.push(await choose(place));
    else works.push(await frameWork(session, "change", () => choose(place)));
    await page.waitForTimeout(50);
  }
  if (session !== undefined) {
    await context.close();
    continue;
  }
  filters.push(
    ...(await page.evaluate(() =>
      performance.getEntriesByName("explorer:filtered").map(({ duration }) => duration),
    )),
  );
  await context.close();
}
await browser.close();
await site.close();
rmSync(folder, { recursive: true });
process.stdout.write(`${size} cells, ${(body.length / 1e6).toFixed(1)} MB of JSON\n`);
process.exitCode = within([
  { what: "first counts after navigation", values: firsts, limit: 400 },
  { what: "a filter, counted and written to the page", values: filters, limit: 16 },
  { what: "a filter, work of the page's thread until the frame is handed on", values: works, limit: 16 },
  { what: "a filter, until the next frame is painted, with the wait for it", values: painted },
])
  ? 0
  : 1;
