import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

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

/** The base that a site was built for, read from its 404 page; `/` without one. */
export function siteBase(folder: string): string {
  const file = join(folder, "404.html");
  if (!existsSync(file)) return "/";
  return /href="(\/[^"]*?)_file\//.exec(readFileSync(file, "utf8"))?.[1] ?? "/";
}
