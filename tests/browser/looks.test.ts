import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findChromium, launch } from "./browser.ts";
import { compareLooks } from "./compare-looks.ts";
import {
  type Looker,
  type LookView,
  looker,
  lookName,
  lookViews,
  majorOf,
  readBaseline,
} from "./look-baseline.ts";
import { isThorough, isTranslation } from "./looked-pages.ts";
import { columnsOfBlock, kindOf, type PageLook } from "./page-look.ts";
import { type Serving, serve } from "./serve.ts";
import { dist, siteBase } from "./site-pages.ts";
import { missing, pages } from "./visits.ts";

const kept = readBaseline();
const advice = "look at it: npm run shots; if it is meant: npm run shots -- --update-baseline";

/** Every page of the first language in the light, a third of all else by its place in the list; or all. */
const all = pages.flatMap((path) => lookViews.map((view): [string, LookView] => [path, view]));
const own = all.filter(([path, view]) => view === "light" && !isTranslation(path));
const rest = all.filter((one) => !own.includes(one));
const compared = isThorough ? all : [...own, ...rest.filter((_, at) => at % 3 === 0)];

describe.skipIf(missing)(`the look of every page${missing ? ` (skipped: ${missing})` : ""}`, () => {
  let site: Serving;
  let browser: Browser;
  let take: Looker;
  /** Another Chromium breaks lines and smooths letters its own way. */
  let slack = 1;

  beforeAll(async () => {
    site = await serve(dist, { base: siteBase(dist), lifetime: 7_200_000 });
    browser = await launch(findChromium()!);
    take = looker(browser, site.url);
    if (majorOf(browser) !== kept.chromium) {
      slack = 2;
      console.warn(
        `The looks were kept with Chromium ${kept.chromium}, this is ${majorOf(browser)}: they are compared at twice the tolerance.`,
      );
    }
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  test("is kept for each page and view, and for no other", () => {
    const names = all.map(([path, view]) => lookName(path, view));
    expect([...kept.looks.keys()].sort(), advice).toEqual(names.sort());
  });

  test("has no blocks that lie on each other", () => {
    const found = [...kept.looks].flatMap(([name, { overlaps }]) =>
      overlaps.map((pair) => `${name}: ${pair}`),
    );
    expect(found).toEqual([]);
  });

  test.concurrent.each(compared)("%s, %s, is as it was", async (path, view) => {
    const was = kept.looks.get(lookName(path, view));
    expect(was, advice).toBeDefined();
    expect(compareLooks(was!, await take(path, view), slack), advice).toEqual([]);
  });
});

describe("a look that is kept", () => {
  const changed = (look: PageLook, key: string, cells: string): PageLook => ({
    ...look,
    blocks: { ...look.blocks, [key]: { ...look.blocks[key]!, cells } },
  });

  test.each(lookViews)("%s: each chart and table, were it blank, or half of it, would be missed", (view) => {
    let [charts, tables] = [0, 0];
    for (const [name, look] of kept.looks) {
      if (!name.endsWith(` ${view}`)) continue;
      for (const [key, { cells }] of Object.entries(look.blocks)) {
        if (kindOf(key) !== "chart" && kindOf(key) !== "table") continue;
        if (kindOf(key) === "chart") charts++;
        else tables++;
        const blank = compareLooks(look, changed(look, key, "A".repeat(cells.length)), 2);
        expect(blank.join("\n"), name).toContain(key);
        // In two rows of cells each is beside the other: a half is too small to be missed.
        if (kindOf(key) !== "chart" || cells.length < 3 * columnsOfBlock(key)) continue;
        const half = Math.floor(cells.length / 2);
        const halved = cells.slice(0, half) + "A".repeat(cells.length - half);
        expect(compareLooks(look, changed(look, key, halved)).join("\n"), name).toContain(key);
      }
    }
    expect(charts).toBeGreaterThan(100);
    expect(tables).toBeGreaterThan(20);
  });
});
