import { posix, relative, resolve, sep } from "node:path";

/**
 * Where a study's parts stand. All paths are relative to the workspace root, with `/`, so that they can be
 * written into provenance without naming the machine.
 */
export interface Layout {
  /** The workspace root, absolute. */
  readonly root: string;
  /** Folder that holds `study/`, `raw/` and `derived/`. */
  readonly home: string;
  /** The Framework root: pages, queries, charts. */
  readonly pages: string;
  /** What the pages can know; written by `publish`. */
  readonly published: string;
  /** Rebuilt Parquet. */
  readonly derived: string;
  /** The built site. */
  readonly site: string;
}

/**
 * The layout of the workspace's own study (`data`, `src`, `dist`), or of the study in folder `study`, which
 * holds `study/`, `raw/`, `src/` and receives `derived/` and `dist/`.
 */
export function layoutOf(root: string, study?: string): Layout {
  const absolute = resolve(root);
  if (study === undefined) {
    return {
      root: absolute,
      home: "data",
      pages: "src",
      published: "src/data",
      derived: "data/derived",
      site: "dist",
    };
  }
  const home = toPosix(relative(absolute, resolve(absolute, study))) || ".";
  const inside = (name: string) => posix.join(home, name);
  return {
    root: absolute,
    home,
    pages: inside("src"),
    published: inside("src/data"),
    derived: inside("derived"),
    site: inside("dist"),
  };
}

function toPosix(path: string): string {
  return sep === "/" ? path : path.split(sep).join("/");
}
