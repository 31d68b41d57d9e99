import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { pageKinds } from "./page-kinds.ts";
import { quiet } from "./quiet.ts";
import { standsStill } from "./stands-still.ts";
import { missing, openDisclosures, type ViewName, visiting } from "./visits.ts";

interface Walk {
  /** What can be used with a pointer and the keys never came to. */
  readonly missed: readonly string[];
  /** What had the focus and did not show it, or showed it out of sight. */
  readonly unseen: readonly string[];
  readonly stops: number;
}

/**
 * Goes through a page by Tab alone, as often as there are stops. A stop shows its focus where its outline, shadow,
 * border or ground differs from what it has without.
 */
async function walk(page: Page): Promise<Walk> {
  await page.evaluate(() => {
    // A thing that is named again is chosen at its first name: the others are for the pointer.
    const usable =
      "a[href], button:not(.linked-choose[tabindex='-1']), input, select, textarea, summary, [tabindex]:not([tabindex='-1']), [contenteditable]";
    const look = (element: Element) => {
      const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, backgroundColor } =
        getComputedStyle(element);
      const outline = outlineStyle === "none" ? "none" : `${outlineStyle} ${outlineWidth} ${outlineColor}`;
      return [outline, boxShadow, borderColor, backgroundColor].join(" | ");
    };
    const name = (element: Element) =>
      element.outerHTML
        .replace(/\s+/g, " ")
        .slice(0, Math.max(60, element.outerHTML.indexOf(">") + 30))
        .slice(0, 200);
    const waiting = new Map<Element, string>();
    for (const element of document.querySelectorAll(usable)) {
      const usableNow =
        !(element as HTMLButtonElement).disabled && element.checkVisibility({ visibilityProperty: true });
      // One radio button of a group takes the focus for all.
      const grouped = element instanceof HTMLInputElement && element.type === "radio" && !element.checked;
      if (usableNow && !grouped) waiting.set(element, look(element));
    }
    const met = new Set<Element>();
    Object.assign(globalThis, {
      keyboardWalk: {
        /** What the focus is on now; undefined once it has come round. */
        async stop(): Promise<string | undefined> {
          const element = document.activeElement;
          if (!element || element === document.body || met.has(element)) return undefined;
          met.add(element);
          const before = waiting.get(element);
          const isInSight = () => {
            const box = element.getBoundingClientRect();
            const across = Math.min(box.right, innerWidth) - Math.max(box.left, 0);
            const down = Math.min(box.bottom, innerHeight) - Math.max(box.top, 0);
            return across >= 1 && down >= 1;
          };
          const faults: string[] = [];
          // Scrolling ends in a later frame.
          for (let frame = 0; frame < 30 && !isInSight(); frame++)
            await new Promise((resolve) => requestAnimationFrame(resolve));
          if (!isInSight()) faults.push("out of sight");
          if (before === look(element)) faults.push("no sign of the focus");
          return faults.length === 0 ? "" : `${faults.join(", ")}: ${name(element)}`;
        },
        missed: () => [...waiting.keys()].filter((element) => !met.has(element)).map(name),
      },
    });
  });
  interface Walker {
    keyboardWalk: { stop(): Promise<string | undefined>; missed(): string[] };
  }
  const unseen: string[] = [];
  let stops = 0;
  for (; stops < 3000; stops++) {
    await page.keyboard.press("Tab");
    const said = await page.evaluate(
      async () => (await (globalThis as unknown as Walker).keyboardWalk.stop()) ?? "round",
    );
    if (said === "round") break;
    if (said !== "") unseen.push(said);
  }
  const missed = await page.evaluate(() => (globalThis as unknown as Walker).keyboardWalk.missed());
  return { missed, unseen, stops };
}

describe.skipIf(missing)(`by Tab alone${missing ? ` (skipped: ${missing})` : ""}`, () => {
  const visit = visiting();

  test.each(pageKinds)(
    "%s (%s): everything usable is reached, in sight, with a visible focus",
    async (_kind, path) => {
      for (const view of ["light", "narrow-dark"] as ViewName[]) {
        const found = await visit(path, view, async (page) => {
          // The explorer fetches what it shows.
          await quiet(page);
          await standsStill(page.locator("html"));
          if (view === "light") await openDisclosures(page);
          return walk(page);
        });
        expect({ missed: found.missed, unseen: found.unseen }, view).toEqual({ missed: [], unseen: [] });
        expect(found.stops).toBeGreaterThan(2);
      }
    },
  );

  test("a link without a sign of its focus, and a thing that Tab does not reach, are found", async () => {
    await visit("index.html", "light", async (page) => {
      await page.evaluate(() => {
        const link = document.querySelector<HTMLElement>("main a[href]")!;
        link.style.outline = "none";
        link.style.boxShadow = "none";
        const button = document.createElement("button");
        button.textContent = "planted";
        button.addEventListener("focus", () => button.blur());
        button.tabIndex = -1;
        document.querySelector("main")!.append(button);
      });
      const { missed, unseen } = await walk(page);
      expect(unseen.filter((one) => one.startsWith("no sign")).length).toBeGreaterThan(0);
      expect(missed.join()).toContain("planted");
    });
  });
});
