import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { findChromium, launch, look, type View } from "./browser.ts";
import { serve } from "./serve.ts";
import { dist, htmlPages } from "./site-pages.ts";

/**
 * Screenshots of every page: `npx tsx tests/browser/shots.ts [DIST] [OUT]` writes
 * `OUT/PAGE-{light,dark,narrow,bare,opened,print}.png` and `OUT/PAGE.pdf`.
 */
const [folder = dist, out = "shots"] = process.argv.slice(2);

const views: Record<string, View> = {
  light: {},
  dark: { scheme: "dark" },
  narrow: { width: 360 },
  "narrow-dark": { width: 360, scheme: "dark" },
  bare: { scripts: false },
};

const executable = findChromium();
if (!executable) throw new Error("found no Chromium, expected CHROMIUM_PATH or one on PATH");
const site = await serve(folder);
const browser = await launch(executable);
await mkdir(out, { recursive: true });
try {
  for (const path of htmlPages(folder)) {
    const name = join(out, path.replace(/\.html$/, "").replaceAll("/", "-"));
    for (const [view, settings] of Object.entries(views)) {
      const context = await look(browser, settings);
      const page = await context.newPage();
      await page.goto(site.url + path, { waitUntil: "load" });
      await page.screenshot({ path: `${name}-${view}.png`, fullPage: true });
      if (view === "light") {
        await page.evaluate(() => {
          for (const details of document.querySelectorAll("details")) details.open = true;
        });
        await page.screenshot({ path: `${name}-opened.png`, fullPage: true });
        await page.reload();
        await page.pdf({ path: `${name}.pdf`, format: "A4", preferCSSPageSize: true });
        await page.emulateMedia({ media: "print" });
        await page.setViewportSize({ width: 700, height: 1000 });
        await page.screenshot({ path: `${name}-print.png`, fullPage: true });
      }
      await context.close();
    }
  }
} finally {
  await browser.close();
  await site.close();
}
