import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findChromium, launch, look } from "./browser.ts";
import { type Serving, serve } from "./serve.ts";
import { dist, htmlPages } from "./site-pages.ts";

const executable = findChromium();
const pages = htmlPages(dist).filter((path) => /^(kk\/)?findings\/(gender|topics|spatial)\//.test(path));
const missing =
  pages.length === 0
    ? `no finding pages in ${dist}: run npm run build`
    : executable
      ? undefined
      : "no Chromium: set CHROMIUM_PATH";

describe.skipIf(missing)(`a number of the text${missing ? ` (skipped: ${missing})` : ""}`, () => {
  let site: Serving;
  let browser: Browser;
  const contexts = new Map<number, BrowserContext>();

  beforeAll(async () => {
    site = await serve(dist);
    browser = await launch(executable!);
    for (const width of [412, 1400, 1600]) contexts.set(width, await look(browser, { width }));
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  async function open(path: string, width: number) {
    const page = await contexts.get(width)!.newPage();
    await page.goto(site.url + path, { waitUntil: "load" });
    return page;
  }

  test.each(pages.flatMap((path) => [412, 1400].map((width) => [path, width] as const)))(
    "%s at %i px: a click lands on the head of its Method, at the top of the window",
    async (path, width) => {
      const page = await open(path, width);
      const places = await page.evaluate(async () => {
        const found: { claim: string; top: number }[] = [];
        const claims = [...document.querySelectorAll<HTMLAnchorElement>("main a.claim")];
        const targets = new Map(claims.map((claim) => [claim.hash, claim]));
        for (const claim of targets.values()) {
          for (const details of document.querySelectorAll("details")) details.open = false;
          (document.activeElement as HTMLElement | null)?.blur();
          claim.click();
          let head: Element | null = null;
          for (let wait = 0; wait < 200 && head === null; wait++) {
            await new Promise((resolve) => setTimeout(resolve, 10));
            head = document.querySelector("details.method[open] > summary:focus");
          }
          await new Promise((resolve) =>
            requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(resolve))),
          );
          found.push({ claim: claim.id, top: head?.getBoundingClientRect().top ?? -1 });
        }
        return found;
      });
      await page.close();
      expect(places.length).toBeGreaterThan(0);
      // All of the head is in the window, in its upper part: what the Method says follows it.
      expect(places.filter(({ top }) => top < 0 || top > 150)).toEqual([]);
    },
  );

  test("the Method says which number opened it, with a link that leads back to it", async () => {
    const page = await open(pages[0]!, 1400);
    const claim = page.locator("main a.claim").nth(1);
    const [id, text] = [await claim.getAttribute("id"), await claim.textContent()];
    await claim.click();
    const link = page.locator("details.method[open] .claim-origin a");
    expect(await link.textContent()).toContain(text);
    expect(await link.getAttribute("href")).toBe(`#${id}`);
    await link.click();
    expect(new URL(page.url()).hash).toBe(`#${id}`);
    const inWindow = () =>
      claim.evaluate((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight && document.activeElement === element;
      });
    await expect.poll(inWindow).toBe(true);
    await page.close();
  });

  test("each has an id of its own, the same in every language", async () => {
    const ids = async (path: string) => {
      const page = await open(path, 1400);
      const found = await page.locator("main a.claim").evaluateAll((claims) => claims.map(({ id }) => id));
      await page.close();
      return found;
    };
    for (const path of pages.filter((page) => !page.startsWith("kk/"))) {
      const own = await ids(path);
      expect(new Set(own).size).toBe(own.length);
      expect(own.every((id) => id.startsWith("claim-"))).toBe(true);
      if (pages.includes(`kk/${path}`)) expect((await ids(`kk/${path}`)).sort()).toEqual(own.sort());
    }
  });

  test("a wide window has notes beside the text, in the margin; a narrower one has none", async () => {
    const notes = async (width: number) => {
      const page = await open(pages[0]!, width);
      if (width >= 1600) await page.locator(".side-note").first().waitFor();
      const places = await page.evaluate(() => {
        const text = document.querySelector("main > p")!.getBoundingClientRect().right;
        return [...document.querySelectorAll(".side-notes")]
          .filter((note) => note.getClientRects().length > 0)
          .map((note) => note.getBoundingClientRect().left - text);
      });
      await page.close();
      return places;
    };
    const wide = await notes(1600);
    expect(wide.length).toBeGreaterThan(0);
    for (const gap of wide) expect(gap).toBeGreaterThan(0);
    expect(await notes(412)).toEqual([]);
  });
});
