import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findChromium, launch, look, watch } from "./browser.ts";
import { type Serving, serve } from "./serve.ts";
import { dist, htmlPages } from "./site-pages.ts";

const executable = findChromium();
const pages = htmlPages(dist).filter(
  (path) => !/^[a-z]{2}\//.test(path) && readFileSync(join(dist, path), "utf8").includes('<p class="run"'),
);
const missing =
  pages.length === 0
    ? `no page with a query in ${dist}: run npm run build`
    : executable
      ? undefined
      : "no Chromium: set CHROMIUM_PATH";
const results = "src/data/results";

interface Published {
  readonly header: { readonly columns: Readonly<Record<string, unknown>> };
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/** A published result as the editor shows it: every value in full, `null` where there is none. */
function expectedCells(query: string): string[][] {
  const result = JSON.parse(readFileSync(join(results, `${query}.json`), "utf8")) as Published;
  return result.rows.map((row) => Object.keys(result.header.columns).map((name) => String(row[name])));
}

/**
 * The published cells, each number that differs from them by less than 1e-12 of itself replaced by what was shown:
 * the page's engine and the machine's have logarithms of their own, whose last digit may differ.
 */
function withinLastDigit(published: string[][], shown: string[][]): string[][] {
  return published.map((row, r) =>
    row.map((cell, c) => {
      const other = shown[r]?.[c] ?? "";
      const gap = Math.abs(Number(cell) - Number(other));
      return gap < 1e-12 * Math.abs(Number(cell)) ? other : cell;
    }),
  );
}

function shownCells(page: Page, method: string): Promise<{ heads: string[]; cells: string[][] }> {
  return page.locator(`[id="${method}"] .run-rows table`).evaluate((table: HTMLTableElement) => ({
    heads: [...table.tHead!.rows[0]!.cells].map((cell) => cell.textContent ?? ""),
    cells: [...table.tBodies[0]!.rows].map((row) => [...row.cells].map((cell) => cell.textContent ?? "")),
  }));
}

describe.skipIf(missing)(`queries run in the page${missing ? ` (skipped: ${missing})` : ""}`, () => {
  let site: Serving;
  let browser: Browser;
  let context: BrowserContext;

  beforeAll(async () => {
    site = await serve(dist);
    browser = await launch(executable!);
    context = await look(browser);
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  async function visit(path: string, check: (page: Page) => Promise<void>): Promise<void> {
    const page = await context.newPage();
    // Two test files share two cores: an answer of seconds may take half a minute.
    page.setDefaultTimeout(120_000);
    const troubles = watch(page, site.origin);
    try {
      await page.goto(site.url + path, { waitUntil: "load" });
      await check(page);
      expect(troubles).toEqual([]);
    } finally {
      await page.close();
    }
  }

  /** Opens a figure's Method and its editor by the keyboard, and waits for the first answer. */
  async function open(page: Page, method: string): Promise<void> {
    await page.locator(`[id="${method}"] > summary`).focus();
    await page.keyboard.press("Enter");
    await page.locator(`[id="${method}"] .run button`).focus();
    await page.keyboard.press("Enter");
    await answered(page, method);
  }

  function answered(page: Page, method: string): Promise<void> {
    return page
      .locator(`[id="${method}"] .editor-status`)
      .filter({ hasText: / ms|мс/ })
      .waitFor({ timeout: 30_000 });
  }

  test.each(pages)("each figure of %s gives its published rows", async (path) => {
    await visit(path, async (page) => {
      const requests: string[] = [];
      page.on("request", (request) => requests.push(request.url()));
      const methods = await page
        .locator("details.method:has(.run)")
        .evaluateAll((found) =>
          found.map((element) => [element.id, element.querySelector(".query-name code")?.textContent ?? ""]),
        );
      expect(requests.filter((url) => /engine|arrow/.test(url))).toEqual([]);
      for (const [method, file] of methods) {
        await open(page, method!);
        const query = file!.replace(/\.sql$/, "");
        const { heads, cells } = await shownCells(page, method!);
        const own = JSON.parse(readFileSync(join(results, `${query}.json`), "utf8")) as Published;
        expect(heads, query).toEqual(Object.keys(own.header.columns));
        expect(cells, query).toEqual(withinLastDigit(expectedCells(query), cells));
      }
      expect(requests.filter((url) => url.endsWith("duckdb-eh.wasm")).length).toBeLessThanOrEqual(1);
    });
  });

  test("every figure of the report, in every language, has a button", () => {
    for (const path of htmlPages(dist)) {
      const page = readFileSync(join(dist, path), "utf8");
      const methods = page.match(/<details class="method"/g)?.length ?? 0;
      expect(page.match(/<p class="run"/g)?.length ?? 0, path).toBe(methods);
    }
    expect(pages.length).toBeGreaterThan(0);
    expect(existsSync(join(dist, "engine/duckdb-eh.wasm"))).toBe(true);
  });

  test("an error is shown, reset restores the query, markup in a value stays text, stop ends a long query", async () => {
    await visit(pages[0]!, async (page) => {
      const method = (await page.locator("details.method:has(.run)").first().getAttribute("id"))!;
      await open(page, method);
      const editor = page.locator(`[id="${method}"] .editor`);
      const area = editor.locator("textarea");
      const written = await area.inputValue();
      const before = await shownCells(page, method);
      expect(await area.evaluate((element) => element === document.activeElement)).toBe(true);

      await area.fill("select nothing_of_that_name from nowhere");
      await page.keyboard.press("Control+Enter");
      await editor.locator("[role='alert']:visible").waitFor();
      expect(await editor.locator("[role='alert']").textContent()).toContain("nowhere");
      expect(await editor.locator(".run-rows").count()).toBe(0);

      await editor.getByRole("button").nth(1).click();
      await editor.locator(".run-rows").waitFor();
      expect(await area.inputValue()).toBe(written);
      expect(await shownCells(page, method)).toEqual(before);
      expect(await editor.locator("[role='alert']").isVisible()).toBe(false);

      await area.fill(
        "select '<img src=x onerror=alert(1)>' as \"<b>x</b>\", null as n, date '2022-06-08' as d",
      );
      await page.keyboard.press("Control+Enter");
      await editor.locator("th", { hasText: "<b>x</b>" }).waitFor();
      expect(await shownCells(page, method)).toEqual({
        heads: ["<b>x</b>", "n", "d"],
        cells: [["<img src=x onerror=alert(1)>", "null", "2022-06-08"]],
      });

      await area.fill("select count(*) as rows_of_table from stories_by_corpus");
      await page.keyboard.press("Control+Enter");
      // A name that no earlier answer has: while a query runs, the keys stop it.
      await editor.locator("th", { hasText: "rows_of_table" }).waitFor();

      await area.fill("from read_csv('https://example.org/x.csv')");
      await page.keyboard.press("Control+Enter");
      await editor.locator("[role='alert']:visible").waitFor();

      await area.fill(
        "select count(*) from range(1000000) a, range(1000000) b where a.range * 7 % 11 = b.range % 5",
      );
      await page.keyboard.press("Control+Enter");
      await editor.getByRole("button", { name: "Stop" }).click();
      await editor.getByRole("button", { name: "Run", exact: true }).waitFor();

      await editor.getByRole("button").nth(1).click();
      await editor.locator(".run-rows").waitFor({ timeout: 30_000 });
      expect(await shownCells(page, method)).toEqual(before);

      await editor.getByRole("button").nth(2).click();
      expect(await page.locator(`[id="${method}"] .editor`).count()).toBe(0);
      expect(
        await page.locator(`[id="${method}"] .run button`).evaluate((b) => b === document.activeElement),
      ).toBe(true);
    });
  });
});
