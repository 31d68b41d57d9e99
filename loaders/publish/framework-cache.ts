import { existsSync, readdirSync, readFileSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { build } from "esbuild";

/** Packages that pages' cells may use by Framework's own names (`Plot`, `d3`, `Inputs`, `html`, `aq`). */
const shipped = [
  "@observablehq/plot",
  "@observablehq/inputs",
  "d3",
  "d3-dsv",
  "htl",
  "arquero",
  "apache-arrow",
];

/**
 * Fills Framework's cache of npm packages, so that it asks no registry. Framework 1.13 looks up the version of
 * every package that its client can load, and fetches those that a page uses from jsDelivr. Here a lookup finds
 * the installed version, and where pages have cells the packages above are bundled from `node_modules`; others
 * get version 0.0.0, which no one serves. `root` is the pages folder; `bundle` says whether pages have cells.
 */
export async function fillFrameworkCache(root: string, bundle: boolean): Promise<void> {
  const cache = join(root, ".observablehq", "cache", "_npm");
  await rm(cache, { recursive: true, force: true });
  for (const name of clientPackages()) {
    const installed = shipped.includes(name) ? installedVersion(name) : undefined;
    const folder = join(cache, `${name}@${installed ?? "0.0.0"}`);
    await mkdir(folder, { recursive: true });
    if (bundle && installed !== undefined) await writeFile(join(folder, "_esm.js"), await bundled(name));
  }
}

/** Names of the packages that Framework's client and implicit imports mention. */
function clientPackages(): string[] {
  const dist = dirname(dirname(require.resolve("@observablehq/framework/dist/bin/observable.js")));
  const files = readdirSync(join(dist, "client"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".js"))
    .map((file) => join(dist, "client", file));
  const names = [...files, join(dist, "libraries.js")].flatMap((file) =>
    Array.from(readFileSync(file, "utf8").matchAll(/"npm:((?:@[^/"]+\/)?[^/"@]+)/g), (match) => match[1]!),
  );
  return [...new Set([...names, ...shipped])].sort();
}

const require = createRequire(import.meta.url);

function installedVersion(name: string): string | undefined {
  for (const folder of require.resolve.paths(name) ?? []) {
    const manifest = join(folder, name, "package.json");
    if (existsSync(manifest))
      return (JSON.parse(readFileSync(manifest, "utf8")) as { version: string }).version;
  }
  return undefined;
}

async function bundled(name: string): Promise<string> {
  const result = await build({
    stdin: {
      contents: `export * from ${JSON.stringify(name)};`,
      resolveDir: dirname(require.resolve("tsx/package.json")),
    },
    bundle: true,
    write: false,
    format: "esm",
    platform: "browser",
    minify: true,
    logLevel: "silent",
  });
  return result.outputFiles[0]!.text;
}
