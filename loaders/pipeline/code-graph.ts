import { existsSync, readFileSync, realpathSync } from "node:fs";
import { isBuiltin } from "node:module";
import { dirname, join, posix } from "node:path";
import type { BuildFailure, Metafile } from "esbuild";
import { matchesGlob } from "./glob.ts";

/** What an entry module runs: files relative to root, sorted; npm packages to their installed version. */
export interface ModuleCode {
  files: string[];
  packages: Record<string, string>;
}

const ENTRY = "<stdin>";

/**
 * The code behind each entry module, through all its imports, static and dynamic.
 * A template (`./charts/${kind}.ts`) counts as every file that fits it; a computed `import(path)` is not seen.
 * Type-only imports do not count: they leave nothing behind at run time.
 * Throws where an entry or an import can't be found or parsed, with file and line.
 */
export async function codeGraph(entries: readonly string[], root: string): Promise<Map<string, ModuleCode>> {
  const metafile = await bundle([...new Set(entries)], root);
  const versions = new Map<string, string>();
  const start = metafile.inputs[ENTRY]?.imports ?? [];
  return new Map(
    start.map(({ original, path }) => [original!, reach(path, metafile, root, versions)] as const),
  );
}

/**
 * esbuild parses and resolves; its output is thrown away. One entry that re-exports all others keeps it from
 * writing the shared modules once an entry; `export * as` because a bare import of a module from a package that
 * is marked free of side effects would be dropped.
 */
async function bundle(entries: string[], root: string): Promise<Metafile> {
  const { build } = await import("esbuild");
  const lines = entries.map((entry, index) => `export * as entry${index} from ${JSON.stringify(entry)};`);
  try {
    const { metafile } = await build({
      stdin: { contents: lines.join("\n"), resolveDir: realpathSync(root), loader: "ts" },
      absWorkingDir: realpathSync(root),
      bundle: true,
      write: false,
      metafile: true,
      outfile: "graph.js",
      format: "esm",
      platform: "node",
      packages: "external",
      logLevel: "silent",
      plugins: [
        {
          name: "entries",
          setup: ({ onResolve }) =>
            // Entries are written `loaders/x.ts`, which esbuild would take for a package.
            onResolve({ filter: /.*/ }, ({ path, importer, kind, resolveDir }) => {
              if (importer !== ENTRY || kind !== "import-statement") return undefined;
              const file = join(resolveDir, path);
              return existsSync(file)
                ? { path: realpathSync(file) }
                : { errors: [{ text: `found no module ${path}, which a step names in its code` }] };
            }),
        },
      ],
      // The project's own tsconfig.json must not decide what counts as code.
      tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
    });
    return metafile;
  } catch (error) {
    const failures = (error as BuildFailure).errors;
    if (!Array.isArray(failures)) throw error;
    const messages = failures.map(({ location, text }) =>
      location && location.file !== ENTRY ? `${location.file}:${location.line}: ${text}` : text,
    );
    throw new Error(`the code of the steps can't be followed:\n${messages.join("\n")}`, { cause: error });
  }
}

function reach(entry: string, metafile: Metafile, root: string, versions: Map<string, string>): ModuleCode {
  const seen = new Set([entry]);
  const packages = new Map<string, string>();
  for (const path of seen) {
    for (const imported of metafile.inputs[path]?.imports ?? []) {
      if (!imported.external) seen.add(imported.path);
      else if (imported.path.startsWith(".")) {
        // esbuild 0.28 lists import(`./charts/${kind}.ts`) as external, by its pattern, though it follows it.
        const pattern = posix.join(posix.dirname(path), imported.path);
        for (const file of Object.keys(metafile.inputs)) if (matchesGlob(pattern, file)) seen.add(file);
      } else if (!isBuiltin(imported.path)) {
        const name = packageName(imported.path);
        packages.set(name, packageVersion(name, join(realpathSync(root), dirname(path)), versions));
      }
    }
  }
  return { files: [...seen].sort(), packages: Object.fromEntries([...packages].sort()) };
}

function packageName(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}

function packageVersion(name: string, from: string, versions: Map<string, string>): string {
  const key = `${from}\n${name}`;
  const known = versions.get(key);
  if (known) return known;
  const manifest = join(from, "node_modules", name, "package.json");
  const version = existsSync(manifest)
    ? String(JSON.parse(readFileSync(manifest, "utf8")).version)
    : dirname(from) === from
      ? "not installed"
      : packageVersion(name, dirname(from), versions);
  versions.set(key, version);
  return version;
}
