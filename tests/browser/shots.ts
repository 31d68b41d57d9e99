import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Browser } from "playwright-core";
import { findChromium, launch } from "./browser.ts";
import { compareLooks } from "./compare-looks.ts";
import { compareShots, type ShotComparison } from "./compare-shots.ts";
import { looker, lookName, lookViews, majorOf, readBaseline, writeBaseline } from "./look-baseline.ts";
import type { PageLook } from "./page-look.ts";
import { serve } from "./serve.ts";
import { shotsGallery } from "./shots-gallery.ts";
import { dist, htmlPages, siteBase } from "./site-pages.ts";
import { takeShots } from "./take-shots.ts";

const usage = `npm run shots -- [DIST] [OUT] [--against FOLDER] [--only TEXT] [--help]

Screenshots of every page of DIST (dist): OUT/PAGE-{light,dark,narrow,narrow-dark,bare,opened,print}.png, OUT/PAGE.pdf,
and OUT/index.html to leaf through them. OUT is shots.
--against FOLDER   compares them with an earlier set, prints the pictures that differ, shows them first in OUT/index.html
--only TEXT        only pages whose path holds TEXT
--update-baseline  takes no pictures: keeps how every page of DIST looks now, block by block, in
                   tests/browser/baseline, which the tests compare, and prints what changed

Exit codes: 0 done, and nothing differs; 1 something differs, or went wrong.
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    against: { type: "string" },
    only: { type: "string", default: "" },
    "update-baseline": { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

if (values.help) process.stdout.write(usage);
else if (values["update-baseline"]) await updateBaseline(positionals[0] ?? dist);
else await run(positionals[0] ?? dist, positionals[1] ?? "shots", values.only, values.against);

async function run(folder: string, out: string, only: string, against: string | undefined): Promise<void> {
  await withSite(folder, async (browser, root) => {
    const pages = htmlPages(folder).filter((path) => path.includes(only));
    for (const path of pages) await takeShots(browser, root, path, out);
    // A set that was taken whole is compared with the same pages of the other.
    const compared = await compareShots(browser, against ?? out, out, {
      only: only.replace(/\.html$/, "").replaceAll("/", "-"),
    });
    await writeFile(join(out, "index.html"), shotsGallery(compared, out, against));
    if (against !== undefined) report(compared, join(out, "index.html"));
  });
}

async function updateBaseline(folder: string): Promise<void> {
  await withSite(folder, async (browser, root) => {
    const [before, take] = [readBaseline().looks, looker(browser, root)];
    const looks = new Map<string, PageLook>();
    let others = 0;
    for (const path of htmlPages(folder)) {
      const taken = await Promise.all(lookViews.map((view) => take(path, view)));
      for (const [at, is] of taken.entries()) {
        const name = lookName(path, lookViews[at]!);
        const was = before.get(name);
        looks.set(name, is);
        const found = was === undefined ? ["new"] : compareLooks(was, is);
        if (found.length > 0) others++;
        for (const one of found) process.stdout.write(`${name}: ${one}\n`);
      }
    }
    writeBaseline({ chromium: majorOf(browser), looks });
    process.stdout.write(`shots: kept ${looks.size} looks, ${others} of them new or changed\n`);
  });
}

async function withSite(
  folder: string,
  work: (browser: Browser, root: string) => Promise<void>,
): Promise<void> {
  const executable = findChromium();
  if (!executable) throw new Error("found no Chromium, expected CHROMIUM_PATH or one on PATH");
  const site = await serve(folder, { base: siteBase(folder), lifetime: 7_200_000 });
  const browser = await launch(executable);
  try {
    await work(browser, site.url);
  } finally {
    await browser.close();
    await site.close();
  }
}

function report(compared: readonly ShotComparison[], gallery: string): void {
  const others = compared.filter(({ state }) => state !== "same");
  for (const { name, state, share } of others)
    process.stdout.write(
      `${name}: ${state}${state === "different" ? `, ${(100 * share).toFixed(3)}% of it` : ""}\n`,
    );
  process.stdout.write(
    `shots: ${others.length} of ${compared.length} pictures differ. Leaf through them in ${gallery}\n`,
  );
  if (others.length > 0) process.exitCode = 1;
}
