import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findChromium, launch } from "./browser.ts";
import { compareShots } from "./compare-shots.ts";
import { type Serving, serve } from "./serve.ts";
import { shotsGallery } from "./shots-gallery.ts";
import { dist } from "./site-pages.ts";
import { takeShots } from "./take-shots.ts";
import { missing, pages } from "./visits.ts";

describe.skipIf(missing)(`compared screenshots${missing ? ` (skipped: ${missing})` : ""}`, () => {
  const path = pages.find((page) => /^findings\/.*index\.html$/.test(page)) ?? "index.html";
  let site: Serving;
  let browser: Browser;
  let folder: string;
  const shoot = (set: string, change?: string) =>
    takeShots(browser, site.url, path, join(folder, set), {
      views: ["narrow"],
      ...(change === undefined
        ? {}
        : {
            change: (page) =>
              page.evaluate((spacing) => {
                document.querySelector("h1")!.style.letterSpacing = spacing;
              }, change),
          }),
    });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "tyndau-shots-"));
    site = await serve(dist);
    browser = await launch(findChromium()!);
    await shoot("before");
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
    await rm(folder, { recursive: true, force: true });
  });

  test("a page taken twice is the same", async () => {
    await shoot("again");
    const [shot, ...others] = await compareShots(browser, join(folder, "before"), join(folder, "again"));
    expect(others).toEqual([]);
    expect(shot).toMatchObject({ name: expect.stringMatching(/-narrow\.png$/), state: "same" });
  });

  test("a changed style is found, shown in red, and stands first in the gallery", async () => {
    await shoot("changed", "1px");
    const now = join(folder, "changed");
    const compared = await compareShots(browser, join(folder, "before"), now);
    expect(compared).toHaveLength(1);
    const [shot] = compared;
    expect(shot!.state).toBe("different");
    expect(shot!.share).toBeGreaterThan(0);
    expect(shot!.share).toBeLessThan(0.5);
    expect((await readFile(join(now, shot!.shown!))).subarray(1, 4).toString()).toBe("PNG");
    const same = { name: "other.png", state: "same", share: 0 } as const;
    const gallery = shotsGallery([same, shot!], now, join(folder, "before"));
    expect(gallery).toContain("1 different, 0 only now, 0 only before, 1 same");
    expect(gallery).toContain(`src="../before/${shot!.name}"`);
    expect(gallery.indexOf(shot!.name)).toBeLessThan(gallery.indexOf(same.name));
  });

  test("a page that is gone or new is said", async () => {
    const empty = join(folder, "again-nothing");
    await takeShots(browser, site.url, "404.html", empty, { views: ["narrow"] });
    const states = await compareShots(browser, join(folder, "before"), empty);
    expect(states.map(({ state }) => state).sort()).toEqual(["only before", "only now"]);
  });
});
