import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findChromium, launch, look, watch } from "../browser/browser.ts";
import { type Serving, serve } from "../browser/serve.ts";
import { htmlPages } from "../browser/site-pages.ts";
import { hostile, hostileStudy, texts } from "./hostile-study.ts";
import type { SmallStudy } from "./small-study.ts";

const executable = findChromium();

describe("a study of hostile texts, built", () => {
  let study: SmallStudy;
  let dist: string;
  let site: Serving;
  let browser: Browser | undefined;

  beforeAll(async () => {
    study = hostileStudy();
    const words = ["--import", "tsx", "loaders/main.ts", "build", "--study", study.folder];
    const run = spawnSync(process.execPath, words, {
      encoding: "utf8",
      env: { ...process.env, TYNDAU_BASE: "/" },
    });
    expect(run.status, run.stderr).toBe(0);
    dist = join(study.folder, "dist");
    site = await serve(dist);
    if (executable) browser = await launch(executable);
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
    study?.remove();
  });

  test("holds each text in full where it publishes it, and in CSV no cell that a spreadsheet would run", () => {
    const files = readdirSync(dist, { recursive: true, encoding: "utf8" }).filter((file) =>
      file.endsWith(".csv"),
    );
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const rows = parse(readFileSync(join(dist, file), "utf8")) as string[][];
      for (const cell of rows.flat()) expect(cell, file).not.toMatch(/^\s*[=+@\t\r-]/);
      if (file.includes("sayings"))
        expect(
          rows
            .slice(1)
            .map(([saying]) => saying!.replace(/^'/, ""))
            .sort(),
        ).toEqual([...texts].sort());
    }
  });

  describe.skipIf(!executable)("seen in Chromium", () => {
    async function visit(path: string, check: (page: Page) => Promise<void>): Promise<void> {
      const context = await look(browser!, { width: 360 });
      const page = await context.newPage();
      const troubles = watch(page, site.origin);
      try {
        await page.goto(site.url + path, { waitUntil: "load" });
        const title = await page.title();
        await check(page);
        expect(await page.title(), "no script of theirs ran").toBe(title);
        expect(title).not.toBe("run");
        expect(troubles).toEqual([]);
      } finally {
        await context.close();
      }
    }

    /** Elements that only a text of theirs can have made. */
    const made = (page: Page) =>
      page.evaluate(() =>
        [...document.querySelectorAll("*")]
          .filter(
            (element) =>
              [...element.attributes].some(({ name }) => /^on[a-z]/.test(name)) ||
              /^javascript:/i.test(element.getAttribute("href") ?? "") ||
              element.getAttribute("src") === "x" ||
              (element.localName === "script" && element.textContent!.startsWith('document.title="run"')),
          )
          .map((element) => element.outerHTML.slice(0, 100)),
      );

    test.each(["index.html", "explore.html"])(
      "%s: no element, no request, no sideways scrolling of theirs",
      async (path) => {
        await visit(path, async (page) => {
          await page.evaluate(() => {
            for (const details of document.querySelectorAll("details")) details.open = true;
          });
          expect(await made(page)).toEqual([]);
          expect(
            await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
          ).toBeLessThanOrEqual(0);
        });
      },
    );

    test("table, chart, words for it and tips say the texts as they were written", async () => {
      await visit("index.html", async (page) => {
        const figure = page.locator("#fig-sayings");
        const cells = await figure.locator(".figure-table tbody th").allTextContents();
        expect([...cells].sort()).toEqual([...texts].sort());
        const alt = (await figure.locator(".chart-narrow").getAttribute("aria-label"))!;
        for (const text of [hostile.script, hostile.image, hostile.link, hostile.formula])
          expect(alt).toContain(text);
        await figure.locator(".chart-narrow").focus();
        const tips = new Set<string>();
        for (let step = 0; step < texts.length; step++) {
          await page.keyboard.press("ArrowRight");
          tips.add((await page.locator(".tip").textContent())!);
        }
        for (const text of texts)
          expect(
            [...tips].some((tip) => tip.includes(text)),
            text.slice(0, 60),
          ).toBe(true);
        expect(await page.locator(".tip *").count()).toBe(0);
        expect(await made(page)).toEqual([]);
        const register = page.locator(".block-organisations tbody tr").first();
        expect(await register.locator("th").textContent()).toBe(hostile.image);
        expect(await register.locator("td").first().textContent()).toBe(hostile.formula);
      });
    });

    test("the explorer shows their posts as text and writes them out as text", async () => {
      await visit("explore.html?word=школ", async (page) => {
        await page
          .locator(".explorer-lines tbody tr")
          .nth(texts.length - 1)
          .waitFor();
        const lines = await page.locator(".explorer-lines").textContent();
        for (const part of [hostile.script, hostile.image]) expect(lines).toContain(part.slice(0, 20));
        expect(lines, "nothing turns the direction of writing").not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
        expect(await page.locator(".explorer-lines :is(script, img, a)").count()).toBe(0);
        expect(await made(page)).toEqual([]);
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
        ).toBeLessThanOrEqual(0);
        for (const name of ["Lines as CSV", "Counts as CSV"]) {
          const [download] = await Promise.all([
            page.waitForEvent("download"),
            page.getByRole("button", { name }).click(),
          ]);
          const rows = parse(readFileSync(await download.path(), "utf8"), {
            relax_column_count: true,
          }) as string[][];
          for (const cell of rows.flat()) expect(cell, name).not.toMatch(/^\s*[=+@\t\r-]/);
        }
      });
    });

    test.each(["index.html", "explore.html"])(
      "the policy of %s refuses a script, a handler and an address that someone put into it",
      async (path) => {
        const context = await look(browser!);
        const page = await context.newPage();
        const refused: string[] = [];
        page.on("console", (message) => message.type() === "error" && refused.push(message.text()));
        await page.route(`**/${path}`, async (route) => {
          const response = await route.fetch();
          const planted = `<script>document.title = "run"</script><img alt="" src="data:," onerror="document.title = 'run'"><a id="planted" href="javascript:void (document.title = 'run')">planted</a><script src="http://127.0.0.1:9/x.js"></script><base href="http://127.0.0.1:9/">`;
          await route.fulfill({
            response,
            body: (await response.text()).replace("<main", `${planted}<main`),
          });
        });
        await page.goto(site.url + path, { waitUntil: "load" });
        await page.evaluate(() => document.querySelector<HTMLElement>("#planted")!.click());
        await page.waitForTimeout(300);
        expect(await page.title()).not.toBe("run");
        expect(await page.evaluate(() => document.baseURI)).toContain(site.origin);
        const all = refused.join("\n");
        expect(all).toMatch(/Executing inline script violates/);
        expect(all).toMatch(/Executing inline event handler violates/);
        expect(all).toMatch(/JavaScript URL|javascript: URL/i);
        expect(all).toMatch(/Loading the script 'http:\/\/127\.0\.0\.1:9\/x\.js' violates/);
        await context.close();
      },
    );

    test("every page has a policy without a way round it", () => {
      for (const path of htmlPages(dist)) {
        const html = readFileSync(join(dist, path), "utf8");
        const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? "";
        expect(policy, path).toMatch(/default-src 'none'/);
        expect(policy, path).toMatch(/script-src 'self'/);
        expect(policy, path).not.toMatch(/script-src[^;]*'unsafe-(?:inline|eval|hashes)'/);
      }
    });
  });
});
