import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { findChromium, look, watch } from "./browser.ts";
import { served } from "./served.ts";
import { dist } from "./site-pages.ts";

const executable = findChromium();
const path = "findings/gender/index.html";
const method = "method-findings-gender-share";
const missing = !existsSync(join(dist, path))
  ? `no ${path} in ${dist}: run npm run build`
  : executable
    ? undefined
    : "no Chromium: set CHROMIUM_PATH";

describe.skipIf(missing)(`a Method beside the text${missing ? ` (skipped: ${missing})` : ""}`, () => {
  const built = served();

  async function visit(width: number, check: (page: Page) => Promise<void>): Promise<void> {
    const context = await look(built.browser, { width });
    const page = await context.newPage();
    const troubles = watch(page, built.site.origin);
    try {
      // A permalink opens the Method in place.
      await page.goto(`${built.site.url}${path}#${method}`, { waitUntil: "load" });
      expect(await page.locator(`#${method}`).evaluate((box: HTMLDetailsElement) => box.open)).toBe(true);
      await check(page);
      expect(troubles).toEqual([]);
    } finally {
      await context.close();
    }
  }

  const box = async (page: Page, selector: string) => (await page.locator(selector).first().boundingBox())!;
  const button = (page: Page) => page.locator(`#${method} .beside button`);

  for (const width of [1200, 1400, 1900]) {
    test(`at ${width} px it stands beside its figure, and Escape brings it back`, () =>
      visit(width, async (page) => {
        await button(page).press("Enter");
        const panel = await box(page, `#${method}`);
        const figure = await box(page, "#fig-findings-gender-share");
        expect(panel.x).toBeGreaterThanOrEqual(figure.x + figure.width);
        expect(panel.x + panel.width).toBeLessThanOrEqual(width);
        expect(panel.height).toBe(1000);
        expect(figure.width).toBeGreaterThan(600);
        expect(await button(page).evaluate((element) => element === document.activeElement)).toBe(true);
        expect(
          await page.evaluate(
            () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
          ),
        ).toBe(true);
        await page.keyboard.press("Escape");
        expect((await box(page, `#${method}`)).x).toBeLessThan(figure.x + 400);
        expect(await button(page).evaluate((element) => element === document.activeElement)).toBe(true);
        expect(await page.locator(`#${method}`).evaluate((element) => element.hasAttribute("popover"))).toBe(
          false,
        );
      }));
  }

  test("closing the disclosure, a narrow window and a printer bring it back", () =>
    visit(1400, async (page) => {
      const isBeside = () =>
        page.locator(`#${method}`).evaluate((element) => element.matches(":popover-open"));
      await button(page).press("Enter");
      expect(await isBeside()).toBe(true);
      await page.locator(`#${method} > summary`).press("Enter");
      await expect.poll(isBeside).toBe(false);
      await page.locator(`#${method} > summary`).press("Enter");
      await button(page).press("Enter");
      await page.setViewportSize({ width: 1000, height: 900 });
      await expect.poll(isBeside).toBe(false);
      expect(await button(page).isVisible()).toBe(false);
      await page.setViewportSize({ width: 1400, height: 900 });
      await button(page).press("Enter");
      expect(await isBeside()).toBe(true);
      await page.pdf();
      await expect.poll(isBeside).toBe(false);
    }));

  test("a figure says where its result stands under every choice, and the link leads there", () =>
    visit(1400, async (page) => {
      await page.locator("#fig-findings-gender-share .figure-choices a").click();
      await page.waitForURL(/methodology\/robustness/);
      const target = decodeURIComponent(new URL(page.url()).hash.slice(1));
      expect(await page.locator(`[id="${target}"] .chart`).count()).toBeGreaterThan(0);
    }));
});
