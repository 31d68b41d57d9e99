import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { isTranslation, looked } from "./looked-pages.ts";
import { missing, openDisclosures, type ViewName, visiting } from "./visits.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

describe.skipIf(missing)(`every page${missing ? ` (skipped: ${missing})` : ""}`, () => {
  const visit = visiting();

  describe.each(looked)("%s", (path) => {
    test.each((isTranslation(path) ? ["narrow"] : ["light", "dark", "narrow"]) as ViewName[])(
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
          // The page hears of its new address after the click has ended.
          const shown = () =>
            method.evaluate((details: HTMLDetailsElement) => ({
              open: details.open,
              focus: document.activeElement?.parentElement === details,
            }));
          await expect.poll(shown, { message: id, timeout: 10_000 }).toEqual({ open: true, focus: true });
          await method.evaluate((details: HTMLDetailsElement) => {
            details.open = false;
          });
        }
      });
    });
  });
});

/** A figure may be a table alone. */
const whole = { table: true, method: true };

async function seriousFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }).axe.run({
      // Details of what is right cost two thirds of the time.
      resultTypes: ["violations"],
    }),
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
