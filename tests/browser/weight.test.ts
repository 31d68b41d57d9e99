import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findChromium, launch } from "./browser.ts";
import { loadPage } from "./page-load.ts";
import type { Serving } from "./serve.ts";
import { serveCompressed } from "./serve-compressed.ts";
import { dist, htmlPages } from "./site-pages.ts";

const executable = findChromium();
const pages = htmlPages(dist).filter((path) => /^((ru|kk)\/)?findings\//.test(path));
const missing =
  pages.length === 0
    ? `no finding pages in ${dist}: run npm run build`
    : executable
      ? undefined
      : "no Chromium: set CHROMIUM_PATH";

/** kB over the wire. Pages in Cyrillic need both alphabets' faces: Latin brings digits and punctuation. */
const limitOf = (path: string) => (/^[a-z]{2}\//.test(path) ? 330 : 250);

describe.skipIf(missing)(`a first visit${missing ? ` (skipped: ${missing})` : ""}`, () => {
  let site: Serving;
  let browser: Browser;

  beforeAll(async () => {
    site = await serveCompressed(dist);
    browser = await launch(executable!);
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  test.each(pages)("%s is light", async (path) => {
    const load = await loadPage(browser, site.url + path, { width: 412 });
    expect(load.bytes / 1000, JSON.stringify(load.parts)).toBeLessThan(limitOf(path));
    expect(load.parts.Document, "the page itself is counted").toBeGreaterThan(1000);
  });
});
