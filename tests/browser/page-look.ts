import type { Page } from "playwright-core";
import { drawAll } from "./draw-all.ts";
import { type Grey, greyOf } from "./png-grey.ts";

/** A block as it looks: where it is, and where its ink lies. Lengths are CSS pixels. */
export interface BlockLook {
  readonly left: number;
  readonly width: number;
  readonly height: number;
  /** One character a cell, row by row, as `levelOf` reads it. */
  readonly cells: string;
}

/** How a page looks, block by block: small enough to keep for every page and view, and where a text grows no other. */
export interface PageLook {
  /** The commonest grey, 0 (black) to 255 (white). */
  readonly ground: number;
  /** By kind and id, such as `chart fig-findings-gender-share`, from the top to the end. */
  readonly blocks: Readonly<Record<string, BlockLook>>;
  /** Pairs of blocks that lie on each other. */
  readonly overlaps: readonly string[];
}

/** Cells a row: charts are looked at closely, text by how full its columns are. */
const columnsOf = { chart: 24, table: 12, section: 12, heading: 12, frame: 8 } as const;

export type BlockKind = keyof typeof columnsOf;
export const kindOf = (key: string) => key.split(" ", 1)[0] as BlockKind;
export const columnsOfBlock = (key: string) => columnsOf[kindOf(key)];

interface Box {
  readonly key: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Pictures are taken this much smaller: the smoothing of letters is no matter then. */
const scale = 1 / 4;
/** A chart has at most so many rows of cells. */
const mostRows = 24;

/** Takes the look of a page as it is now, all of its height. */
export async function takeLook(page: Page): Promise<PageLook> {
  await settle(page);
  let before = await boxesOf(page);
  let data = await pictureOf(page, before.width, before.height);
  // Scripts that come late move what follows: the boxes and the picture must be of one moment.
  for (let tries = 0; tries < 10; tries++) {
    const after = await boxesOf(page);
    if (JSON.stringify(after) === JSON.stringify(before)) break;
    before = after;
    data = await pictureOf(page, before.width, before.height);
  }
  const { boxes, overlaps } = before;
  const picture = greyOf(Buffer.from(data, "base64"));
  const ground = groundOf(picture);
  const blocks = boxes.map((box): [string, BlockLook] => {
    const columns = columnsOfBlock(box.key);
    const rows =
      kindOf(box.key) === "chart"
        ? Math.min(mostRows, Math.max(1, Math.round((box.height * columns) / box.width)))
        : 1;
    return [
      box.key,
      {
        left: Math.round(box.left),
        width: Math.round(box.width),
        height: Math.round(box.height),
        cells: cellsOf(picture, box, ground, columns, rows),
      },
    ];
  });
  return { ground, blocks: Object.fromEntries(blocks), overlaps };
}

async function pictureOf(page: Page, width: number, height: number): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send("Page.captureScreenshot", {
    format: "png",
    captureBeyondViewport: true,
    optimizeForSpeed: true,
    clip: { x: 0, y: 0, width, height, scale },
  });
  await session.detach();
  return data;
}

async function settle(page: Page): Promise<void> {
  // tsx wraps every function that has a name in this one, which the page has not.
  await page.evaluate("globalThis.__name ??= (named) => named");
  await drawAll(page);
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50)));
  });
}

function boxesOf(page: Page): Promise<{ boxes: Box[]; overlaps: string[]; width: number; height: number }> {
  return page.evaluate(() => {
    const main = document.querySelector("main")!;
    const isShown = (element: Element) =>
      element.checkVisibility({ contentVisibilityAuto: true }) && element.getBoundingClientRect().width > 1;
    const shown = (selector: string) => [...document.querySelectorAll(selector)].filter(isShown);
    const boxes: Box[] = [];
    const keys = new Map<Element, string>();
    const counts = new Map<string, number>();
    const add = (kind: string, id: string, element: Element, height?: number) => {
      const name = `${kind} ${id}`.trim();
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      const key = count === 1 ? name : `${name} ${count}`;
      const box = element.getBoundingClientRect();
      boxes.push({
        key,
        left: kind === "section" ? main.getBoundingClientRect().left : box.left,
        top: box.top + scrollY,
        width: kind === "section" ? main.getBoundingClientRect().width : box.width,
        height: height ?? box.height,
      });
      if (kind !== "section") keys.set(element, key);
    };
    const headings = shown("main :is(h1, h2, h3, h4, h5, h6):not(.visually-hidden)");
    const nearestId = (element: Element) =>
      element.closest("main [id]")?.id ??
      headings.findLast(
        (heading) =>
          heading.id && heading.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING,
      )?.id ??
      "";
    const { top: start, bottom: end } = main.getBoundingClientRect();
    const first = (headings[0]?.getBoundingClientRect().top ?? end) - start;
    if (first > 0) add("section", "", main, first);
    for (const [at, heading] of headings.entries()) {
      const id = heading.id || nearestId(heading);
      const next = headings[at + 1]?.getBoundingClientRect().top ?? end;
      add("heading", id, heading);
      if (next > heading.getBoundingClientRect().top)
        add("section", id, heading, next - heading.getBoundingClientRect().top);
    }
    for (const chart of shown("main .figure .chart")) add("chart", chart.closest(".figure")!.id, chart);
    for (const table of shown("main table"))
      if (!table.closest(".chart")) add("table", nearestId(table), table);
    for (const frame of shown(
      "body > :is(nav, header, aside, footer), #observablehq-center > :is(header, aside, footer)",
    ))
      add("frame", frame.id || frame.localName, frame);

    for (const part of main.children)
      if (isShown(part) && !keys.has(part)) keys.set(part, `${part.localName} ${part.id}`.trim());
    const parts = [...keys]
      .filter(([element]) => main.contains(element))
      .map(([element, key]) => ({ element, key, box: element.getBoundingClientRect() }));
    const overlaps: string[] = [];
    for (const [at, one] of parts.entries()) {
      for (const other of parts.slice(at + 1)) {
        if (one.element.contains(other.element) || other.element.contains(one.element)) continue;
        const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        if (across > 2 && down > 2) overlaps.push(`${one.key} and ${other.key}`);
      }
    }
    const { scrollHeight, clientWidth } = document.documentElement;
    return { boxes, overlaps: [...new Set(overlaps)].sort(), width: clientWidth, height: scrollHeight };
  });
}

function groundOf({ pixels }: Grey): number {
  const counts = new Uint32Array(256);
  for (const pixel of pixels) counts[pixel]!++;
  return counts.indexOf(Math.max(...counts));
}

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** How much ink a cell has: the root of its mean distance from the ground, 0 (none) to 63 (all black on white). */
export const levelOf = (letter: string) => letters.indexOf(letter);

/** The cells of a box in a picture that is `scale` as large as the page. */
export function cellsOf(
  { width, height, pixels }: Grey,
  box: Pick<Box, "left" | "top" | "width" | "height">,
  ground: number,
  columns: number,
  rows: number,
): string {
  const edge = (start: number, length: number, at: number, of: number, end: number) =>
    Math.min(end, Math.max(0, Math.round(scale * (start + (at * length) / of))));
  let cells = "";
  for (let row = 0; row < rows; row++) {
    const top = edge(box.top, box.height, row, rows, height);
    const bottom = edge(box.top, box.height, row + 1, rows, height);
    for (let column = 0; column < columns; column++) {
      const left = edge(box.left, box.width, column, columns, width);
      const right = edge(box.left, box.width, column + 1, columns, width);
      let sum = 0;
      for (let y = top; y < bottom; y++)
        for (let x = left; x < right; x++) sum += Math.abs(pixels[y * width + x]! - ground);
      const mean = sum / Math.max(1, (bottom - top) * (right - left)) / 255;
      cells += letters[Math.round(63 * Math.sqrt(mean))];
    }
  }
  return cells;
}
