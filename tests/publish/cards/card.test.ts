import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { afterAll, expect, test } from "vitest";
import { cardSvg } from "../../../loaders/publish/cards/card.ts";
import { drawCards } from "../../../loaders/publish/cards/draw-cards.ts";

const folder = mkdtempSync(join(tmpdir(), "cards-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const figure =
  '<svg xmlns="http://www.w3.org/2000/svg" width="680" height="200" font-family="system-ui"><style>.x{}</style><rect width="680" height="200" fill="var(--series-1, #0067a5)"/><text fill="currentColor">Доля</text></svg>';

test("a card is one valid SVG: title as text, the figure's variables resolved, its style sheet left out", () => {
  const svg = cardSvg({ title: "<b>Қыздар & ұлдар</b>", report: "Есеп", figure }, "Face");
  const { document } = new JSDOM(svg, { contentType: "image/svg+xml" }).window;
  expect(document.documentElement.getAttribute("viewBox")).toBe("0 0 1200 630");
  expect(document.querySelector("text")!.textContent).toBe("<b>Қыздар & ұлдар</b>");
  expect(document.querySelector("style")).toBeNull();
  expect(document.querySelector("svg svg rect")!.getAttribute("fill")).toBe("#0067a5");
  expect(svg).not.toMatch(/var\(|currentColor|system-ui/);
});

/** Dark pixels need letters: the share of bytes that differ between two cards is no proof, their size is. */
const header = (file: string) => readFileSync(file).subarray(0, 24);

test("cards are PNG files of 1200 by 630, the same bytes each time, with letters of all three languages", async () => {
  writeFileSync(join(folder, "share.svg"), figure);
  const pages = [
    { path: "index", title: "Ә", report: "" },
    { path: "ru/findings/a", title: "Кого называют", report: "Отчёт", figure: "share.svg" },
    { path: "kk/none", title: "Қазақша әғқңөұүһі", report: "Есеп", figure: "missing.svg" },
    { path: "blank", title: " ", report: "" },
  ];
  const [one, two] = [join(folder, "one"), join(folder, "two")];
  await drawCards(pages, folder, one);
  await drawCards(pages, folder, two);
  for (const { path } of pages) {
    const file = join(one, `${path}.png`);
    expect(existsSync(file)).toBe(true);
    expect(header(file).toString("latin1", 1, 4)).toBe("PNG");
    expect([header(file).readUInt32BE(16), header(file).readUInt32BE(20)]).toEqual([1200, 630]);
    expect(readFileSync(file).equals(readFileSync(join(two, `${path}.png`)))).toBe(true);
  }
  const size = (path: string) => readFileSync(join(one, `${path}.png`)).length;
  expect(size("kk/none")).toBeGreaterThan(size("blank") + 1000);
});
