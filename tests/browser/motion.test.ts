import { describe, expect, test } from "vitest";
import { findChromium } from "./browser.ts";
import { served } from "./served.ts";
import { dist, htmlPages } from "./site-pages.ts";

const executable = findChromium();
const path = htmlPages(dist).find((name) => /^findings\/gender\//.test(name));
const missing = !path
  ? `no finding page in ${dist}: run npm run build`
  : executable
    ? undefined
    : "no Chromium: set CHROMIUM_PATH";

describe.skipIf(missing)(`motion${missing ? ` (skipped: ${missing})` : ""}`, () => {
  const built = served();

  /** Animations that run when a Method opens, and elements (with their signs) that would move when they change. */
  async function motions(reducedMotion: "reduce" | "no-preference") {
    const context = await built.browser.newContext({ reducedMotion });
    const page = await context.newPage();
    await page.goto(built.site.url + path, { waitUntil: "load" });
    const seen = await page.evaluate(() => {
      const method = document.querySelector<HTMLDetailsElement>("details.method")!;
      method.getBoundingClientRect();
      getComputedStyle(method.querySelector("summary")!, "::before").transform;
      method.open = true;
      getComputedStyle(method.querySelector("summary")!, "::before").transform;
      const running = document.getAnimations().length;
      let moving = 0;
      for (const element of document.querySelectorAll("body *")) {
        for (const part of [null, "::before", "::after"]) {
          const style = getComputedStyle(element, part);
          if (/[1-9]/.test(style.transitionDuration) || style.animationName !== "none") moving++;
        }
      }
      return { running, moving };
    });
    await context.close();
    return seen;
  }

  test("is there by default, and none for those who ask for none", async () => {
    const moved = await motions("no-preference");
    expect(moved.running).toBeGreaterThan(0);
    expect(moved.moving).toBeGreaterThan(0);
    expect(await motions("reduce")).toEqual({ running: 0, moving: 0 });
  });
});
