import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { cardSvg } from "./card.ts";
import { cardFont, cardFonts } from "./fonts.ts";

/** A page that gets a card. */
export interface CardPage {
  /** The page's path without extension. */
  readonly path: string;
  readonly title: string;
  readonly report: string;
  readonly notice?: string;
  /** The figure's SVG below the folder of figures, where the page has one. */
  readonly figure?: string;
}

let ready: Promise<void> | undefined;

/** Draws each page's card as `PATH.png` into `output`, with letters of our own fonts: the same bytes everywhere. */
export async function drawCards(
  pages: readonly CardPage[],
  figures: string,
  output: string,
  progress?: (done: number, total: number, unit: string) => void,
): Promise<{ rowsIn: number; rowsOut: number }> {
  const require = createRequire(import.meta.url);
  ready ??= readFile(require.resolve("@resvg/resvg-wasm/index_bg.wasm")).then((wasm) => initWasm(wasm));
  await ready;
  const fontBuffers = await cardFonts();
  for (const [done, { figure, path, ...card }] of pages.entries()) {
    const file = figure === undefined ? undefined : join(figures, figure);
    const drawn = file === undefined || !existsSync(file) ? {} : { figure: await readFile(file, "utf8") };
    const image = new Resvg(cardSvg({ ...card, ...drawn }, cardFont), {
      font: { fontBuffers, defaultFontFamily: cardFont, sansSerifFamily: cardFont, loadSystemFonts: false },
    });
    const target = join(output, `${path}.png`);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, image.render().asPng());
    image.free();
    progress?.(done + 1, pages.length, "cards");
  }
  return { rowsIn: pages.length, rowsOut: pages.length };
}
