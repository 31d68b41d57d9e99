import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** A figure drawn ahead, as `src/data/figures/<query>.json` holds it: ready HTML for the page. */
export interface FigureParts {
  readonly query: string;
  readonly title: string;
  /** The chart at two widths; empty where the query has no chart. */
  readonly chart: string;
  /** The chart's numbers in words. */
  readonly alt: string;
  readonly table: string;
  /** The Method disclosure. */
  readonly method: string;
}

export type FigureReader = (query: string) => FigureParts | undefined;

/** Reads drawn figures from `published/figures`; a file that changed since is read anew (preview). */
export function figureReader(published: string): FigureReader {
  const read = new Map<string, { changed: number; parts: FigureParts }>();
  return (query) => {
    if (query.split("/").includes("..")) return undefined;
    const file = join(published, "figures", `${query}.json`);
    if (!existsSync(file)) return undefined;
    const changed = statSync(file).mtimeMs;
    const known = read.get(query);
    if (known?.changed === changed) return known.parts;
    const parts = JSON.parse(readFileSync(file, "utf8")) as FigureParts;
    read.set(query, { changed, parts });
    return parts;
  };
}
