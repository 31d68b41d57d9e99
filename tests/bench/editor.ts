/**
 * The query editor in Chromium, on a built site: from the click to the first answer, and later answers on a table of
 * 30,000 rows. Needs `npm run build` and a Chromium. Ends with code 1 where a median is over its limit.
 */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Int32, Table, tableToIPC, Utf8, vectorFromArray } from "apache-arrow";
import { findChromium, launch, look } from "../browser/browser.ts";
import { serve } from "../browser/serve.ts";
import { dist, htmlPages } from "../browser/site-pages.ts";
import { within } from "./limits.ts";

const rows = 30_000;
const table = new Table({
  id: vectorFromArray(
    Array.from({ length: rows }, (_, at) => `unit-${at % 20}`),
    new Utf8(),
  ),
  name: vectorFromArray(
    Array.from({ length: rows }, (_, at) => `name ${at % 500}`),
    new Utf8(),
  ),
  population: vectorFromArray(
    Array.from({ length: rows }, (_, at) => (at * 7919) % 1000),
    new Int32(),
  ),
});
const stream = Buffer.from(tableToIPC(table, "stream"));

const path = htmlPages(dist).find((page) =>
  readFileSync(join(dist, page), "utf8").includes('<p class="run"'),
)!;
const site = await serve(dist);
const browser = await launch(findChromium()!);
const firsts: number[] = [];
const laters: number[] = [];
for (let run = 0; run < 5; run++) {
  const context = await look(browser);
  const page = await context.newPage();
  await page.route("**/data/tables/map_units.arrow", (route) =>
    route.fulfill({ body: stream, contentType: "application/octet-stream" }),
  );
  await page.goto(site.url + path, { waitUntil: "load" });
  const button = page.locator(".run button").first();
  await button.evaluate((element) => {
    for (let up: Element | null = element; up; up = up.parentElement) {
      if (up instanceof HTMLDetailsElement) up.open = true;
    }
  });
  firsts.push(
    await button.evaluate(
      (element: HTMLButtonElement) =>
        new Promise<number>((resolve) => {
          const before = performance.now();
          new MutationObserver((_, observer) => {
            if (!document.querySelector(".run-rows, .editor-error:not([hidden])")) return;
            observer.disconnect();
            resolve(performance.now() - before);
          }).observe(document.body, { childList: true, subtree: true });
          element.click();
        }),
    ),
  );
  const area = page.locator(".editor textarea");
  for (let turn = 0; turn < 6; turn++) {
    await area.fill(
      `select id, count(*) as n, sum(population) as total, median(population) as middle, count(distinct name) as names from map_units where population > ${turn} group by id order by id`,
    );
    const taken = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const before = performance.now();
          const rowsBox = document.querySelector(".run-rows")!.parentElement!;
          new MutationObserver((_, observer) => {
            observer.disconnect();
            resolve(performance.now() - before);
          }).observe(rowsBox, { childList: true });
          document.querySelector<HTMLButtonElement>(".editor-buttons button")!.click();
        }),
    );
    // The first one fetches the table.
    if (turn > 0) laters.push(taken);
  }
  await context.close();
}
await browser.close();
await site.close();
process.exitCode = within([
  { what: "first answer after the click", values: firsts, limit: 2000 },
  { what: `later answers on ${rows} rows`, values: laters, limit: 50 },
])
  ? 0
  : 1;
