import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { decompress } from "wawoff2";

const subsets = ["latin", "latin-ext", "cyrillic", "cyrillic-ext"] as const;

/** The family that texts name; letters that it lacks are found in the other subsets. */
export const cardFont = "Intar Variable";

/**
 * Inter as TrueType, one file a subset. Each gets a family name of its own: resvg 0.44 (resvg-wasm 2.6.2) looks for a
 * missing letter in other families only, and the subsets all call themselves Inter.
 */
export async function cardFonts(): Promise<Uint8Array[]> {
  const folder = join(
    dirname(createRequire(import.meta.url).resolve("@fontsource-variable/inter/package.json")),
    "files",
  );
  return Promise.all(
    subsets.map(async (subset, index) => {
      const font = await decompress(await readFile(join(folder, `inter-${subset}-wght-normal.woff2`)));
      return renamed(Buffer.from(font), "Inter", `Int${"abcd"[index]}r`);
    }),
  );
}

/** The font with one name in place of another of the same length, in its name table (UTF-16, big-endian). */
function renamed(font: Buffer, from: string, to: string): Buffer {
  const [old, name] = [from, to].map((text) => Buffer.from(text, "utf16le").swap16());
  for (let at = font.indexOf(old!); at !== -1; at = font.indexOf(old!, at + 1)) name!.copy(font, at);
  return font;
}
