import type { Page } from "playwright-core";

export interface MeasuredFont {
  readonly family: string;
  readonly weight: number;
  readonly style: "normal" | "italic";
  /** The font's file in base 64, where the browser is to take it from there. */
  readonly data?: string;
}

export interface FontRoom {
  /** Width of the page's running text on one line, in ems. */
  readonly width: number;
  /** Line metrics in ems. */
  readonly ascent: number;
  readonly descent: number;
}

/**
 * The room that the running text of a page takes in fonts, of one alphabet's letters and the spaces between words.
 * Undefined for a font that the browser does not have.
 */
export function measureFonts(
  page: Page,
  script: "latin" | "cyrillic",
  fonts: readonly MeasuredFont[],
): Promise<(FontRoom | undefined)[]> {
  return page.evaluate(
    async ({ script, fonts }) => {
      const words = [...document.querySelectorAll("main :is(h1, h2, p, li)")].flatMap(({ textContent }) =>
        (textContent ?? "").split(/\s+/),
      );
      const wanted =
        script === "latin" ? /^[\p{Script=Latin}\p{N}\p{P}]+$/u : /^[\p{Script=Cyrillic}\p{P}]+$/u;
      // Not longer than a canvas measures exactly.
      const text = words
        .filter((word) => wanted.test(word))
        .slice(0, 400)
        .join(" ");
      const context = document.createElement("canvas").getContext("2d")!;
      const rooms: ({ width: number; ascent: number; descent: number } | undefined)[] = [];
      for (const { family, weight, style, data } of fonts) {
        if (data !== undefined) {
          const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
          const loaded = new FontFace(family, bytes, { weight: String(weight), style });
          document.fonts.add(await loaded.load());
        }
        const spec = `${style} ${weight} 1000px "${family}"`;
        await document.fonts.load(spec, text);
        context.font = `${spec}, monospace`;
        const found = context.measureText(text);
        context.font = `${style} ${weight} 1000px monospace`;
        const size = text.length * 1000;
        rooms.push(
          context.measureText(text).width === found.width
            ? undefined
            : {
                width: found.width / size,
                ascent: found.fontBoundingBoxAscent / 1000,
                descent: found.fontBoundingBoxDescent / 1000,
              },
        );
      }
      return rooms;
    },
    { script, fonts },
  );
}
