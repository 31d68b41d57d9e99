/**
 * The finding pages and the front page in Chromium at slow 4G (1.6 Mbit/s, 150 ms) and a quarter of the processor, served
 * as Brotli: weight before interaction, largest paint, layout shift, longest task; medians of three visits. Aims: 250 kB,
 * 1.5 s, 0.02, 100 ms. Needs `npm run build` and a Chromium.
 */

import { findChromium, launch } from "../browser/browser.ts";
import { loadPage, type PageLoad } from "../browser/page-load.ts";
import { serveCompressed } from "../browser/serve-compressed.ts";
import { dist, htmlPages } from "../browser/site-pages.ts";

const pages = htmlPages(dist).filter((path) => /^(index\.html|((ru|kk)\/)?findings\/)/.test(path));
const median = (values: number[]) => [...values].sort((a, b) => a - b)[values.length >> 1]!;
const site = await serveCompressed(dist);
const browser = await launch(findChromium()!);
process.stdout.write(
  "page                                   kB  paint ms   shift  longest task ms  parts kB\n",
);
for (const path of pages) {
  const visits: PageLoad[] = [];
  for (let visit = 0; visit < 3; visit++)
    visits.push(await loadPage(browser, site.url + path, { slow: true, width: 412 }));
  const of = (take: (visit: PageLoad) => number) => median(visits.map(take));
  const parts = Object.entries(visits[0]!.parts).map(([type, size]) => `${type} ${(size / 1000).toFixed(0)}`);
  process.stdout.write(
    `${path.padEnd(36)} ${(of(({ bytes }) => bytes) / 1000).toFixed(0).padStart(4)} ${of(({ paint }) => paint)
      .toFixed(0)
      .padStart(9)} ${of(({ shift }) => shift)
      .toFixed(4)
      .padStart(7)} ${of(({ longestTask }) => longestTask)
      .toFixed(0)
      .padStart(16)}  ${parts.join(", ")}\n`,
  );
}
await browser.close();
await site.close();
