import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { AxeResults } from "axe-core";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findChromium, launch, look, type View, watch } from "./browser.ts";
import { type Serving, serve } from "./serve.ts";
import { dist, htmlPages } from "./site-pages.ts";

const executable = findChromium();
const pages = htmlPages(dist);
const missing =
  pages.length === 0
    ? `no site in ${dist}: run npm run build`
    : executable
      ? undefined
      : "no Chromium: set CHROMIUM_PATH";
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Pages of the report's other languages differ in their words alone: of these some are looked at, and with `TYNDAU_ALL_PAGES` all. */
const isTranslation = (path: string) => /^[a-z]{2}\//.test(path) && !process.env.TYNDAU_ALL_PAGES;
const looked = pages.filter(
  (path) =>
    !isTranslation(path) ||
    /^..\/(?:index|explore|recommendations|annex\/t.*|findings\/(?:gender|spatial|volume)\/.*|methodology\/(?:index|model|robustness))\.html$/.test(
      path,
    ),
);

const views: Record<string, View> = {
  light: { scheme: "light" },
  dark: { scheme: "dark" },
  narrow: { width: 360 },
  bare: { scripts: false },
};

describe.skipIf(missing)(`the built site${missing ? ` (skipped: ${missing})` : ""}`, () => {
  // A path that no link may forget: the site is published below one.
  const base = siteBase();
  let site: Serving;
  let browser: Browser;
  const contexts = new Map<string, BrowserContext>();

  beforeAll(async () => {
    site = await serve(dist, { base });
    browser = await launch(executable!);
    for (const [name, view] of Object.entries(views)) contexts.set(name, await look(browser, view));
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  /** Opens a page in a view, runs the check, and gives back what went wrong meanwhile. */
  async function visit<T>(path: string, view: string, check: (page: Page) => Promise<T>): Promise<T> {
    const page = await contexts.get(view)!.newPage();
    const troubles = watch(page, site.origin);
    try {
      await page.goto(site.url + path, { waitUntil: "load" });
      const result = await check(page);
      expect(troubles).toEqual([]);
      return result;
    } finally {
      await page.close();
    }
  }

  describe.each(looked)("%s", (path) => {
    test.each(isTranslation(path) ? ["narrow"] : ["light", "dark", "narrow"])(
      "has no serious accessibility fault, %s",
      async (view) => {
        const faults = await visit(path, view, async (page) => {
          await openDisclosures(page);
          return seriousFaults(page);
        });
        expect(faults).toEqual([]);
      },
    );

    test("needs no sideways scrolling at 360 px, closed or opened", async () => {
      await visit(path, "narrow", async (page) => {
        expect(await overflow(page)).toEqual([]);
        await openDisclosures(page);
        expect(await overflow(page)).toEqual([]);
      });
    });

    test("says the same with scripts off", async () => {
      const bare = await visit(path, "bare", inventory);
      expect(bare).toEqual(await visit(path, "light", inventory));
      expect(bare.language).toMatch(/^[a-z]{2}/);
      for (const figure of bare.figures)
        expect(figure, "a figure without Method or table").toMatchObject(whole);
    });

    test("leads from each claim to its Method, opened and focused", async () => {
      await visit(path, "light", async (page) => {
        for (const claim of await page.locator("main a.claim[href^='#']").all()) {
          const id = (await claim.getAttribute("href"))!.slice(1);
          const method = page.locator(`[id="${id}"]`);
          expect(await method.count(), `claims lead to #${id}`).toBe(1);
          await claim.click();
          await method.evaluate((details: HTMLDetailsElement) => {
            if (!details.open) throw new Error(`${details.id} stayed closed`);
            if (document.activeElement?.parentElement !== details)
              throw new Error(`${details.id} has no focus`);
            details.open = false;
          });
        }
      });
    });
  });

  test("every chart can be read by the keyboard", async () => {
    for (const path of looked) {
      await visit(path, "light", async (page) => {
        for (const chart of await page.locator(".chart[tabindex='0']:visible").all()) {
          await chart.focus();
          await page.keyboard.press("ArrowRight");
          expect(await page.locator(".tip").textContent()).not.toBe("");
          await page.keyboard.press("Escape");
          expect(await page.locator(".tip").isVisible()).toBe(false);
        }
      });
    }
  });

  test("the search finds a page by a word of its title, by the keyboard alone", async () => {
    const [from, to] = ["index.html", pages.find((path) => path.startsWith("methodology/"))!];
    const title = await visit(to, "light", (page) => page.locator("main h1").textContent());
    const word = title!
      .split(/\s+/)
      .reduce((longest, next) => (next.length > longest.length ? next : longest))
      .replace(/[^\p{L}]/gu, "");
    await visit(from, "light", async (page) => {
      const box = page.locator(".search input");
      expect(await box.isVisible()).toBe(true);
      await box.focus();
      await page.keyboard.type(word);
      const found = page.locator(".search li a", { hasText: title! }).first();
      await found.waitFor();
      expect(await page.locator(".search [role='status']").textContent()).not.toBe("");
      await found.focus();
      await page.keyboard.press("Enter");
      await page.waitForURL(new RegExp(to.replaceAll(".", "\\.")));
    });
    await visit(from, "bare", async (page) => {
      expect(await page.locator(".search").isVisible()).toBe(false);
    });
  });

  test("a chart is saved as a PNG of twice its size", async () => {
    const path = pages.find((name) => name.startsWith("findings/gender/"))!;
    await visit(path, "light", async (page) => {
      await openDisclosures(page);
      const button = page.locator(".downloads button", { hasText: "PNG" }).first();
      const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
      expect(download.suggestedFilename()).toMatch(/^[a-z_-]+\.png$/);
      const bytes = readFileSync(await download.path());
      expect(bytes.subarray(1, 4).toString()).toBe("PNG");
      expect(bytes.readUInt32BE(16)).toBe(1360);
    });
  });

  test("each page and figure says how to cite it, and shows a card where it is shared", async () => {
    for (const path of pages.filter((name) => name !== "404.html")) {
      await visit(path, "bare", async (page) => {
        const figures = await page.locator("main figure.figure").count();
        expect(await page.locator("main .cite").count()).toBe(figures + 1);
        const image = await page.locator("meta[property='og:image']").getAttribute("content");
        expect(existsSync(join(dist, dirname(path), image!)), `${path}: ${image}`).toBe(true);
      });
    }
  });

  const gender = pages.find((path) => /(^|\/)gender\//.test(path));
  test.skipIf(!gender)("the gender chart says its numbers", async () => {
    await visit(gender!, "bare", async (page) => {
      const figure = page.locator("#fig-findings-gender-share");
      const alternative = await figure.evaluate(
        (element) => element.querySelector("[role='img'][aria-label]")?.getAttribute("aria-label") ?? "",
      );
      const shares = await figure.locator(".figure-table table").evaluate((table: HTMLTableElement) => {
        const column = [...table.tHead!.rows[0]!.cells].findIndex((cell) =>
          cell.textContent?.startsWith("share"),
        );
        return [...table.tBodies[0]!.rows].map((row) => row.cells[column]?.textContent ?? "");
      });
      expect(shares.length).toBeGreaterThan(1);
      for (const share of shares) {
        const rounded = `${Math.round(Number.parseFloat(share))}%`;
        expect([alternative.includes(share), alternative.includes(rounded)], share).toContain(true);
      }
    });
  });
});

/** A figure may be a table alone. */
const whole = { table: true, method: true };

/** The base that the site was built for, read from its 404 page; `/` without one. */
function siteBase(): string {
  if (!pages.includes("404.html")) return "/";
  return /href="(\/[^"]*?)_file\//.exec(readFileSync(`${dist}/404.html`, "utf8"))?.[1] ?? "/";
}

async function openDisclosures(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
}

async function seriousFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 200)} ${node.failureSummary}`),
    );
}

/** Elements that stick out of the window to the right, outside boxes that scroll by themselves. */
function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    if (document.documentElement.scrollWidth <= innerWidth) return [];
    return [...document.querySelectorAll("main *, footer *")]
      .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
      .filter((element) => !element.parentElement?.closest(".table-scroll, pre, svg"))
      .map((element) => element.outerHTML.slice(0, 120));
  });
}

/** What a page says: its text without tips, its figures, its claims. */
function inventory(page: Page) {
  return page.evaluate(() => {
    const main = document.querySelector("main")!.cloneNode(true) as HTMLElement;
    for (const extra of main.querySelectorAll("svg title, .screen-only, .explorer-view")) extra.remove();
    const text = (element: Element) => (element.textContent ?? "").replace(/\s+/g, " ").trim();
    return {
      language: document.documentElement.lang,
      text: text(main),
      claims: [...main.querySelectorAll("a.claim")].map(text),
      drawings: main.querySelectorAll(".chart svg").length,
      figures: [...main.querySelectorAll("figure.figure")].map((figure) => ({
        id: figure.id,
        chart: figure.querySelector(".chart svg, .chart table") !== null,
        table: figure.querySelector(".figure-table td") !== null,
        method: figure.querySelector(".method pre") !== null,
      })),
      methods: [...main.querySelectorAll("details.method")].map(text),
    };
  });
}
