import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { dist } from "./site-pages.ts";
import { standsStill } from "./stands-still.ts";
import { missing, pages, visiting } from "./visits.ts";

/** Each kind of chart that has tips, with the first figure drawn so: `svg.chart-KIND`. */
const kinds = new Map<string, { path: string; figure: string }>();
for (const path of pages.filter((page) => !/^[a-z]{2}\//.test(page))) {
  const html = readFileSync(join(dist, path), "utf8");
  for (const [, figure, body] of html.matchAll(/<figure class="figure" id="([^"]+)">(.*?)<\/figure>/gs)) {
    const wide = body!.split('<div class="chart chart-narrow"')[0]!;
    if (!/<(?!svg)[a-z]+[^>]*><title>/.test(wide)) continue;
    for (const [, names] of wide.matchAll(/<svg[^>]* class="([^"]*)"/g))
      for (const kind of names!.split(" ").filter((name) => name.startsWith("chart-")))
        if (!kinds.has(kind)) kinds.set(kind, { path, figure: figure! });
  }
}

/** What the arrow keys say of a chart's marks, in order, and where each mark is in the document's order of marks. */
async function byKeys(page: Page, chart: string): Promise<string[]> {
  // With the tips comes the place in the order of the Tab key.
  await page.locator(`${chart}[tabindex]`).focus();
  const said: string[] = [];
  for (let step = 0; step < 1500; step++) {
    await page.keyboard.press("ArrowRight");
    const found = await page.evaluate((selector) => {
      const marks = [...document.querySelectorAll(`${selector} svg *`)];
      const at = marks.findIndex((mark) => mark.classList.contains("tip-mark"));
      return { at, text: document.querySelector<HTMLElement>(".tip:not([hidden])")?.textContent ?? "" };
    }, chart);
    // The last mark stays where it is.
    if (said[found.at] !== undefined) break;
    said[found.at] = found.text;
  }
  await page.keyboard.press("Escape");
  return said;
}

describe.skipIf(missing)(`tips${missing ? ` (skipped: ${missing})` : ""}`, () => {
  const visit = visiting();

  test("the kinds of charts are found", () => expect(kinds.size).toBeGreaterThan(8));

  test.each([...kinds])(
    "%s: a pointer and the keys say the same of each mark, and what the file says",
    async (_kind, { path, figure }) => {
      const written = await visit(path, "bare", (page) =>
        page
          .locator(`#${figure} .chart-wide svg :not(svg) > title`)
          .evaluateAll((titles) => titles.map((title) => title.textContent ?? "")),
      );
      await visit(path, "light", async (page) => {
        const chart = `#${figure} > .chart-wide`;
        const said = await byKeys(page, chart);
        const texts = said.filter((text) => text !== undefined);
        expect(texts).toEqual(written);
        expect(texts.every((text) => text.trim() !== "")).toBe(true);

        await page.locator(chart).evaluate((element) => {
          (document.activeElement as HTMLElement).blur();
          element.scrollIntoView({ block: "start", behavior: "instant" });
        });
        await standsStill(page.locator(chart));
        const marks = Object.keys(said).map(Number);
        // Some of many: first, last and those between at even steps.
        const some = marks.filter(
          (_, at) => at % Math.ceil(marks.length / 12) === 0 || at === marks.length - 1,
        );
        let met = 0;
        for (const at of some) {
          const spot = await page.evaluate(
            ({ chart, at }) => {
              const box = document.querySelectorAll(`${chart} svg *`)[at]!.getBoundingClientRect();
              return {
                x: box.x + box.width / 2,
                y: box.y + box.height / 2,
                inside: box.bottom < innerHeight && box.top > 0,
              };
            },
            { chart, at },
          );
          if (!spot.inside) continue;
          await page.mouse.move(spot.x, spot.y);
          const shown = await page.evaluate((selector) => {
            const all = [...document.querySelectorAll(`${selector} svg *`)];
            return {
              at: all.findIndex((mark) => mark.classList.contains("tip-mark")),
              text: document.querySelector<HTMLElement>(".tip:not([hidden])")?.textContent ?? "",
            };
          }, chart);
          // Where marks lie on each other the pointer means the smallest: whichever it is, its words are the keys'.
          expect(shown.at, `nothing under the pointer at mark ${at}`).toBeGreaterThanOrEqual(0);
          expect(shown.text).toBe(said[shown.at]);
          if (shown.at === at) met++;
        }
        expect(met).toBeGreaterThan(0);
      });
    },
  );
});
