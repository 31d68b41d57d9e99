import { readdirSync, readFileSync } from "node:fs";
import { extname, join, posix } from "node:path";

export interface PublishedFile {
  /** Path below the folder. */
  readonly path: string;
  /** What a reader could see or copy: tags and scripts of HTML removed, links kept. */
  readonly text: string;
}

const textual = new Set([".html", ".json", ".csv", ".svg", ".md", ".txt", ".xml", ".geojson"]);

/** Every published file of a folder that holds text. Binary forms (Parquet, fonts) carry what the CSV beside them carries. */
export function* publishedTexts(folder: string): Generator<PublishedFile> {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !textual.has(extname(entry.name))) continue;
    const file = join(entry.parentPath, entry.name);
    const raw = readFileSync(file, "utf8");
    yield {
      path: posix.join(...file.slice(folder.length + 1).split(/[\\/]/)),
      text: entry.name.endsWith(".html") || entry.name.endsWith(".svg") ? visibleText(raw) : raw,
    };
  }
}

function visibleText(html: string): string {
  return html
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, " ")
    .replace(/<[^>]*>/g, shownAttributes)
    .replace(/&(?:nbsp|#160);/g, " ")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, "&");
}

function shownAttributes(tag: string): string {
  const values = Array.from(
    tag.matchAll(/\s(?:href|src|aria-label|title|content|alt|value)="([^"]*)"/gi),
    (match) => match[1],
  );
  return ` ${values.join(" ")} `;
}
