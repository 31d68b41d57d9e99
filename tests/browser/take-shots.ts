import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { look, type View } from "./browser.ts";
import { drawAll } from "./draw-all.ts";

const views: Readonly<Record<string, View>> = {
  light: {},
  dark: { scheme: "dark" },
  narrow: { width: 360 },
  "narrow-dark": { width: 360, scheme: "dark" },
  bare: { scripts: false },
};

export interface ShotSettings {
  /** Views to take, of light, dark, narrow, narrow-dark and bare; all where absent. */
  readonly views?: readonly string[];
  /** Done to each page once it is loaded. */
  readonly change?: (page: Page) => Promise<void>;
}

/**
 * Writes the screenshots of a page, `OUT/PAGE-VIEW.png`, and with the light view its disclosures opened
 * (`-opened.png`), its print (`-print.png`) and its PDF.
 */
export async function takeShots(
  browser: Browser,
  root: string,
  path: string,
  out: string,
  settings: ShotSettings = {},
): Promise<void> {
  await mkdir(out, { recursive: true });
  const name = join(out, path.replace(/\.html$/, "").replaceAll("/", "-"));
  for (const [view, seen] of Object.entries(views)) {
    if (settings.views && !settings.views.includes(view)) continue;
    const context = await look(browser, seen);
    try {
      const page = await context.newPage();
      await page.goto(root + path, { waitUntil: "load" });
      await settings.change?.(page);
      // Two frames: scripts that wait for the first paint have run then.
      if (seen.scripts !== false) await settle(page);
      await drawAll(page);
      await page.screenshot({ path: `${name}-${view}.png`, fullPage: true });
      if (view === "light" && !settings.views) await takeOthers(page, name);
    } finally {
      await context.close();
    }
  }
}

async function takeOthers(page: Page, name: string): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
  await drawAll(page);
  await page.screenshot({ path: `${name}-opened.png`, fullPage: true });
  await page.reload();
  await page.pdf({ path: `${name}.pdf`, format: "A4", preferCSSPageSize: true });
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: 700, height: 1000 });
  await page.screenshot({ path: `${name}-print.png`, fullPage: true });
}

async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50)));
  });
}
