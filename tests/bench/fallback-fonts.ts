/**
 * Prints `src/style/fallback-fonts.css`: for each stand-in the size and line metrics with which
 * the report's own text takes as much room in it as in the report's face. Widths and metrics are Chromium's, in each
 * alphabet's text of two finding pages. Needs `npm run build` and a Chromium. Stand-ins that are not installed are read
 * as @fontsource names its files (`FONTS=FOLDER`), and left out where neither has them.
 */

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { findChromium, launch } from "../browser/browser.ts";
import { measureFonts } from "../browser/measure-fonts.ts";
import { serve } from "../browser/serve.ts";
import { dist } from "../browser/site-pages.ts";

interface StandIn {
  readonly family: string;
  readonly like: string;
  /** What to measure, and what `local()` asks for: full and PostScript names of fonts of these widths. */
  readonly measured: string;
  readonly file?: string;
  /** Our weight: the stand-in's own, the range it serves, its names. */
  readonly faces: readonly {
    readonly style: "normal" | "italic";
    readonly ours: number;
    readonly theirs: number;
    readonly range: string;
    readonly names: readonly string[];
  }[];
}

const face = (
  style: "normal" | "italic",
  ours: number,
  theirs: number,
  range: string,
  ...names: string[]
) => ({
  style,
  ours,
  theirs,
  range,
  names,
});

const standIns: readonly StandIn[] = [
  {
    family: "Source Serif by Times",
    like: "Source Serif 4",
    measured: "Liberation Serif",
    faces: [
      face(
        "normal",
        400,
        400,
        "200 549",
        "Times New Roman",
        "TimesNewRomanPSMT",
        "Liberation Serif",
        "Tinos",
      ),
      face(
        "normal",
        600,
        700,
        "550 900",
        "Times New Roman Bold",
        "TimesNewRomanPS-BoldMT",
        "Liberation Serif Bold",
        "Tinos Bold",
      ),
      face(
        "italic",
        400,
        400,
        "200 900",
        "Times New Roman Italic",
        "TimesNewRomanPS-ItalicMT",
        "Liberation Serif Italic",
        "Tinos Italic",
      ),
    ],
  },
  {
    family: "Source Serif by Noto",
    like: "Source Serif 4",
    measured: "Noto Serif",
    file: "noto-serif",
    faces: [
      face("normal", 400, 400, "200 549", "Noto Serif", "NotoSerif-Regular", "NotoSerif"),
      face("normal", 600, 700, "550 900", "Noto Serif Bold", "NotoSerif-Bold"),
      face("italic", 400, 400, "200 900", "Noto Serif Italic", "NotoSerif-Italic"),
    ],
  },
  {
    family: "Inter by Arial",
    like: "Inter",
    measured: "Liberation Sans",
    faces: [
      face("normal", 400, 400, "100 449", "Arial", "ArialMT", "Liberation Sans", "Arimo"),
      face("normal", 500, 400, "450 549", "Arial", "ArialMT", "Liberation Sans", "Arimo"),
      face("normal", 600, 700, "550 900", "Arial Bold", "Arial-BoldMT", "Liberation Sans Bold", "Arimo Bold"),
    ],
  },
  {
    family: "Inter by Roboto",
    like: "Inter",
    measured: "Roboto",
    file: "roboto",
    faces: [
      face("normal", 400, 400, "100 449", "Roboto", "Roboto Regular", "Roboto-Regular"),
      face("normal", 500, 500, "450 549", "Roboto Medium", "Roboto-Medium"),
      face("normal", 600, 700, "550 900", "Roboto Bold", "Roboto-Bold"),
    ],
  },
];

const scripts = [
  { name: "latin", page: "findings/barriers/index.html", range: "U+0000-02FF, U+2000-22FF" },
  { name: "cyrillic", page: "ru/findings/barriers/index.html", range: "U+0300-052F" },
] as const;

const folder = process.env.FONTS;
const site = await serve(dist);
const browser = await launch(findChromium()!);
const page = await browser.newPage();
const blocks: string[] = [];
for (const { family, like, measured, file, faces } of standIns) {
  for (const script of scripts) {
    await page.goto(site.url + script.page, { waitUntil: "load" });
    for (const { style, ours, theirs, range, names } of faces) {
      const path =
        folder && file ? join(folder, file, "files", `${file}-${script.name}-${theirs}-${style}.woff2`) : "";
      const data = existsSync(path) ? readFileSync(path).toString("base64") : undefined;
      const [own, other] = await measureFonts(page, script.name, [
        { family: like, weight: ours, style },
        { family: measured, weight: theirs, style, ...(data === undefined ? {} : { data }) },
      ]);
      if (own === undefined || other === undefined) continue;
      const size = own.width / other.width;
      const percent = (value: number) => `${(100 * value).toFixed(2)}%`;
      blocks.push(
        `@font-face {
  font-family: "${family}";
  font-style: ${style};
  font-weight: ${range};
  src: ${names.map((name) => `local("${name}")`).join(", ")};
  unicode-range: ${script.range};
  size-adjust: ${percent(size)};
  ascent-override: ${percent(own.ascent / size)};
  descent-override: ${percent(own.descent / size)};
  line-gap-override: 0%;
}
`,
      );
    }
  }
}
await browser.close();
await site.close();
process.stdout.write(`/*
 * Stand-ins that take the room of the report's faces, so that text keeps its lines when the faces arrive. Their sizes and
 * line metrics are measured on the report's own text, in Latin and Cyrillic: npm run measure -- fallback-fonts, 2026-11-23,
 * with Liberation (as wide as Times and Arial) 2, Noto Serif and Roboto (@fontsource 5). A stand-in that a reader does not
 * have is passed over.
 */

`);
process.stdout.write(blocks.join("\n"));
