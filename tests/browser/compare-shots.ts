import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";

export interface ShotTolerance {
  /** By how much a colour channel (0 to 255) may differ before its pixel counts. */
  readonly channel: number;
  /** Share of a picture's pixels that may differ. */
  readonly share: number;
}

/** Passes what the smoothing of letters changes from run to run, and finds a line that moved by a pixel. */
export const tolerance: ShotTolerance = { channel: 16, share: 0.0001 };

export interface ShotComparison {
  /** File name, the same in both sets. */
  readonly name: string;
  readonly state: "same" | "different" | "only before" | "only now";
  /** Share of pixels that differ, over the larger of both pictures; 1 where there is one picture. */
  readonly share: number;
  /** File name of the picture that shows the differing pixels in red, beside the new set. */
  readonly shown?: string;
}

/**
 * Compares two folders of screenshots, picture by picture, and writes into `now` a `NAME.differs.png` for each that differs.
 *
 * @param only compares pictures whose name holds it
 * @returns one entry a name, sorted
 */
export async function compareShots(
  browser: Browser,
  before: string,
  now: string,
  { only = "", allowed = tolerance }: { only?: string; allowed?: ShotTolerance } = {},
): Promise<ShotComparison[]> {
  const [old, fresh] = await Promise.all([pictures(before, only), pictures(now, only)]);
  const page = await browser.newPage();
  const found: ShotComparison[] = [];
  try {
    for (const name of [...new Set([...old, ...fresh])].sort()) {
      if (!fresh.has(name)) found.push({ name, state: "only before", share: 1 });
      else if (!old.has(name)) found.push({ name, state: "only now", share: 1 });
      else found.push(await compare(page, name, before, now, allowed));
    }
  } finally {
    await page.close();
  }
  return found;
}

async function pictures(folder: string, only: string): Promise<Set<string>> {
  const files = await readdir(folder);
  return new Set(
    files.filter((file) => /\.png$/.test(file) && !/\.differs\.png$/.test(file) && file.includes(only)),
  );
}

async function compare(
  page: Page,
  name: string,
  before: string,
  now: string,
  allowed: ShotTolerance,
): Promise<ShotComparison> {
  const [old, fresh] = await Promise.all([readFile(join(before, name)), readFile(join(now, name))]);
  if (old.equals(fresh)) return { name, state: "same", share: 0 };
  const { share, picture } = await differing(page, old, fresh, allowed.channel);
  if (share <= allowed.share) return { name, state: "same", share };
  const shown = name.replace(/\.png$/, ".differs.png");
  await mkdir(now, { recursive: true });
  await writeFile(join(now, shown), Buffer.from(picture, "base64"));
  return { name, state: "different", share, shown };
}

/** The share of pixels that differ, and the new picture, pale, with these in red (PNG in base 64). The browser decodes and draws. */
function differing(page: Page, old: Buffer, fresh: Buffer, channel: number) {
  return page.evaluate(
    async ({ sources, channel }) => {
      const images = await Promise.all(
        sources.map(async (source) => {
          const image = new Image();
          image.src = `data:image/png;base64,${source}`;
          await image.decode();
          return image;
        }),
      );
      const width = Math.max(...images.map((image) => image.naturalWidth));
      const height = Math.max(...images.map((image) => image.naturalHeight));
      const canvas = document.createElement("canvas");
      canvas.width = width;
      canvas.height = height;
      const context = canvas.getContext("2d", { willReadFrequently: true })!;
      const [a, b] = images.map((image) => {
        context.clearRect(0, 0, width, height);
        context.drawImage(image, 0, 0);
        return context.getImageData(0, 0, width, height);
      });
      const [was, is] = [a!.data, b!.data];
      let count = 0;
      for (let at = 0; at < is.length; at += 4) {
        const differs =
          Math.abs(was[at]! - is[at]!) > channel ||
          Math.abs(was[at + 1]! - is[at + 1]!) > channel ||
          Math.abs(was[at + 2]! - is[at + 2]!) > channel ||
          was[at + 3] !== is[at + 3];
        if (differs) {
          count++;
          is[at] = 220;
          is[at + 1] = 0;
          is[at + 2] = 0;
        } else for (let part = 0; part < 3; part++) is[at + part] = 191 + (is[at + part]! >> 2);
        is[at + 3] = 255;
      }
      context.putImageData(b!, 0, 0);
      return {
        share: count / (width * height),
        picture: canvas.toDataURL("image/png").slice("data:image/png;base64,".length),
      };
    },
    { sources: [old.toString("base64"), fresh.toString("base64")], channel },
  );
}
