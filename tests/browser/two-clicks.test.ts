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
    const first = page.locator("main a.claim").first();
    if ((await first.count()) > 0) {
      // Once with a hand: nothing lies over the number or over its table's name.
      await first.click();
      const method = page.locator("details.method[open]:has(> summary:focus)");
      await method.waitFor({ timeout: 5000 });
      const rows = method.locator("xpath=..").locator("> .figure-table > summary");
      if ((await rows.count()) === 1) await rows.click();
    }
    const { faults, terms: places } = await page.evaluate(async () => {
      const read = (element: Element | null | undefined) =>
        element?.checkVisibility({ visibilityProperty: true }) ? (element.textContent ?? "").trim() : "";
      const faults: string[] = [];
      const places = new Map<string, string[]>();
      // Numbers that lead to the same place are looked at once.
      const claims = new Map(
        [...document.querySelectorAll<HTMLAnchorElement>("main a.claim")].map((claim) => [
          `${claim.hash} ${claim.dataset.query}`,
          claim,
        ]),
      );
      for (const claim of claims.values()) {
        // From a page as it was loaded: what an earlier claim opened is closed.
        for (const details of document.querySelectorAll("details")) details.open = false;
        (document.activeElement as HTMLElement | null)?.blur();
        claim.click();
        // The focus comes with the hash's change, after the click.
        let method: HTMLDetailsElement | null = null;
        for (let wait = 0; wait < 500 && method === null; wait++) {
          await new Promise((resolve) => setTimeout(resolve, wait === 0 ? 0 : 10));
          method =
            document
              .querySelector("details.method[open] > summary:focus")
              ?.closest<HTMLDetailsElement>("details") ?? null;
        }
        const terms = [...(method?.querySelector("dl")?.children ?? [])].filter(
          ({ tagName }) => tagName === "DT",
        );
        // Interval, validation and limits by their place: their names differ by language.
        const values = [4, 5, 6].map((at) => read(terms[at]?.nextElementSibling) !== "");
        const names = terms.slice(4, 7).map((term) => term.textContent ?? "");
        const query = read(method?.querySelector(".query-name code")) === `${claim.dataset.query}.sql`;
        const sql = /\bselect\b/i.test(read(method?.querySelector("pre.sql")));
        const summaries = method?.parentElement?.querySelectorAll<HTMLElement>(
          ":scope > .figure-table > summary",
        );
        if (summaries?.length === 1) summaries[0]!.click();
        const rows = [
          ...(method?.parentElement?.querySelectorAll(":scope > details.figure-table[open] tbody tr") ?? []),
        ].filter(
          (row) => row.checkVisibility({ visibilityProperty: true }) && row.getClientRects().length > 0,
        );
        if (!query || !sql || rows.length === 0 || values.includes(false))
          faults.push(
            `${claim.textContent} (${claim.dataset.query}): ${JSON.stringify({ query, sql, values, names, rows: rows.length })}`,
          );
        places.set(names.join(), names);
      }
      return { faults, terms: [...places.values()] };
    });
    expect(faults).toEqual([]);
    // One order of terms on a page, so that a place means the same in every Method.
    expect(places.length).toBeLessThanOrEqual(1);
    if (!/^[a-z]{2}\//.test(path))
      for (const terms of places) expect(terms).toEqual(["Interval", "Validation by people", "Known limits"]);
  });

  test("some page has a claim", async () => {
    await page.goto(`${site.url}index.html`);
    expect(await page.locator("main a.claim").count()).toBeGreaterThan(0);
  });
});
