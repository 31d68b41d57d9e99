import type { BrowserContext, Page } from "playwright-core";
import { beforeAll, expect } from "vitest";
import { findChromium, look, type View, watch } from "./browser.ts";
import { serve } from "./serve.ts";
import { served } from "./served.ts";
import { dist, htmlPages, siteBase } from "./site-pages.ts";

/** Pages of the built site. */
export const pages = htmlPages(dist);

const executable = findChromium();

/** Why the built site can't be looked at, or undefined. */
export const missing =
  pages.length === 0
    ? `no site in ${dist}: run npm run build`
    : executable
      ? undefined
      : "no Chromium: set CHROMIUM_PATH";

/** The ways in which a page is looked at. */
const views = {
  light: { scheme: "light" },
  dark: { scheme: "dark" },
  narrow: { width: 360 },
  "narrow-dark": { width: 360, scheme: "dark" },
  bare: { scripts: false },
} satisfies Record<string, View>;

export type ViewName = keyof typeof views;

/** Opens a page in a view, runs the check, and gives its answer. Fails if anything went wrong meanwhile. */
export type Visit = <T>(path: string, view: ViewName, check: (page: Page) => Promise<T>) => Promise<T>;

/** Serves the built site to a browser while the tests of a `describe` run. */
export function visiting(): Visit {
  // A path that no link may forget: the site is published below one.
  const built = served((folder) => serve(folder, { base: siteBase(folder) }));
  const contexts = new Map<string, BrowserContext>();

  beforeAll(async () => {
    for (const [name, view] of Object.entries(views)) contexts.set(name, await look(built.browser, view));
  });

  return async (path, view, check) => {
    const page = await contexts.get(view)!.newPage();
    const troubles = watch(page, built.site.origin);
    try {
      await page.goto(built.site.url + path, { waitUntil: "load" });
      const result = await check(page);
      expect(troubles).toEqual([]);
      return result;
    } finally {
      await page.close();
    }
  };
}

/** Opens everything on the page that opens. */
export async function openDisclosures(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
}
