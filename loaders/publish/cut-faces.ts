import { readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Plugin } from "esbuild";
import subsetFont from "subset-font";

/** What a `@font-face` rule asks of a file: code points, inclusive, and the weights of its variable axis. */
export interface Cut {
  readonly ranges: readonly (readonly [number, number])[];
  readonly weights: readonly [number, number];
}

/** What the styles use: figures of one width, accents, kerning. Alternates of a face are glyphs that nobody sees. */
const features = ["kern", "mark", "mkmk", "ccmp", "locl", "liga", "lnum", "tnum"];

/**
 * An esbuild plugin that makes of each font of a stylesheet what its `@font-face` rule promises: the letters of
 * `unicode-range` and the weights of `font-weight`. `url("x-cyrillic-ext-wght-normal.woff2?kazakh")` is a second cut of
 * a file and is written as `x-kazakh-wght-normal.woff2`. The same file and rule give the same bytes.
 */
export function cutFaces(): Plugin {
  return {
    name: "cut-faces",
    setup(build) {
      const cuts = new Map<string, Map<string, Cut>>();
      build.onResolve(
        { filter: /\.woff2(\?[\w-]+)?$/ },
        async ({ path, importer, resolveDir, pluginData }) => {
          if (pluginData === "whole") return undefined;
          const [name, cut] = path.split("?") as [string, string | undefined];
          const found = await build.resolve(name, { kind: "url-token", resolveDir, pluginData: "whole" });
          if (found.errors.length > 0) return { errors: found.errors };
          const known = cuts.get(importer) ?? readCuts(await readFile(importer, "utf8"));
          cuts.set(importer, known);
          const file = cut === undefined ? found.path : join(dirname(found.path), cutName(found.path, cut));
          return {
            path: file,
            namespace: "face",
            pluginData: { source: found.path, cut: known.get(path) },
          };
        },
      );
      build.onLoad({ filter: /./, namespace: "face" }, async ({ pluginData }) => {
        const { source, cut } = pluginData as { source: string; cut: Cut | undefined };
        if (cut === undefined)
          throw new Error(`${source}: found no unicode-range and weights in its @font-face, expected both`);
        return { contents: await cutFace(await readFile(source), cut), loader: "file" };
      });
    },
  };
}

/** Cuts of a stylesheet by the address that its `@font-face` rules give; rules without range or weights are left out. */
export function readCuts(css: string): Map<string, Cut> {
  const cuts = new Map<string, Cut>();
  for (const [, rule = ""] of css.matchAll(/@font-face\s*\{([^}]*)\}/g)) {
    const address = /url\("([^"]+)"\)/.exec(rule)?.[1];
    const weights = /font-weight:\s*(\d+)\s+(\d+)/.exec(rule);
    const ranges = /unicode-range:([^;]*)/.exec(rule)?.[1];
    if (address === undefined || weights === null || ranges === undefined) continue;
    cuts.set(address, { ranges: readRanges(ranges), weights: [Number(weights[1]), Number(weights[2])] });
  }
  return cuts;
}

/** `U+0401, U+0410-044F` as pairs of code points. */
function readRanges(text: string): [number, number][] {
  return Array.from(text.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/gi), ([, low, high]) => [
    Number.parseInt(low!, 16),
    Number.parseInt(high ?? low!, 16),
  ]);
}

/** A variable font (WOFF2) with the letters and weights of a cut, as WOFF2. */
export async function cutFace(font: Uint8Array, { ranges, weights }: Cut): Promise<Uint8Array> {
  const letters = ranges.flatMap(([low, high]) =>
    Array.from({ length: high - low + 1 }, (_, index) => String.fromCodePoint(low + index)),
  );
  const [min, max] = weights;
  return subsetFont(Buffer.from(font), letters.join(""), {
    targetFormat: "woff2",
    variationAxes: { wght: { min, max } },
    keepFeatures: features,
  });
}

function cutName(path: string, cut: string): string {
  return basename(path).replace(/-(latin|cyrillic|greek)(-ext)?-wght-/, `-${cut}-wght-`);
}
