import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { findChromium } from "./browser.ts";
import { slow4g } from "./page-load.ts";
import { serveCompressed } from "./serve-compressed.ts";
import { served } from "./served.ts";
import { dist, htmlPages } from "./site-pages.ts";

const executable = findChromium();
const pages = htmlPages(dist).filter((path) => /^findings\//.test(path));
const missing =
  pages.length < 2
    ? `no finding pages in ${dist}: run npm run build`
    : executable
      ? undefined
      : "no Chromium: set CHROMIUM_PATH";

describe.skipIf(missing)(`the faces of a page${missing ? ` (skipped: ${missing})` : ""}`, () => {
  const built = served(serveCompressed);

  async function visit(javaScriptEnabled: boolean, use: (page: Page) => Promise<void>): Promise<void> {
    const context = await built.browser.newContext({ javaScriptEnabled });
    try {
      await use(await context.newPage());
    } finally {
      await context.close();
    }
  }

  test("are there on a first visit where the line is quick, and nothing is fetched twice", async () => {
    await visit(true, async (page) => {
      const asked: string[] = [];
      page.on("request", (request) => asked.push(request.url()));
      await page.goto(built.site.url + pages[0]!);
      expect(await faceOf(page)).toEqual(["Source Serif 4"]);
      expect(await page.locator("link[rel='prefetch']").count()).toBe(0);
      expect(new Set(asked).size).toBe(asked.length);
    });
  });

  test("are there without scripts too", async () => {
    await visit(false, async (page) => {
      await page.goto(built.site.url + pages[0]!);
      expect(await faceOf(page)).toEqual(["Source Serif 4"]);
    });
  });

  test("come with the second page where the line is slow: the first shows its text before any is asked for", async () => {
    await visit(true, async (page) => {
      const session = await page.context().newCDPSession(page);
      await session.send("Network.enable");
      await session.send("Network.emulateNetworkConditions", slow4g);
      const faces = /\.woff2$|faces-\w+\.\w+\.css$/;
      const early: string[] = [];
      const note = (request: { url(): string }) => faces.test(request.url()) && early.push(request.url());
      page.on("request", note);
      await page.goto(built.site.url + pages[0]!, { waitUntil: "domcontentloaded" });
      expect(early).toEqual([]);
      page.off("request", note);
      const held = page.locator("head > link[rel='prefetch']");
      await held.first().waitFor({ state: "attached" });
      const promised = await held.evaluateAll((links) => links.map((link) => (link as HTMLLinkElement).href));
      expect(promised.filter((address) => faces.test(address))).toHaveLength(1);
      expect(await faceOf(page)).not.toContain("Source Serif 4");
      await page.waitForFunction(
        (addresses) => addresses.every((address) => performance.getEntriesByName(address).length > 0),
        promised,
      );
      await page.goto(built.site.url + pages[1]!);
      expect(await faceOf(page)).toEqual(["Source Serif 4"]);
      expect(await page.locator("link[rel='prefetch']").count()).toBe(0);
    });
  });
});

/** Families that the browser took for the letters of the page's title. */
async function faceOf(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  await session.send("DOM.enable");
  await session.send("CSS.enable");
  const { root } = await session.send("DOM.getDocument");
  const { nodeId } = await session.send("DOM.querySelector", { nodeId: root.nodeId, selector: "main h1" });
  const { fonts } = await session.send("CSS.getPlatformFontsForNode", { nodeId });
  await session.detach();
  return fonts.map(({ familyName }) => familyName);
}
