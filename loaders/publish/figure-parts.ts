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
  /** The link to the same result under every combination of choices; empty where there is none. */
  readonly choices: string;
}

/** A figure in a language; undefined where there is none. */
export type FigureReader = (query: string, language: string) => FigureParts | undefined;

/**
 * Reads drawn figures from `published/figures`, those of the report's first language from there and others from
 * its folder; a file that changed since is read anew (preview).
 */
export function figureReader(published: string, first: string): FigureReader {
  const read = new Map<string, { changed: number; parts: FigureParts }>();
  return (query, language) => {
    if (query.split("/").includes("..")) return undefined;
    const file = join(published, "figures", language === first ? "" : language, `${query}.json`);
    if (!existsSync(file)) return undefined;
    const changed = statSync(file).mtimeMs;
    const known = read.get(file);
    if (known?.changed === changed) return known.parts;
    const parts = JSON.parse(readFileSync(file, "utf8")) as FigureParts;
    read.set(file, { changed, parts });
    return parts;
  };
}
