import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { looked } from "./looked-pages.ts";
import { dist } from "./site-pages.ts";
import { missing, openDisclosures, pages, visiting } from "./visits.ts";

describe.skipIf(missing)(`the built site${missing ? ` (skipped: ${missing})` : ""}`, () => {
  const visit = visiting();

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

  test("each page and figure says how to cite it, and shows a card where it is shared", () => {
    for (const path of pages.filter((name) => name !== "404.html")) {
      const html = readFileSync(join(dist, path), "utf8");
      const figures = html.match(/<figure\b[^>]*\bclass="figure"/g)?.length ?? 0;
      const boxes = html.match(/<details\b[^>]*\bclass="cite"/g)?.length ?? 0;
      expect(boxes, path).toBe(figures + 1);
      const image = /<meta property="og:image" content="([^"]+)"/.exec(html)?.[1] ?? "none";
      expect(existsSync(join(dist, dirname(path), image)), `${path}: ${image}`).toBe(true);
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
