import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findChromium, launch, look, watch } from "./browser.ts";
import { type Serving, serve } from "./serve.ts";
import { dist, htmlPages } from "./site-pages.ts";

const executable = findChromium();
const sites = htmlPages(dist).filter((path) => !/^[a-z]{2}\//.test(path));
const pageOf = (query: string) =>
  sites.find((path) =>
    readFileSync(join(dist, path), "utf8").includes(`id="fig-${query.replaceAll("/", "-")}"`),
  );
/** One figure of each of the kinds that say most about their rows: bars, a map, cells, lines, a network. */
const figures = [
  "findings/gender/share",
  "findings/spatial/rate",
  "findings/topics/region",
  "findings/volume/week",
  "findings/topics/network",
];
const missing =
  !existsSync(join(dist, "data/charts")) || pageOf(figures[0]!) === undefined
    ? `no charts to draw again in ${dist}: run npm run build`
    : executable
      ? undefined
      : "no Chromium: set CHROMIUM_PATH";

describe.skipIf(missing)(`an answer as a chart${missing ? ` (skipped: ${missing})` : ""}`, () => {
  let site: Serving;
  let browser: Browser;

  beforeAll(async () => {
    site = await serve(dist);
    browser = await launch(executable!);
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  async function run(query: string, check: (page: Page, method: string) => Promise<void>): Promise<void> {
    const context = await look(browser);
    const page = await context.newPage();
    page.setDefaultTimeout(120_000);
    const troubles = watch(page, site.origin);
    const method = `method-${query.replaceAll("/", "-")}`;
    try {
      await page.goto(`${site.url}${pageOf(query)}#${method}`, { waitUntil: "load" });
      await page.locator(`#${method} .run button`).press("Enter");
      await page.locator(`#${method} .editor-chart :is(svg, p)`).first().waitFor();
      await check(page, method);
      expect(troubles).toEqual([]);
    } finally {
      await context.close();
    }
  }

  /** The marks of a chart: their shapes' names, what they are about and what they say. */
  function marks(page: Page, chart: string) {
    return page.locator(chart).evaluate((element) => ({
      kind: element.querySelector("svg")?.getAttribute("class"),
      alt: element.getAttribute("aria-label"),
      marks: [...element.querySelectorAll("svg [data-of]")]
        .map((mark) => `${mark.localName} ${mark.getAttribute("data-of")}`)
        .sort(),
    }));
  }

  for (const query of figures) {
    test(`the query of ${query} draws the figure's own chart again`, () =>
      run(query, async (page, method) => {
        const figure = `#fig-${query.replaceAll("/", "-")} > .chart-narrow`;
        // The Method's column is narrower than the page's: the narrow form is what is drawn.
        const again = await marks(page, `#${method} .editor-chart .chart`);
        const wide = await marks(page, figure.replace("narrow", "wide"));
        const narrow = await marks(page, figure);
        expect([wide, narrow]).toContainEqual(again);
        expect(again.marks.length).toBeGreaterThan(2);
        expect(await page.locator(`#${method} .editor-status`).first().textContent()).toMatch(/ms$/);
        expect(await page.locator(`#${method} .run-rows table`).count()).toBe(1);
      }));
  }

  test("other columns give a simple chart, or the reason why there is none", () =>
    run(figures[0]!, async (page, method) => {
      const area = page.locator(`#${method} .editor textarea`);
      const ask = async (sql: string) => {
        await area.fill(sql);
        await area.press("Control+Enter");
      };
      const place = page.locator(`#${method} .editor-chart`);
      await ask("select sex, sum(stories) as stories from stories_by_sex group by sex order by sex");
      await expect.poll(() => place.textContent(), { timeout: 60_000 }).toContain("this one is simple");
      expect(await place.locator("svg.chart-dots").count()).toBe(1);
      await ask("select 1 as one, 2 as two");
      await expect
        .poll(() => place.textContent(), { timeout: 60_000 })
        .toContain("No chart: the result lacks");
      expect(await place.locator("svg").count()).toBe(0);
      await ask("select sex from stories_by_sex where false");
      await expect.poll(() => place.textContent(), { timeout: 60_000 }).toContain("has no rows");
    }));
});
