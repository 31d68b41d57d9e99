import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findChromium, launch } from "./browser.ts";
import { compareLooks } from "./compare-looks.ts";
import { type Looker, type LookView, looker } from "./look-baseline.ts";
import type { PageLook } from "./page-look.ts";
import { type Serving, serve } from "./serve.ts";
import { dist, siteBase } from "./site-pages.ts";
import { missing } from "./visits.ts";

const finding = "findings/gender/index.html";
/** A page with a table that is open from the start. */
const tabular = "annex/validation.html";

describe.skipIf(missing)(`two looks of a page${missing ? ` (skipped: ${missing})` : ""}`, () => {
  let site: Serving;
  let browser: Browser;
  let take: Looker;
  const kept = new Map<string, PageLook>();

  beforeAll(async () => {
    site = await serve(dist, { base: siteBase(dist) });
    browser = await launch(findChromium()!);
    take = looker(browser, site.url);
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  async function differences(path: string, view: LookView, change?: () => void): Promise<string> {
    const name = `${path} ${view}`;
    const was = kept.get(name) ?? (await take(path, view));
    kept.set(name, was);
    return compareLooks(was, await take(path, view, change)).join("\n");
  }

  test.each(["light", "dark", "narrow", "print"] as LookView[])(
    "%s: are the same, taken twice",
    async (view) => {
      expect(await differences(finding, view)).toBe("");
    },
  );

  test.each([
    [
      "a number by a digit",
      () => {
        const claim = document.querySelector("main a.claim")!;
        claim.textContent = claim.textContent!.replace(/\d(?!.*\d)/, (digit) =>
          String((Number(digit) + 1) % 10),
        );
      },
    ],
    [
      "every number by a digit",
      () => {
        for (const claim of document.querySelectorAll("main a.claim"))
          claim.textContent = claim.textContent!.replace(/\d(?!.*\d)/, (digit) =>
            String((Number(digit) + 1) % 10),
          );
      },
    ],
    [
      "a line more",
      () =>
        document
          .querySelector("main p")!
          .append(" And so it goes on, for one more line of words than there was."),
    ],
    [
      "a digit in a chart",
      () => {
        const word = [...document.querySelectorAll(".chart-wide svg text")].find((one) =>
          /\d/.test(one.textContent!),
        );
        word!.textContent = word!.textContent!.replace(/\d/, "7");
      },
    ],
  ] as [string, () => void][])("are the same but for %s", async (_what, change) => {
    expect(await differences(finding, "light", change)).toBe("");
    expect(await differences(finding, "narrow", change)).toBe("");
  });

  test.each([
    [
      "a blank chart",
      () => {
        document.querySelector<SVGElement>(".figure .chart-wide svg")!.style.visibility = "hidden";
      },
      /chart fig-\S+: ink was/,
    ],
    [
      "a chart without its marks",
      () => {
        for (const mark of document.querySelectorAll(".figure .chart-wide svg :is(path, circle, rect, line)"))
          mark.remove();
      },
      /chart fig-\S+: /,
    ],
    ["a figure that is missing", () => document.querySelector(".figure")!.remove(), /chart fig-\S+ is gone/],
    [
      "a block on another",
      () => {
        document.querySelectorAll<HTMLElement>("main > .figure")[1]!.style.marginTop = "-120px";
      },
      /lie on each other/,
    ],
    [
      "half a chart covered",
      () => {
        const chart = document.querySelector<HTMLElement>(".figure .chart-wide")!;
        chart.style.position = "relative";
        const cover = document.createElement("div");
        Object.assign(cover.style, { position: "absolute", inset: "0 0 0 50%", background: "#fff" });
        chart.append(cover);
      },
      /chart fig-\S+: /,
    ],
    [
      "no stylesheet",
      () => {
        for (const sheet of document.querySelectorAll("link[rel='stylesheet'], style")) sheet.remove();
      },
      /left edge|width/,
    ],
    ["another ground", () => document.body.style.setProperty("background", "#c0c0b8"), /the ground was/],
    [
      "paragraphs that are hidden",
      () => {
        for (const text of document.querySelectorAll<HTMLElement>("main > p"))
          text.style.visibility = "hidden";
      },
      /section \S+: ink/,
    ],
    [
      "two sections in another order",
      () => document.querySelector("main")!.append(document.querySelector("main h2")!),
      /stands where|is new|is gone/,
    ],
  ] as [string, () => void, RegExp][])("differ by %s", async (_what, change, said) => {
    expect(await differences(finding, "light", change)).toMatch(said);
  });

  test.each([
    [
      "hidden",
      () => {
        [...document.querySelectorAll<HTMLElement>("main table")].find((table) =>
          table.checkVisibility(),
        )!.style.visibility = "hidden";
      },
      /table \S+.*: ink was/,
    ],
    [
      "taken out",
      () => {
        [...document.querySelectorAll<HTMLElement>("main table")].find((table) =>
          table.checkVisibility(),
        )!.style.display = "none";
      },
      /table \S+.* is gone/,
    ],
    [
      "narrower by a column",
      () => {
        for (const cell of document.querySelectorAll("main table tr > :last-child")) cell.remove();
      },
      /table \S+/,
    ],
  ] as [string, () => void, RegExp][])("differ by a table that is %s", async (_what, change, said) => {
    expect(await differences(tabular, "light", change)).toMatch(said);
  });
});
