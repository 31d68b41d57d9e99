import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { channels, contrast, over, type Rgb } from "../style/colour-math.ts";
import { textPairs } from "../style/colour-pairs.ts";
import { schemes } from "../style/tokens.ts";
import { pageKinds } from "./page-kinds.ts";
import { quiet } from "./quiet.ts";
import { missing, openDisclosures, type ViewName, visiting } from "./visits.ts";

interface Pair {
  /** As `r g b`, 0 to 255, and the opacity that the text and its parents give it. */
  readonly text: string;
  readonly opacity: number;
  readonly ground: string;
  /** At least 24 px, or 18.66 px and bold: WCAG 2.2 asks for less contrast. */
  readonly large: boolean;
  readonly example: string;
}

/**
 * Every colour of text on every ground that the page computes now. The ground of a chart's word is its halo, else the
 * drawn rectangle that it stands on, else what the chart stands on.
 */
function pairsOf(page: Page): Promise<Pair[]> {
  return page.evaluate(() => {
    type Colour = [number, number, number, number];
    const parse = (colour: string): Colour => {
      const [r = 0, g = 0, b = 0, a = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
      return /^(?:none|transparent)$/.test(colour) ? [0, 0, 0, 0] : [r, g, b, a];
    };
    const mix = ([r, g, b, a]: Colour, ground: Colour): Colour => [
      r * a + ground[0] * (1 - a),
      g * a + ground[1] * (1 - a),
      b * a + ground[2] * (1 - a),
      1,
    ];
    const written = ([r, g, b]: Colour) => [r, g, b].map(Math.round).join(" ");
    const grounds = new Map<Element, Colour>();
    const groundOf = (element: Element | null): Colour => {
      if (!element) return parse(getComputedStyle(document.documentElement).backgroundColor);
      const known = grounds.get(element);
      if (known) return known;
      const own = parse(getComputedStyle(element).backgroundColor);
      const ground = own[3] === 1 ? own : mix(own, groundOf(element.parentElement));
      grounds.set(element, ground);
      return ground;
    };
    const opacityOf = (element: Element | null): number =>
      element === null ? 1 : Number(getComputedStyle(element).opacity) * opacityOf(element.parentElement);
    const underOf = (word: Element, svg: Element): Colour => {
      const { paintOrder, stroke, strokeWidth } = getComputedStyle(word);
      if (paintOrder.startsWith("stroke") && stroke !== "none" && Number.parseFloat(strokeWidth) >= 2)
        return parse(stroke);
      const box = word.getBoundingClientRect();
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      let ground = groundOf(svg.closest("div, figure, main"));
      for (const shape of svg.querySelectorAll("rect")) {
        if (!(shape.compareDocumentPosition(word) & Node.DOCUMENT_POSITION_FOLLOWING)) continue;
        const area = shape.getBoundingClientRect();
        if (x < area.left || x > area.right || y < area.top || y > area.bottom) continue;
        const { fill, fillOpacity } = getComputedStyle(shape);
        const [r, g, b, a] = parse(fill);
        ground = mix([r, g, b, a * Number(fillOpacity) * opacityOf(shape)], ground);
      }
      return ground;
    };
    const found = new Map<string, Pair>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!element || !/[\p{L}\p{N}]/u.test(node.textContent ?? "")) continue;
      if (/^(?:script|style|template|title|option|textarea)$/.test(element.localName)) continue;
      if (!element.checkVisibility({ visibilityProperty: true })) continue;
      if (element.closest(":disabled, .visually-hidden, .linked-bar:not(.linked-bar-shown)")) continue;
      const svg = element.closest("svg");
      const style = getComputedStyle(element);
      const [r, g, b, a] = parse(svg ? style.fill : style.color);
      const ground = svg ? underOf(element, svg) : groundOf(element);
      const opacity = Number((a * opacityOf(element) * (svg ? Number(style.fillOpacity) : 1)).toFixed(3));
      const size = Number.parseFloat(style.fontSize);
      const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
      const pair = { text: written([r, g, b, 1]), opacity, ground: written(ground), large };
      const key = JSON.stringify(pair);
      const name = `<${element.localName} class="${element.getAttribute("class") ?? ""}"> ${node.textContent!.trim().slice(0, 30)}`;
      if (!found.has(key)) found.set(key, { ...pair, example: name });
    }
    return [...found.values()];
  });
}

const rgb = (text: string) => text.split(" ").map(Number) as unknown as Rgb;

/** Pairs too near to each other to read, and pairs of tokens that the list of pairs lacks. */
function faultsOf(pairs: readonly Pair[], scheme: "light" | "dark", where: string): string[] {
  const tokens = schemes()[scheme];
  const named = (colour: string) =>
    [...tokens].filter(([, value]) => channels(value).join(" ") === colour).map(([name]) => name);
  return pairs.flatMap(({ text, opacity, ground, large, example }) => {
    const seen = `${where}: ${named(text)[0] ?? text}${opacity === 1 ? "" : ` at ${opacity}`} on ${named(ground)[0] ?? ground}: ${example}`;
    const ratio = contrast(over(rgb(text), rgb(ground), opacity), rgb(ground));
    if (ratio < (large ? 3 : 4.5)) return [`${ratio.toFixed(2)}, ${seen}`];
    const isListed = textPairs.some(
      ([one, other]) => named(text).includes(one) && named(ground).includes(other),
    );
    // A ground that is mixed, as a mark under a word, is no token: its contrast is all that can be asked.
    return isListed || named(ground).length === 0 ? [] : [`not in the list, ${seen}`];
  });
}

describe.skipIf(missing)(
  `colours as the pages compute them${missing ? ` (skipped: ${missing})` : ""}`,
  () => {
    const visit = visiting();

    describe.each([
      ["light", "light"],
      ["dark", "dark"],
      ["narrow-dark", "dark"],
    ] as [ViewName, "light" | "dark"][])("%s", (view, scheme) => {
      test.each(pageKinds)(
        "%s: every text reads on its ground, and the pair is in the list",
        async (_kind, path) => {
          const pairs = await visit(path, view, async (page) => {
            await openDisclosures(page);
            await quiet(page);
            return pairsOf(page);
          });
          expect(pairs.length).toBeGreaterThan(3);
          expect(faultsOf(pairs, scheme, path)).toEqual([]);
        },
      );

      test("a thing chosen in all figures, and a number's row: what fades stays legible", async () => {
        const path = "findings/topics/index.html";
        const pairs = await visit(path, view, async (page) => {
          await page.locator(".linked-bar").waitFor({ state: "attached" });
          await page.locator("main a.claim").first().press("Enter");
          await openDisclosures(page);
          await page.locator("#fig-findings-topics-ranking .linked-choose").first().press("Enter");
          expect(await page.locator(".linked-part").count()).toBeGreaterThan(2);
          return pairsOf(page);
        });
        expect(faultsOf(pairs, scheme, path)).toEqual([]);
      });
    });

    test("a pair that nobody listed, and one that nobody can read, are found", async () => {
      const pairs = await visit("index.html", "light", async (page) => {
        await page.evaluate(() => {
          const [one, other] = document.querySelectorAll<HTMLElement>("main p");
          one!.style.cssText = "color: var(--note-ink); background: var(--accent-wash)";
          other!.style.opacity = "0.4";
        });
        return pairsOf(page);
      });
      const faults = faultsOf(pairs, "light", "index").join("\n");
      expect(faults).toContain("not in the list, index: note-ink on accent-wash");
      expect(faults).toMatch(/\d, index: ink at 0\.4 on paper/);
    });
  },
);
