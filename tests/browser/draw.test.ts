import { statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { findChromium, look } from "./browser.ts";
import { served } from "./served.ts";
import { dist, htmlPages } from "./site-pages.ts";
import { standsStill } from "./stands-still.ts";

const path = htmlPages(dist).find((name) => /^findings\/spatial\//.test(name));
const missing = !path
  ? `no finding page in ${dist}: run npm run build`
  : findChromium()
    ? undefined
    : "no Chromium: set CHROMIUM_PATH";

/** The largest finding page: its charts have thousands of parts. */
const largest = htmlPages(dist)
  .filter((name) => /^findings\//.test(name))
  .sort((a, b) => statSync(join(dist, b)).size - statSync(join(dist, a)).size)[0];

/** What stands in for idle time until `beIdle()` is called. */
const neverIdle = () => {
  const idle = requestIdleCallback;
  const waiting: IdleRequestCallback[] = [];
  Object.assign(globalThis, {
    requestIdleCallback: (call: IdleRequestCallback) => waiting.push(call),
    isIdleAwaited: () => waiting.length > 0,
    idleOnce: () => waiting.shift()?.({ didTimeout: false, timeRemaining: () => 1 }),
    beIdle: () => {
      globalThis.requestIdleCallback = idle;
      for (const call of waiting) idle(call);
    },
  });
};

/** How many figures the page has, and how many of them would be in a picture of the whole page. */
function figuresOf(page: Page): Promise<{ all: number; drawn: number }> {
  return page.evaluate(() => {
    const figures = [...document.querySelectorAll("figure.figure > .figure-title")];
    const drawn = figures.filter((title) => title.checkVisibility({ contentVisibilityAuto: true }));
    return { all: figures.length, drawn: drawn.length };
  });
}

/** The name and thing of each part of each chart, in order. */
function partsOfCharts(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll(".chart svg")].map((chart) =>
      [...chart.querySelectorAll("*")]
        .map((part) => `${part.localName} ${part.getAttribute("data-of")}`)
        .join(),
    ),
  );
}

async function allDrawn(page: Page): Promise<void> {
  const left = async () => {
    const { all, drawn } = await figuresOf(page);
    return all - drawn;
  };
  await expect.poll(left, { timeout: 30_000 }).toBe(0);
}

describe.skipIf(missing)(`figures far from the window${missing ? ` (skipped: ${missing})` : ""}`, () => {
  const built = served();

  test("are drawn in idle time, so that a picture of the whole page has them all", async () => {
    const context = await look(built.browser, { width: 360 });
    const page = await context.newPage();
    await page.goto(built.site.url + path, { waitUntil: "load" });
    await allDrawn(page);
    expect((await figuresOf(page)).all).toBeGreaterThan(5);
    await context.close();
  });

  test("do not move what a reader has gone to when they are drawn above it", async () => {
    const context = await look(built.browser, { width: 360 });
    const page = await context.newPage();
    await page.goto(built.site.url + path, { waitUntil: "load" });
    const id = await page.evaluate(() => [...document.querySelectorAll("figure.figure")].at(-2)!.id);
    // Nothing is idle until the reader is there.
    await page.addInitScript(neverIdle);
    await page.goto("about:blank");
    await page.goto(`${built.site.url}${path}#${id}`, { waitUntil: "load" });
    const figure = page.locator(`figure[id="${id}"]`);
    await standsStill(figure);
    const before = await figuresOf(page);
    expect(before.drawn).toBeLessThan(before.all);
    const top = () => figure.evaluate((element) => element.getBoundingClientRect().top);
    const was = await top();
    await page.evaluate("beIdle()");
    await allDrawn(page);
    expect(Math.abs((await top()) - was)).toBeLessThan(2);
    await context.close();
  });

  test("are drawn in pieces where their charts are large, but not under a reader's eyes", async () => {
    const context = await look(built.browser, { width: 360 });
    const page = await context.newPage();
    await page.addInitScript(neverIdle);
    await page.goto(built.site.url + largest, { waitUntil: "load" });
    const large = await page.evaluate(() =>
      [...document.querySelectorAll("figure.figure")]
        .filter((figure) =>
          [...figure.querySelectorAll(".chart svg")].some(
            (chart) => chart.querySelectorAll("*").length > 300,
          ),
        )
        .map(({ id }) => id),
    );
    await expect.poll(() => page.evaluate("isIdleAwaited()"), { timeout: 30_000 }).toBe(true);
    const seen = large.at(-1)!;
    const figure = page.locator(`figure[id="${seen}"]`);
    await figure.evaluate((element) => element.scrollIntoView());
    await standsStill(figure);
    const unseenYet = await page.evaluate(
      (ids) =>
        ids.filter((id) => {
          const title = document.getElementById(id)!.firstElementChild!;
          return !title.checkVisibility({ contentVisibilityAuto: true });
        }),
      large,
    );
    expect(unseenYet.length).toBeGreaterThan(0);
    expect(unseenYet).not.toContain(seen);
    const cut = new Set<string>();
    const unseen = () =>
      page.evaluate(() => {
        (globalThis as unknown as { idleOnce: () => void }).idleOnce();
        return [...document.querySelectorAll(".undrawn")].map((piece) => piece.closest("figure")!.id);
      });
    for (let step = 0; step < 200; step++) for (const id of await unseen()) cut.add(id);
    expect([...cut].sort()).toEqual([...unseenYet].sort());
    expect(await unseen()).toEqual([]);
    const parts = await partsOfCharts(page);
    const { all, drawn } = await figuresOf(page);
    expect(drawn).toBe(all);
    await context.close();
    const plain = await look(built.browser, { width: 360, scripts: false });
    const without = await plain.newPage();
    await without.goto(built.site.url + largest, { waitUntil: "load" });
    expect(await partsOfCharts(without)).toEqual(parts);
    await plain.close();
  });

  test("are whole at once for who presses a key", async () => {
    const context = await look(built.browser, { width: 360 });
    const page = await context.newPage();
    await page.addInitScript(neverIdle);
    await page.goto(built.site.url + largest, { waitUntil: "load" });
    await expect
      .poll(() =>
        page.evaluate(() => {
          (globalThis as unknown as { idleOnce: () => void }).idleOnce();
          return document.querySelectorAll(".undrawn").length;
        }),
      )
      .toBeGreaterThan(0);
    await page.keyboard.press("Shift");
    expect(await page.locator(".undrawn").count()).toBe(0);
    await context.close();
  });

  test("have the same place and height whether the browser holds them for drawing or not", async () => {
    const context = await look(built.browser, { width: 1400 });
    const page = await context.newPage();
    await page.goto(built.site.url + path, { waitUntil: "load" });
    await allDrawn(page);
    const moved = await page.evaluate(() => {
      const parts = [...document.querySelectorAll<HTMLElement>(".figure, .number-methods")];
      const places = () =>
        parts.flatMap((part) => {
          const inner = part.firstElementChild!.getBoundingClientRect();
          return [part.getBoundingClientRect().height, inner.top - parts[0]!.getBoundingClientRect().top];
        });
      const drawn = places();
      // What `content-visibility: auto` adds to a part in sight (css-contain-2, section 4).
      for (const part of parts) part.style.contain = "layout style paint";
      const held = places();
      return { parts: parts.length, moved: held.filter((place, at) => Math.abs(place - drawn[at]!) > 0.5) };
    });
    expect(moved.parts).toBeGreaterThan(5);
    expect(moved.moved).toEqual([]);
    await context.close();
  });

  test("are all drawn where the page is opened from a disk", async () => {
    const context = await look(built.browser);
    const page = await context.newPage();
    await page.goto(pathToFileURL(`${dist}/${path}`).href, { waitUntil: "load" });
    const { all, drawn } = await figuresOf(page);
    expect(all).toBeGreaterThan(5);
    expect(drawn).toBe(all);
    await context.close();
  });

  test("are all drawn where there are no scripts", async () => {
    const context = await look(built.browser, { scripts: false });
    const page = await context.newPage();
    await page.goto(built.site.url + path, { waitUntil: "load" });
    const { all, drawn } = await figuresOf(page);
    expect(drawn).toBe(all);
    await context.close();
  });
});
