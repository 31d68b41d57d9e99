import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { parse } from "yaml";
import { type PageSource, readPageSource } from "./page/source-text.ts";

export interface Page {
  /** Path below the pages folder, without `.md`: `findings/gender/index`. */
  readonly path: string;
  /** The same without the folder of the page's language: translations of a page share it. */
  readonly place: string;
  readonly source: PageSource;
  readonly language: string;
  readonly frontMatter: Readonly<Record<string, unknown>>;
  /** Queries that the page shows as figures. */
  readonly figures: readonly string[];
}

/** Every Markdown page below `pages`, sorted by path. `root` is the workspace root, absolute. */
export function readPages(root: string, pages: string, languages: readonly string[]): Page[] {
  return markdownFiles(join(root, pages)).map((path) => {
    const file = posix.join(pages, `${path}.md`);
    const source = readPageSource(file, readFileSync(join(root, file), "utf8"));
    const language = languageOf(path, languages);
    return {
      path,
      place: placeOf(path, languages),
      source,
      language,
      frontMatter: frontMatterOf(source, file),
      figures: Array.from(source.prose.matchAll(/^ {0,3}:::+ *figure +(\S+)/gm), (match) => match[1]!),
    };
  });
}

/** A page's language: its first folder where that is one of the report's languages, else the first of them. */
export function languageOf(path: string, languages: readonly string[]): string {
  const first = path.replace(/^\//, "").split("/")[0] ?? "";
  return languages.includes(first) ? first : (languages[0] ?? "en");
}

/** A page's path without the folder of its language. */
export function placeOf(path: string, languages: readonly string[]): string {
  const folder = languageOf(path, languages);
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path;
}

function frontMatterOf(source: PageSource, file: string): Record<string, unknown> {
  const text = source.frontMatter.replace(/^---\r?\n/, "").replace(/\r?\n---[ \t]*(?:\r?\n)?$/, "");
  if (text.trim() === "" || source.frontMatter === "") return {};
  try {
    return (parse(text) as Record<string, unknown> | null) ?? {};
  } catch (error) {
    throw new Error(`${file}:1: the front matter is not YAML: ${(error as Error).message}`);
  }
}

function markdownFiles(folder: string, below = ""): string[] {
  return readdirSync(join(folder, below), { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith(".") && !(below === "" && entry.name === "data"))
    .flatMap((entry) => {
      const path = posix.join(below, entry.name);
      if (entry.isDirectory()) return markdownFiles(folder, path);
      return entry.name.endsWith(".md") ? [path.slice(0, -3)] : [];
    })
    .sort();
}
