import { existsSync, readdirSync } from "node:fs";
import { resolve } from "node:path";

/** The built site to look at: `TYNDAU_DIST`, else `dist`. */
export const dist = resolve(process.env.TYNDAU_DIST ?? "dist");

/**
 * Pages of a built site, as paths below it, sorted; empty where nothing is built. A page that is still being printed
 * (`*.partial.html`) is none of it.
 */
export function htmlPages(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".html") && !file.endsWith(".partial.html"))
    .sort();
}
