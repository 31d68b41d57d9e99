import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { accessibilityFaults } from "./axe.ts";
import { findChromium, look, type View, watch } from "./browser.ts";
import { served } from "./served.ts";
import { dist } from "./site-pages.ts";

const executable = findChromium();
const data = join(dist, "data/explorer");
const missing = !existsSync(join(dist, "explore.html"))
  ? `no explorer in ${dist}: run npm run build`
  : executable
    ? undefined
    : "no Chromium: set CHROMIUM_PATH";

interface File {
  readonly threshold: number;
  readonly stories: number;
  readonly dimensions: Readonly<Record<string, readonly string[]>>;
  readonly columns: Readonly<Record<string, readonly number[]>>;
}

describe.skipIf(missing)(`the explorer${missing ? ` (skipped: ${missing})` : ""}`, () => {
  const built = served();

  async function visit(search: string, view: View, check: (page: Page) => Promise<void>): Promise<void> {
    const context = await look(built.browser, view);
    const page = await context.newPage();
    const troubles = watch(page, built.site.origin);
    try {
      await page.goto(`${built.site.url}explore.html${search}`, { waitUntil: "load" });
      await check(page);
      expect(troubles).toEqual([]);
    } finally {
      await context.close();
    }
  }

  function file(): File {
    return JSON.parse(readFileSync(join(data, "explorer.json"), "utf8")) as File;
  }

  const sum = (page: Page) =>
    page.locator(".explorer-sum").evaluate((element) => Number(element.textContent!.replace(/[^0-9]/g, "")));

  test("no published cell is under the threshold", () => {
    const { columns, threshold, stories } = file();
    expect(Math.min(...columns.stories!)).toBeGreaterThanOrEqual(threshold);
    expect(columns.stories!.reduce((all, next) => all + next, 0)).toBe(stories);
  });

  test("all stories first; a choice by the keyboard counts, stands in the address and comes back", async () => {
    const { dimensions, columns, stories } = file();
    const platform = dimensions.platform![0]!;
    const expected = columns.stories!.reduce(
      (all, next, at) => all + (columns.platform![at] === 1 ? next : 0),
      0,
    );
    await visit("", {}, async (page) => {
      await page.locator(".explorer-sum").waitFor();
      expect(await sum(page)).toBe(stories);
      await page.locator(".explorer-choose select").nth(2).focus();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await page.waitForURL(new RegExp(`platform=${platform}`));
      expect(await sum(page)).toBe(expected);
    });
    await visit(`?platform=${platform}`, {}, async (page) => {
      await page.locator(".explorer-sum").waitFor();
      expect(await sum(page)).toBe(expected);
      await page.getByRole("button", { name: "Show all" }).click();
      await page.locator(".explorer-words li").first().waitFor();
      expect(await sum(page)).toBe(stories);
      await page.waitForURL((url) => url.search === "");
    });
  });

  test("the counts go out as CSV with their citation", async () => {
    await visit("?corpus=organisations", {}, async (page) => {
      await page.locator(".explorer-sum").waitFor();
      const shown = await sum(page);
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: "Counts as CSV" }).click(),
      ]);
      const text = readFileSync(await download.path(), "utf8");
      expect(text.split("\n")[0]).toContain("corpus=organisations");
      expect(text.split("\n")[0], "year and edition").toMatch(/\((\d{4}|n\.d\.)\).*\[Edition [0-9a-f]+\]/);
      expect(text).toContain(`\nall,,,${shown}\n`);
    });
  });

  test("the choice goes along when the language is switched; what is said without scripts is out of sight", async () => {
    await visit("?corpus=organisations&word=a", {}, async (page) => {
      await page.locator(".explorer-sum").waitFor();
      const shown = await sum(page);
      const seen = await page
        .locator(".explorer > :not(.explorer-view)")
        .evaluateAll((parts) => parts.map((part) => part.checkVisibility()));
      expect(seen.length).toBeGreaterThan(0);
      expect(seen).not.toContain(true);
      const other = page.locator(".languages a:not([aria-current])").first();
      if ((await other.count()) === 0) return;
      await other.click();
      await page.waitForURL(/\/explore\.html\?corpus=organisations&word=a$/);
      await page.locator(".explorer-sum").waitFor();
      expect(await sum(page)).toBe(shown);
      expect(await page.locator(".explorer-bars").first().textContent()).not.toMatch(/\d{4}-Q\d/);
    });
  });

  test("a word of organisations' posts stands in concordance", async () => {
    const posts = (
      JSON.parse(readFileSync(join(data, "posts.json"), "utf8")) as { posts: { text: string }[] }
    ).posts;
    const word = /\p{L}{6,}/u.exec(posts[0]!.text)![0];
    await visit(`?word=${encodeURIComponent(word)}`, {}, async (page) => {
      const match = page.locator(".explorer-lines tbody td:nth-child(3)").first();
      await match.waitFor();
      expect((await match.textContent())!.toLowerCase()).toContain(word.toLowerCase().replaceAll("ё", "е"));
    });
  });

  test("a topic's words stand in concordance where no word is typed", async () => {
    const { posts } = JSON.parse(readFileSync(join(data, "posts.json"), "utf8")) as {
      posts: { topics: string[]; places: number[][]; text: string }[];
    };
    const topic = posts.find(({ places }) => places[0]?.length)!.topics[0]!;
    const words = posts.flatMap(({ topics, places, text }) => {
      const own = places[topics.indexOf(topic)] ?? [];
      return own.flatMap((start, at) => (at % 2 === 0 ? [text.slice(start, start + own[at + 1]!)] : []));
    });
    await visit(`?topic=${topic}`, {}, async (page) => {
      await page.locator(".explorer-posts").scrollIntoViewIfNeeded();
      const matches = page.locator(".explorer-lines tbody td:nth-child(3)");
      await matches.first().waitFor();
      const shown = (await matches.allTextContents()).filter((text) => text !== "");
      expect(shown.length).toBeGreaterThan(0);
      for (const text of shown) expect(words).toContain(text);
    });
  });

  test.each([
    ["light", { scheme: "light" }],
    ["dark", { scheme: "dark" }],
    ["360 px", { width: 360 }],
  ] as [string, View][])("no accessibility fault and no sideways scrolling, %s", async (_name, view) => {
    await visit("?word=школ", view, async (page) => {
      await page.locator(".explorer-lines tbody tr").first().waitFor();
      expect(await accessibilityFaults(page, "main")).toEqual([]);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
    });
  });

  test("hostile posts show as text", async () => {
    const hostile = [
      "школа <script>document.title='run'</script><img src=x onerror=document.title='run'>",
      'школа <a href="javascript:document.title=1">x</a>',
      `школа ${"ы".repeat(10_000)}`,
      '=HYPERLINK("https://example.org") школа',
    ];
    const context = await look(built.browser, { width: 360 });
    const page = await context.newPage();
    const troubles = watch(page, built.site.origin);
    await page.route("**/data/explorer/posts.json", (route) =>
      route.fulfill({
        json: {
          posts: hostile.map((text) => ({
            organisation: "=1+1",
            scope: "",
            platform: "",
            language: "",
            day: "2022-02-01",
            map_unit: "",
            topics: [],
            places: [],
            text,
          })),
        },
      }),
    );
    await page.goto(`${built.site.url}explore.html?word=${encodeURIComponent("школ")}`, {
      waitUntil: "load",
    });
    await page.locator(".explorer-lines tbody tr").nth(3).waitFor();
    const title = await page.title();
    expect(title).not.toBe("run");
    expect(await page.locator(".explorer-lines :is(script, img, a)").count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Lines as CSV" }).click(),
    ]);
    const text = readFileSync(await download.path(), "utf8");
    expect(text).toContain("'=1+1");
    expect(text).not.toMatch(/(^|,|\n)"?=/);
    expect(troubles).toEqual([]);
    await context.close();
  });

  test("without scripts the page says what it is and leads to the tables", async () => {
    await visit("", { scripts: false }, async (page) => {
      expect(await page.locator("main h1").textContent()).not.toBe("");
      expect(await page.locator("main a[href*='findings']").count()).toBeGreaterThan(0);
    });
  });
});
