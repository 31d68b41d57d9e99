import { pathToFileURL } from "node:url";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findChromium, launch, look, watch } from "./browser.ts";
import { drawAll } from "./draw-all.ts";
import { pageKinds } from "./page-kinds.ts";
import { quiet } from "./quiet.ts";
import { type Serving, serve } from "./serve.ts";
import { dist } from "./site-pages.ts";
import { missing } from "./visits.ts";

/** A server gives the page that is not there for any path, so it alone is built for one. */
const kinds = pageKinds.filter(([, path]) => path !== "404.html");

/** What a page shows whoever goes through it: words, figures of some size, the site's own style and type. */
async function shown(page: Page) {
  await drawAll(page);
  return page.evaluate(async () => {
    await document.fonts.ready;
    const main = document.querySelector("main")!;
    // Side notes are written by scripts, and say again what a page says elsewhere.
    for (const extra of main.querySelectorAll(".side-notes")) extra.remove();
    return {
      // biome-ignore lint/performance/useDomNodeTextContent: words that show are counted.
      words: main.innerText.length,
      charts: [...main.querySelectorAll("figure.figure:has(.chart svg)")].map((figure) =>
        Math.max(...[...figure.querySelectorAll("svg")].map((svg) => svg.getBoundingClientRect().height)),
      ),
      tables: main.querySelectorAll("table td").length,
      styled: getComputedStyle(document.body).fontFamily.includes("Source Serif"),
    };
  });
}

/** Follows the first link from a page to another of the report, and gives that one's heading. */
async function follow(page: Page): Promise<string> {
  // What is on its way when a page is left fails.
  await quiet(page);
  await page
    .locator("#observablehq-sidebar li:not(.observablehq-link-active) > a[href]")
    .first()
    .evaluate((link: HTMLElement) => link.click());
  await page.waitForLoadState("load");
  return (await page.locator("main h1").textContent()) ?? "";
}

describe.skipIf(missing)(`the site from any place${missing ? ` (skipped: ${missing})` : ""}`, () => {
  let browser: Browser;
  let site: Serving;
  let context: BrowserContext;

  beforeAll(async () => {
    site = await serve(dist, { base: "/a/deep/path/" });
    browser = await launch(findChromium()!);
    context = await look(browser);
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  test.each(kinds)(
    "%s (%s) below another path: nothing fails, search and links lead on",
    async (_kind, path) => {
      const page = await context.newPage();
      const troubles = watch(page, site.origin);
      const requests: string[] = [];
      page.on("request", (request) => requests.push(request.url()));
      await page.goto(site.url + path, { waitUntil: "load" });
      const box = page.locator(".search input");
      await box.focus();
      await page.keyboard.type(path.startsWith("kk/") ? "мектеп" : "gender");
      const found = page.locator(".search li a").first();
      await found.waitFor();
      expect(await found.evaluate((link: HTMLAnchorElement) => link.href)).toContain(site.url);
      if (path === "explore.html") await page.locator(".explorer-sum").waitFor();
      expect(await shown(page)).toMatchObject({ styled: true });
      const from = page.url();
      expect(await follow(page)).not.toBe("");
      expect(page.url()).not.toBe(from);
      expect(troubles).toEqual([]);
      expect(requests.filter((url) => !url.startsWith(site.url) && !/^(data|blob):/.test(url))).toEqual([]);
      await page.close();
    },
  );

  test.each(kinds)(
    "%s (%s) straight from disk: text, figures and tables show, links lead on",
    async (_kind, path) => {
      // In a page of its own: it may ask the server for scripts until it is left.
      const other = await context.newPage();
      await other.goto(site.url + path, { waitUntil: "load" });
      await quiet(other);
      const served = await shown(other);
      await other.close();
      const page = await context.newPage();
      const off: string[] = [];
      page.on("request", (request) => {
        if (!/^(file|data|blob):/.test(request.url())) off.push(request.url());
      });
      await page.goto(pathToFileURL(`${dist}/${path}`).href, { waitUntil: "load" });
      const opened = await shown(page);
      expect(opened.styled).toBe(true);
      expect(opened.charts.length).toBe(served.charts.length);
      for (const [at, height] of opened.charts.entries())
        expect(Math.abs(height - served.charts[at]!), "a chart's height").toBeLessThan(2);
      // What only scripts write is not there.
      if (path !== "explore.html") {
        expect(opened.tables).toBe(served.tables);
        expect(opened.words).toBeGreaterThan(0.9 * served.words);
      }
      expect(await follow(page)).not.toBe("");
      expect(page.url()).toMatch(/^file:.*\.html$/);
      expect(off).toEqual([]);
      await page.close();
    },
  );
});
