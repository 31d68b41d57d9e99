import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CodingItem } from "../../loaders/validate/coding-item.ts";
import { deskPage } from "../../loaders/validate/desk/page.ts";
import { deskLanguages, words } from "../../loaders/validate/desk/words.ts";
import { questionsOf } from "../../loaders/validate/question.ts";
import { readSheet } from "../../loaders/validate/read-sheet.ts";
import { findChromium, launch, look, watch } from "../browser/browser.ts";

const executable = findChromium();

const hostile = '</script><script>document.title="broken"</script><img src=x onerror=alert(1)>\u2028 "=1+1"';
const items: CodingItem[] = Array.from({ length: 20 }, (_, index) => ({
  item: `abcd-${String(index + 1).padStart(4, "0")}`,
  question: index < 10 ? "topics/water" : index < 15 ? "gender" : "places",
  date: "2022-03-01",
  language: index % 2 === 0 ? "ru" : "kk",
  title: index === 3 ? hostile : `Заголовок ${index + 1}`,
  text: index === 3 ? hostile : `Мәтін ${index + 1}`,
}));
const questions = questionsOf({
  topics: [{ id: "water", title: { en: "Water", ru: "Вода", kk: "Су" }, query: { ru: "вод*" } }],
  barriers: [],
  programmes: [],
  disabilities: [],
  gender: {
    boys: { words: { ru: ["юноша"] }, except: {} },
    girls: { words: { ru: ["девушка"] }, except: {} },
  },
  regions: Array.from({ length: 20 }, (_, index) => ({
    id: `XX-${index + 1}`,
    name: { en: `Region ${index + 1}`, ru: `Область ${index + 1}`, kk: `${index + 1} облысы` },
    type: "region" as const,
    mapUnit: "one",
    population: [],
    populationSource: "none",
    patterns: ["край"],
  })),
});
const data = {
  sample: "abcd01234567",
  items,
  questions,
};
const answersByItem = new Map(
  items.map(({ item, question }) => [
    item,
    questions.find(({ id }) => id === question)!.answers.map(({ code }) => code),
  ]),
);
/** Keys pressed for the twenty items, and the codes that they mean. */
const pressed = [..."1031100131", ..."1230-", "1", "w", "s", "0", "-"];
const meant = [
  ...pressed.slice(0, 10).map((key) => (key === "3" ? "?" : key)),
  ...["boys", "girls", "both", "none", "?"],
  ...["XX-1", "XX-11", "XX-20", "none", "?"],
];

describe("the page", () => {
  it("gives the same bytes for the same sample, allows no request, and keeps texts inside its JSON", async () => {
    const page = await deskPage(data);
    expect(await deskPage(data)).toBe(page);
    expect(page).toContain("default-src 'none'");
    expect(page).not.toContain("unsafe");
    expect(page).not.toContain("<img");
    expect(page.match(/<\/script>/g)).toHaveLength(2);
    expect(page).not.toMatch(/https?:\/\//);
  });

  it("has every word in every language", () => {
    for (const language of deskLanguages) {
      expect(Object.keys(words[language])).toEqual(Object.keys(words.en));
    }
  });
});

describe.skipIf(!executable)("the coding desk in a browser", () => {
  let folder: string;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let troubles: string[];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "desk-"));
    writeFileSync(join(folder, "desk.html"), await deskPage(data));
    browser = await launch(executable!);
    context = await look(browser);
    page = await context.newPage();
    troubles = watch(page, "file://");
    await page.goto(pathToFileURL(join(folder, "desk.html")).href);
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const said = (id: string) => page.locator(`#${id}`).textContent();

  it("codes 20 items by keyboard, is reloaded midway, exports, and is read back", async () => {
    for (const key of pressed.slice(0, 2)) await page.keyboard.press(key);
    // What was coded before the name was written is the named coder's.
    await page.fill("#coder", "Айгүл");
    await page.keyboard.press("Enter");
    for (const key of pressed.slice(2, 10)) await page.keyboard.press(key);
    expect(await said("progress-word")).toBe("Закодировано 10 из 20");

    await page.reload();
    expect(await said("progress-word")).toBe("Закодировано 10 из 20");
    expect(await said("place")).toBe("11 / 20 · 2022-03-01");
    expect(await said("question")).toBe("Каких детей называет эта запись?");
    expect(await page.inputValue("#coder")).toBe("Айгүл");

    for (const key of pressed.slice(10)) await page.keyboard.press(key);
    expect(await said("finished")).toBe(words.ru.finished);

    const download = page.waitForEvent("download");
    await page.keyboard.press("e");
    const file = await download;
    expect(file.suggestedFilename()).toBe("codes-abcd01234567-Айгүл.csv");
    const path = join(folder, "codes.csv");
    await file.saveAs(path);
    const { sheet, mistakes } = await readSheet(path, readFileSync(path), answersByItem);
    expect(mistakes).toEqual([]);
    expect(items.map(({ item }) => sheet.codes.get(item))).toEqual(meant);
    expect(troubles).toEqual([]);
  });

  it("shows hostile texts as text, goes back, changes a code and keeps a note", async () => {
    for (let i = 0; i < 16; i++) await page.keyboard.press("ArrowLeft");
    expect(await said("place")).toMatch(/^4 \/ 20/);
    expect(await said("text")).toBe(hostile);
    expect(await page.locator("[data-code][aria-pressed=true]").getAttribute("data-code")).toBe("1");
    await page.fill("#note", "1 = спорно, e");
    await page.keyboard.press("Enter");
    await page.keyboard.press("0");
    await page.keyboard.press("ArrowLeft");
    expect(await page.inputValue("#note")).toBe("1 = спорно, e");
    expect(await page.locator("[data-code][aria-pressed=true]").getAttribute("data-code")).toBe("0");
    expect(troubles).toEqual([]);
  });

  it("speaks Russian, Kazakh and English, and keeps the choice", async () => {
    for (const [language, question] of [
      ["ru", "Эта запись о теме «Вода»?"],
      ["en", "Is this post about “Water”?"],
      ["kk", "Бұл жазба «Су» тақырыбы туралы ма?"],
    ] as const) {
      await page.click(`[data-language=${language}]`);
      expect(await said("question")).toBe(question);
    }
    await page.reload();
    expect(await page.locator("html").getAttribute("lang")).toBe("kk");
    expect(await said("progress-word")).toBe("20 жазбаның 20 кодталды");
  });

  it("keeps two coders on one machine apart", async () => {
    await page.fill("#coder", "B");
    await page.keyboard.press("Enter");
    expect(await said("progress-word")).toBe("20 жазбаның 0 кодталды");
    await page.fill("#coder", "Айгүл");
    await page.keyboard.press("Enter");
    expect(await said("progress-word")).toBe("20 жазбаның 20 кодталды");
  });

  it("passes axe's checks of WCAG AA", async () => {
    const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8");
    // The policy refuses added scripts, as it should: axe runs in a page with the same markup and no policy.
    const open = await (await look(browser)).newPage();
    writeFileSync(
      join(folder, "open.html"),
      (await deskPage(data)).replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ""),
    );
    await open.goto(pathToFileURL(join(folder, "open.html")).href);
    await open.evaluate(axe);
    const found = await open.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
      const { violations } = await axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21aa"] });
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`);
    });
    expect(found).toEqual([]);
  });

  it("keeps the work over a reload where the browser's storage is emptied or blocked, and says so", async () => {
    const other = await context.newPage();
    other.setDefaultTimeout(10_000);
    const progress = () => other.locator("#progress-word").textContent();
    const unkept = () => other.locator("#unkept").textContent();
    try {
      await other.goto(pathToFileURL(join(folder, "desk.html")).href);
      await other.evaluate(() => localStorage.clear());
      await other.reload();
      expect(await unkept()).toBe("");
      for (const key of "101") await other.keyboard.press(key);
      expect(await progress()).toBe("Закодировано 3 из 20");
      await other.evaluate(() => localStorage.clear());
      await other.reload();
      expect(await progress()).toBe("Закодировано 3 из 20");

      await other.addInitScript(() =>
        Object.defineProperty(window, "localStorage", {
          get: () => {
            throw new DOMException("denied", "SecurityError");
          },
        }),
      );
      await other.reload();
      expect(await unkept()).toBe(words.ru.unkept);
      await other.keyboard.press("1");
      await other.reload();
      expect(await progress()).toBe("Закодировано 4 из 20");
    } finally {
      await other.close();
    }
  });
});
