import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { findChromium, look, watch } from "./browser.ts";
import { served } from "./served.ts";
import { dist } from "./site-pages.ts";

const executable = findChromium();
const path = "findings/topics/index.html";
const missing = !existsSync(join(dist, path))
  ? `no ${path} in ${dist}: run npm run build`
  : executable
    ? undefined
    : "no Chromium: set CHROMIUM_PATH";

describe.skipIf(missing)(`one thing in all figures${missing ? ` (skipped: ${missing})` : ""}`, () => {
  const built = served();

  async function visit(place: string, check: (page: Page) => Promise<void>): Promise<void> {
    const context = await look(built.browser);
    const page = await context.newPage();
    const troubles = watch(page, built.site.origin);
    try {
      await page.goto(built.site.url + place + path, { waitUntil: "load" });
      // Its code is fetched after the page's own.
      await page.locator(".linked-bar").waitFor({ state: "attached" });
      await check(page);
      expect(troubles).toEqual([]);
    } finally {
      await context.close();
    }
  }

  /** What is marked and what fades, by figure: the things of each, and how faint the faintest mark is. */
  function state(page: Page) {
    return page.evaluate(() =>
      [...document.querySelectorAll(".figure.linked")].map((figure) => {
        const parts = [...figure.querySelectorAll(".chart-wide [data-of]")];
        const marked = parts.filter((part) => part.classList.contains("linked-part"));
        const rest = parts.filter((part) => !part.classList.contains("linked-part"));
        const [words, others] = [
          rest.filter((part) => part.localName === "text"),
          rest.filter((part) => part.localName !== "text"),
        ];
        return {
          id: figure.id,
          things: [...new Set(marked.map((part) => part.getAttribute("data-of")!))],
          marked: Math.min(...marked.map((part) => Number(getComputedStyle(part).opacity))),
          others: Math.max(0, ...others.map((part) => Number(getComputedStyle(part).opacity))),
          // Words fade to the faintest ink that still reads.
          words: [...new Set(words.map((part) => getComputedStyle(part).fill))],
        };
      }),
    );
  }

  const said = (page: Page) => page.locator(".linked-bar [role='status']").textContent();

  test("a click on a mark marks its thing in every figure that has it, and Escape clears", () =>
    visit("", async (page) => {
      const mark = page
        .locator("#fig-findings-topics-ranking .chart-wide :is(circle, path)[data-of]")
        .first();
      const thing = (await mark.getAttribute("data-of"))!.split(" ")[0]!;
      const having = await page.evaluate(
        (wanted) =>
          [...document.querySelectorAll(".figure, .number-method")].filter((figure) =>
            [...figure.querySelectorAll("[data-of]")].some((part) =>
              part.getAttribute("data-of")!.split(" ").includes(wanted),
            ),
          ).length,
        thing,
      );
      expect(having).toBeGreaterThan(2);
      await mark.scrollIntoViewIfNeeded();
      await mark.click();
      const shown = await state(page);
      expect(shown.length).toBeGreaterThan(2);
      const faintest = await page.locator("main").evaluate((main) => {
        main.style.color = "var(--ink-faint)";
        return getComputedStyle(main).color;
      });
      for (const figure of shown) {
        for (const one of figure.things) expect(one.split(" "), figure.id).toContain(thing);
        if (figure.things.length === 0) continue;
        expect(figure.marked, figure.id).toBe(1);
        expect(figure.others, figure.id).toBeLessThan(0.5);
        expect([[], [faintest]], figure.id).toContainEqual(figure.words);
      }
      expect(await said(page)).toContain(`in ${having} figures`);
      // Not by colour alone: the name beside the mark is bold and underlined.
      const name = page.locator("#fig-findings-topics-ranking .chart-wide text.linked-part").first();
      expect(await name.evaluate((element) => getComputedStyle(element).textDecorationLine)).toBe(
        "underline",
      );
      await page.keyboard.press("Escape");
      await page.keyboard.press("Escape");
      expect(await state(page)).toEqual([]);
      expect(await said(page)).toBe("Nothing is highlighted");
    }));

  test("the keyboard does the same from a chart, and on the same mark goes to the next thing", () =>
    visit("ru/", async (page) => {
      await page.locator("#fig-findings-topics-region .chart-wide").focus();
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("Enter");
      const first = await said(page);
      expect(first).toContain("Выделено: ");
      await page.keyboard.press("Enter");
      expect(await said(page)).not.toBe(first);
      await page.keyboard.press("Enter");
      expect(await state(page)).toEqual([]);
    }));

  test("a name in a table chooses, the bar offers what else the mark is about and clears", () =>
    visit("kk/", async (page) => {
      const table = page.locator("#fig-findings-topics-ranking .figure-table");
      await table.locator("summary").press("Enter");
      const button = table.locator(".linked-choose").first();
      await button.press("Enter");
      expect(await button.getAttribute("aria-pressed")).toBe("true");
      expect(await said(page)).toContain(`Ерекшеленді: ${await button.textContent()}`);
      await page.locator(".linked-bar > button").press("Enter");
      expect(await button.getAttribute("aria-pressed")).toBe("false");
      expect(await state(page)).toEqual([]);
      await page.locator("#fig-findings-topics-region .chart-wide").focus();
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("Enter");
      const other = page.locator(".linked-others button").first();
      const name = (await other.textContent())!;
      await other.press("Enter");
      expect(await said(page)).toContain(`: ${name}.`);
    }));
});
