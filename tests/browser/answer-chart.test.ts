import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { findChromium, look, watch } from "./browser.ts";
import { served } from "./served.ts";
import { dist, htmlPages } from "./site-pages.ts";

const executable = findChromium();
const sites = htmlPages(dist).filter((path) => !/^[a-z]{2}\//.test(path));
const pageOf = (query: string) =>
  sites.find((path) =>
    readFileSync(join(dist, path), "utf8").includes(`id="fig-${query.replaceAll("/", "-")}"`),
  );
/** Figures of the kinds that say most about their rows, page by page: cells and a network, a map, lines. */
const figures = [
  ["findings/topics/region", "findings/topics/network"],
  ["findings/spatial/rate"],
  ["findings/volume/week"],
];
const plain = "findings/gender/share";
const missing =
  !existsSync(join(dist, "data/charts")) || pageOf(plain) === undefined
    ? `no charts to draw again in ${dist}: run npm run build`
    : executable
      ? undefined
      : "no Chromium: set CHROMIUM_PATH";

describe.skipIf(missing)(`an answer as a chart${missing ? ` (skipped: ${missing})` : ""}`, () => {
  const built = served();

  async function visit(query: string, check: (page: Page) => Promise<void>): Promise<void> {
    const context = await look(built.browser);
    const page = await context.newPage();
    page.setDefaultTimeout(120_000);
    const troubles = watch(page, built.site.origin);
    try {
      await page.goto(built.site.url + pageOf(query), { waitUntil: "load" });
      await check(page);
      expect(troubles).toEqual([]);
    } finally {
      await context.close();
    }
  }

  /** Opens a figure's Method and its editor, and waits for what stands where the chart goes. */
  async function run(page: Page, query: string): Promise<string> {
    const method = `method-${query.replaceAll("/", "-")}`;
    await page.locator(`#${method} > summary`).press("Enter");
    await page.locator(`#${method} .run button`).press("Enter");
    await page.locator(`#${method} .editor-chart :is(svg, p)`).first().waitFor();
    return method;
  }

  async function isDrawnAgain(page: Page, query: string): Promise<string> {
    const method = await run(page, query);
    const figure = `#fig-${query.replaceAll("/", "-")} > .chart`;
    // The Method's column is narrower than the page's: names may break or be left out, marks may not.
    const again = await marks(page, `#${method} .editor-chart .chart`);
    expect([await marks(page, `${figure}-wide`), await marks(page, `${figure}-narrow`)]).toContainEqual(
      again,
    );
    expect(again.marks.length).toBeGreaterThan(2);
    expect(await page.locator(`#${method} .editor-status`).first().textContent()).toMatch(/ms$/);
    expect(await page.locator(`#${method} .run-rows table`).count()).toBe(1);
    return method;
  }

  /** The marks of a chart: their shapes' names and what they are about; and the chart in words. */
  function marks(page: Page, chart: string) {
    return page.locator(chart).evaluate((element) => ({
      kind: element.querySelector("svg")?.getAttribute("class"),
      alt: element.getAttribute("aria-label"),
      marks: [...element.querySelectorAll("svg [data-of]:not(text)")]
        .map((mark) => `${mark.localName} ${mark.getAttribute("data-of")}`)
        .sort(),
    }));
  }

  for (const [first, ...others] of figures) {
    test(`the queries of ${[first, ...others].join(" and ")} draw the figures' own charts again`, () =>
      visit(first!, async (page) => {
        for (const query of [first!, ...others]) await isDrawnAgain(page, query);
      }));
  }

  test("an unchanged query gives its chart, other columns a simple one, or the reason why there is none", () =>
    visit(plain, async (page) => {
      const method = await isDrawnAgain(page, plain);
      const area = page.locator(`#${method} .editor textarea`);
      const ask = async (sql: string) => {
        await area.fill(sql);
        await area.press("Control+Enter");
      };
      const place = page.locator(`#${method} .editor-chart`);
      const says = (words: string) =>
        expect.poll(() => place.textContent(), { timeout: 60_000 }).toContain(words);
      await ask("select sex, sum(stories) as stories from stories_by_sex group by sex order by sex");
      await says("this one is simple");
      expect(await place.locator("svg.chart-dots").count()).toBe(1);
      await ask("select 1 as one, 2 as two");
      await says("No chart: the result lacks");
      expect(await place.locator("svg").count()).toBe(0);
      await ask("select sex from stories_by_sex where false");
      await says("has no rows");
    }));
});
