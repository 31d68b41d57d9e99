import { existsSync } from "node:fs";
import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { build } from "esbuild";
import { cutFaces } from "./cut-faces.ts";

export interface AssetOptions {
  /** The workspace's pages folder: holds `report.css` and `components/report.ts`. */
  readonly workspace: string;
  /** Where to write: the `data/site` folder of the pages that are built. Replaced whole. */
  readonly out: string;
}

const fontPackages = ["@fontsource-variable/source-serif-4", "@fontsource-variable/inter"];

/**
 * Bundles the report's stylesheet, its browser script and its fonts: `report.css`, `report.js` with what it loads on
 * demand, `fonts/*.woff2`
 * and `fonts/LICENSE.txt`. The same sources give the same bytes.
 *
 * @returns the files written, relative to `out`, sorted
 * @throws esbuild's error, which names file and line, where a source does not compile
 */
export async function writeAssets({ workspace, out }: AssetOptions): Promise<string[]> {
  await rm(out, { recursive: true, force: true });
  await mkdir(join(out, "fonts"), { recursive: true });
  await build({
    entryPoints: [
      { in: resolve(workspace, "report.css"), out: "report" },
      { in: resolve(workspace, "components/report.ts"), out: "report" },
    ],
    outdir: resolve(out),
    bundle: true,
    minify: true,
    format: "esm",
    splitting: true,
    chunkNames: "[name]-[hash]",
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    plugins: [cutFaces()],
    assetNames: "fonts/[name]",
    logLevel: "silent",
  });
  await dropIdleImports(out);
  await writeFile(join(out, "fonts/LICENSE.txt"), await fontLicences());
  return (await readdir(out, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(out, "/").length))
    .sort();
}

/**
 * Takes imports for effects alone out of scripts where the imported file has none: esbuild shares its own helper in a file
 * and lets every script import it, so each would wait for one more answer.
 */
async function dropIdleImports(out: string): Promise<void> {
  const scripts = (await readdir(out)).filter((name) => name.endsWith(".js"));
  const texts = new Map<string, string>();
  for (const name of scripts) texts.set(name, await readFile(join(out, name), "utf8"));
  const onlyDeclares = /^(?:var [^;]*;)+export\{[^}]*\};?\s*$/;
  for (const [name, text] of texts) {
    const kept = text.replace(/^import"\.\/([\w-]+\.js)";/, (line, file: string) =>
      onlyDeclares.test(texts.get(file) ?? "") ? "" : line,
    );
    if (kept !== text) await writeFile(join(out, name), kept);
  }
}

async function fontLicences(): Promise<string> {
  const require = createRequire(import.meta.url);
  const texts: string[] = [];
  for (const name of fontPackages) {
    const manifest = require.resolve(`${name}/package.json`);
    const { version } = JSON.parse(await readFile(manifest, "utf8")) as { version: string };
    const licence = await readFile(join(dirname(manifest), "LICENSE"), "utf8");
    texts.push(`${name} ${version}\n\n${licence.replaceAll("\r\n", "\n").trim()}\n`);
  }
  return texts.join(`\n${"-".repeat(78)}\n\n`);
}

/**
 * Puts the fonts where the copied stylesheet looks for them: Framework gives `report.css` a hashed name under
 * `_file/data/site` and does not follow the `url()`s in it.
 */
export async function copyFonts(assets: string, dist: string): Promise<void> {
  await cp(join(assets, "fonts"), join(dist, "_file/data/site/fonts"), { recursive: true });
}

/**
 * Puts the published tables at an address of their own, `data/tables`: Framework gives files hashed names, and
 * `load.sql` names its neighbours.
 */
export async function copyTables(tables: string, dist: string): Promise<void> {
  if (existsSync(tables)) await cp(tables, join(dist, "data/tables"), { recursive: true });
}

/** Puts the pages' cards below `dist/cards`. Returns their paths there. */
export async function copyCards(cards: string, dist: string): Promise<ReadonlySet<string>> {
  if (!existsSync(cards)) return new Set();
  await cp(cards, join(dist, "cards"), { recursive: true });
  const files = await readdir(cards, { recursive: true });
  return new Set(files.map((file) => file.replaceAll("\\", "/")).filter((file) => file.endsWith(".png")));
}

/** Puts what the query editor draws charts by at `data/charts`: the definitions, and the areas of maps. */
export async function copyChartDefinitions(figures: string, dist: string): Promise<void> {
  if (!existsSync(figures)) return;
  const files = await readdir(figures, { recursive: true });
  for (const file of files.map((name) => name.replaceAll("\\", "/")).sort()) {
    if (!/(^_boundaries|\.chart)\.json$/.test(file)) continue;
    await mkdir(dirname(join(dist, "data/charts", file)), { recursive: true });
    await cp(join(figures, file), join(dist, "data/charts", file));
  }
}

/** Puts the explorer's files at `data/explorer`, where its page asks for them. */
export async function copyExplorer(explorer: string, dist: string): Promise<void> {
  if (existsSync(explorer)) await cp(explorer, join(dist, "data/explorer"), { recursive: true });
}
