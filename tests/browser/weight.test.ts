import { describe, expect, test } from "vitest";
import { findChromium } from "./browser.ts";
import { measureFonts } from "./measure-fonts.ts";
import { loadPage } from "./page-load.ts";
import { serveCompressed } from "./serve-compressed.ts";
import { served } from "./served.ts";
import { dist, htmlPages } from "./site-pages.ts";

const executable = findChromium();
const pages = htmlPages(dist).filter((path) => /^((ru|kk)\/)?findings\//.test(path));
const missing =
  pages.length === 0
    ? `no finding pages in ${dist}: run npm run build`
    : executable
      ? undefined
      : "no Chromium: set CHROMIUM_PATH";

/** kB over the wire, in every language. */
const limit = 250;

describe.skipIf(missing)(`a first visit${missing ? ` (skipped: ${missing})` : ""}`, () => {
  const built = served(serveCompressed);

  test.each(pages)("%s is light, and keeps its place while it loads", async (path) => {
    const load = await loadPage(built.browser, built.site.url + path, { width: 412 });
    expect(load.bytes / 1000, JSON.stringify(load.parts)).toBeLessThan(limit);
    expect(load.parts.Document, "the page itself is counted").toBeGreaterThan(1000);
    expect(load.shift, "cumulative layout shift").toBeLessThan(0.02);
  });

  // Chromium takes Liberation for the stand-ins by Times and Arial: these are as wide.
  test.for([
    { face: "Source Serif 4", standIn: "Source Serif by Times", weight: 400, style: "normal" },
    { face: "Source Serif 4", standIn: "Source Serif by Times", weight: 600, style: "normal" },
    { face: "Source Serif 4", standIn: "Source Serif by Times", weight: 400, style: "italic" },
    { face: "Inter", standIn: "Inter by Arial", weight: 400, style: "normal" },
    { face: "Inter", standIn: "Inter by Arial", weight: 500, style: "normal" },
    { face: "Inter", standIn: "Inter by Arial", weight: 600, style: "normal" },
  ] as const)("$standIn at $weight $style takes the room of $face", async (font, context) => {
    const page = await built.browser.newPage();
    try {
      for (const [script, path] of [
        ["latin", pages.find((path) => !/^[a-z]{2}\//.test(path))],
        ["cyrillic", pages.find((path) => path.startsWith("ru/"))],
      ] as const) {
        if (path === undefined) continue;
        const { weight, style, face, standIn } = font;
        // A face that comes late is left out of the page (`font-display: optional`): it is in time at the next visit.
        let measured: Awaited<ReturnType<typeof measureFonts>> = [];
        for (let visits = 0; visits < 5 && measured[0] === undefined; visits++) {
          await page.goto(built.site.url + path, { waitUntil: "load" });
          measured = await measureFonts(page, script, [
            { family: face, weight, style },
            { family: standIn, weight, style },
          ]);
        }
        const [own, other] = measured;
        expect(own, `${face}, served from the site`).toBeDefined();
        if (other === undefined) context.skip(`${standIn}: neither it nor Liberation is installed`);
        // Each letter has its own width, so the mean hangs on the page's text: 2 % moves no line of a column.
        expect(Math.abs(other!.width / own!.width - 1), `${script}: width`).toBeLessThan(0.02);
        expect(other!.ascent, `${script}: ascent`).toBeCloseTo(own!.ascent, 2);
        expect(other!.descent, `${script}: descent`).toBeCloseTo(own!.descent, 2);
      }
    } finally {
      await page.close();
    }
  });
});
