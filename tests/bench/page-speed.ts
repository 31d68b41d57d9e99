/**
 * The finding pages and the front page in Chromium at slow 4G (1.6 Mbit/s, 150 ms) and a quarter of the processor, served
 * as Brotli: weight before interaction, largest paint, layout shift, longest task; medians of three visits. Ends with 1
 * where a median is over its limit. Other work on the machine slows paint and tasks: the load is printed. Needs
 * `npm run build` and a Chromium.
 */

import { availableParallelism, loadavg } from "node:os";
import { findChromium, launch } from "../browser/browser.ts";
import { loadPage, type PageLoad } from "../browser/page-load.ts";
import { serveCompressed } from "../browser/serve-compressed.ts";
import { dist, htmlPages } from "../browser/site-pages.ts";
import { median } from "./limits.ts";

/** Bytes over the wire, and the units of `PageLoad`. */
const limits = { bytes: 250_000, paint: 1500, shift: 0.02, longestTask: 100 } as const;
type Measure = keyof typeof limits;
const measures = Object.keys(limits) as Measure[];

const pages = htmlPages(dist).filter((path) => /^(index\.html|((ru|kk)\/)?findings\/)/.test(path));
const load = () => `load ${loadavg()[0]!.toFixed(1)} on ${availableParallelism()} cores`;
const site = await serveCompressed(dist);
const browser = await launch(findChromium()!);
const over: string[] = [];
process.stdout.write(
  `${load()}\npage                                   kB  paint ms   shift  longest task ms  parts kB\n`,
);
for (const path of pages) {
  const visits: PageLoad[] = [];
  for (let visit = 0; visit < 3; visit++)
    visits.push(await loadPage(browser, site.url + path, { slow: true, width: 412 }));
  const found = Object.fromEntries(
    measures.map((measure) => [measure, median(visits.map((visit) => visit[measure]))]),
  ) as Record<Measure, number>;
  const parts = Object.entries(visits[0]!.parts).map(([type, size]) => `${type} ${(size / 1000).toFixed(0)}`);
  process.stdout.write(
    `${path.padEnd(36)} ${(found.bytes / 1000).toFixed(0).padStart(4)} ${found.paint.toFixed(0).padStart(9)} ${found.shift
      .toFixed(4)
      .padStart(7)} ${found.longestTask.toFixed(0).padStart(16)}  ${parts.join(", ")}\n`,
  );
  for (const measure of measures)
    if (found[measure] >= limits[measure])
      over.push(
        `${path}: ${measure} ${found[measure].toFixed(measure === "shift" ? 4 : 0)}, limit ${limits[measure]}`,
      );
}
await browser.close();
await site.close();
process.stdout.write(`${load()}\n`);
if (over.length > 0) {
  process.stderr.write(`page-speed: over the limit\n${over.join("\n")}\n`);
  process.exitCode = 1;
}
