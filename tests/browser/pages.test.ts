import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { accessibilityFaults, shortenTables } from "./axe.ts";
import { isThorough, looked, viewsByPage } from "./looked-pages.ts";
import { missing, openDisclosures, pages, type ViewName, visiting } from "./visits.ts";

const ways = viewsByPage<ViewName>(["light", "dark", "narrow", "narrow-dark"]);

describe.skipIf(missing)(`every page${missing ? ` (skipped: ${missing})` : ""}`, () => {
  const visit = visiting();

  test.each(ways)(
    "%s, %s: axe finds nothing (WCAG 2.2 AA, good practice), with all opened",
    async (path, view) => {
      const faults = await visit(path, view, async (page) => {
        await openDisclosures(page);
        if (!isThorough) await shortenTables(page);
        return accessibilityFaults(page);
      });
      expect(faults).toEqual([]);
    },
  );

  test("each language's pages are seen in every way", () => {
    for (const language of ["", "ru/", "kk/"]) {
      const own = ways.filter(([path]) => (/^[a-z]{2}\//.exec(path)?.[0] ?? "") === language);
      expect(new Set(own.map(([, view]) => view)).size, language).toBe(4);
      expect(new Set(own.map(([path]) => path)).size).toBeGreaterThan(30);
    }
    expect(new Set(ways.map(([path]) => path)).size).toBe(pages.length);
  });

  test("a fault of any weight is found", async () => {
    const faults = await visit("index.html", "light", async (page) => {
      await page.evaluate(() => {
        document
          .querySelector("main")!
          .insertAdjacentHTML("beforeend", "<h6>Too deep</h6><table><tr><th></th><td>1</td></tr></table>");
      });
      return accessibilityFaults(page, "main");
    });
    const all = faults.join("\n");
    expect(all).toContain("heading-order (moderate)");
    expect(all).toContain("empty-table-header (minor)");
  });

  test.each(pages)("%s needs no sideways scrolling at 360 px, closed or opened", async (path) => {
    await visit(path, "narrow", async (page) => {
      expect(await overflow(page)).toEqual([]);
      await openDisclosures(page);
      expect(await overflow(page)).toEqual([]);
    });
  });

  test.each(looked)("%s says the same with scripts off", async (path) => {
    const bare = await visit(path, "bare", inventory);
    expect(bare).toEqual(await visit(path, "light", inventory));
    expect(bare.language).toMatch(/^[a-z]{2}/);
    for (const figure of bare.figures)
      expect(figure, "a figure without Method or table").toMatchObject(whole);
  });
});

/** A figure may be a table alone. */
const whole = { table: true, method: true };

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
