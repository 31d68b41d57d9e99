import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findChromium, launch, look } from "./browser.ts";
import { type Serving, serve } from "./serve.ts";
import { dist, htmlPages } from "./site-pages.ts";

const executable = findChromium();
const all = htmlPages(dist);
const missing =
  all.length === 0
    ? `no site in ${dist}: run npm run build`
    : executable
      ? undefined
      : "no Chromium: set CHROMIUM_PATH";
/** All pages of the first language, and some of the translations: these differ in their words alone. */
const pages = all.filter(
  (path) => !/^[a-z]{2}\//.test(path) || /^..\/(index|findings\/(gender|spatial)\/index)\.html$/.test(path),
);

describe.skipIf(missing)(`from a sentence's number${missing ? ` (skipped: ${missing})` : ""}`, () => {
  let site: Serving;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    site = await serve(dist);
    browser = await launch(executable!);
    context = await look(browser);
    page = await context.newPage();
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  test.each(pages)("%s: query, interval, validation and limits by one click, rows by two", async (path) => {
    await page.goto(site.url + path, { waitUntil: "load" });
    const faults: string[] = [];
    const places = new Map<string, string[]>();
    for (const claim of await page.locator("main a.claim").all()) {
      const query = (await claim.getAttribute("data-query"))!;
      // From a page as it was loaded: what an earlier claim opened is closed.
      await page.evaluate(() => {
        for (const details of document.querySelectorAll("details")) details.open = false;
      });
      await claim.click();
      // The focus comes with the hash's change, after the click.
      await page.locator("details.method[open] > summary:focus").waitFor({ timeout: 5000 });
      const found = await page.evaluate((name) => {
        const read = (element: Element | null | undefined) =>
          element?.checkVisibility({ visibilityProperty: true }) ? (element.textContent ?? "").trim() : "";
        const method = document.activeElement?.closest<HTMLDetailsElement>("details.method[open]");
        const terms = [...(method?.querySelector("dl")?.children ?? [])].filter(
          ({ tagName }) => tagName === "DT",
        );
        // Interval, validation and limits by their place: their names differ by language.
        const values = [4, 5, 6].map((at) => read(terms[at]?.nextElementSibling));
        return {
          query: read(method?.querySelector(".query-name code")) === `${name}.sql`,
          sql: /\bselect\b/i.test(read(method?.querySelector("pre.sql"))),
          values: values.map((value) => value !== ""),
          terms: terms.slice(4, 7).map((term) => term.textContent ?? ""),
        };
      }, query);
      const summary = page
        .locator("details.method[open]")
        .locator("xpath=..")
        .locator("> .figure-table > summary");
      let rows = 0;
      if ((await summary.count()) === 1) {
        await summary.click();
        rows = await page.locator("details.figure-table[open] tbody tr:visible").count();
      }
      const { query: named, sql, values, terms } = found;
      if (!named || !sql || rows === 0 || values.includes(false))
        faults.push(`${await claim.textContent()} (${query}): ${JSON.stringify({ ...found, rows })}`);
      places.set(terms.join(), terms);
    }
    expect(faults).toEqual([]);
    // One order of terms on a page, so that a place means the same in every Method.
    expect(places.size).toBeLessThanOrEqual(1);
    if (!/^[a-z]{2}\//.test(path))
      for (const terms of places.values())
        expect(terms).toEqual(["Interval", "Validation by people", "Known limits"]);
  });

  test("some page has a claim", async () => {
    await page.goto(`${site.url}index.html`);
    expect(await page.locator("main a.claim").count()).toBeGreaterThan(0);
  });
});
