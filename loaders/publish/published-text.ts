import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { extname, join, posix } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { arrowText, parquetText } from "./table-text.ts";

export interface PublishedFile {
  /** Path below the folder. */
  readonly path: string;
  /** The same for files of one kind with the same bytes. */
  readonly content: string;
  /**
   * What a reader could see or copy: tags and scripts of HTML removed, links and data kept. Undefined where nobody
   * can tell. To be called before the next file is asked for.
   */
  text(): Promise<string | undefined>;
}

const plain = new Set([
  ".geojson",
  ".csv",
  ".tsv",
  ".sql",
  ".md",
  ".txt",
  ".xml",
  ".cff",
  ".bib",
  ".ris",
  ".yml",
]);

/** Code, styles, fonts, pictures: made of the workspace and of pages, which are searched themselves. */
const unread = new Set([".js", ".css", ".wasm", ".woff2", ".png", ".jpg", ".ico", ".pdf"]);

/** Every file of a folder that can hold text, tables too; and those of a kind that is not known, without one. */
export async function* publishedTexts(folder: string): AsyncGenerator<PublishedFile> {
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  const connection = await instance.connect();
  try {
    for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
      const kind = extname(entry.name).toLowerCase();
      if (!entry.isFile() || unread.has(kind)) continue;
      const file = join(entry.parentPath, entry.name);
      const bytes = readFileSync(file);
      yield {
        path: posix.join(...file.slice(folder.length + 1).split(/[\\/]/)),
        content: `${createHash("sha256").update(bytes).digest("hex")}${kind}`,
        text: () => textOf(kind, bytes, file, connection),
      };
    }
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/**
 * JSON as written, but of strings that hold a drawing only what a reader could see or copy: coordinates and path data
 * are numbers in any order, and are no text.
 */
function jsonText(json: string): string {
  if (!json.includes("<svg")) return json;
  try {
    return JSON.stringify(JSON.parse(json), (_key, value: unknown) =>
      typeof value === "string" && /<svg[\s>]/.test(value) ? visibleText(value) : value,
    );
  } catch {
    return json;
  }
}

async function textOf(
  kind: string,
  bytes: Buffer,
  file: string,
  connection: DuckDBConnection,
): Promise<string | undefined> {
  if (kind === ".html" || kind === ".svg") return visibleText(bytes.toString("utf8"));
  if (kind === ".json") return jsonText(bytes.toString("utf8"));
  if (plain.has(kind)) return bytes.toString("utf8");
  if (kind === ".parquet") return parquetText(connection, file);
  if (kind === ".arrow") return arrowText(bytes);
  return undefined;
}

/** Scripts are code, but for those that hold data: `application/json`, `application/ld+json`. */
const scripts = /<(script|style)\b([^>]*)>([\s\S]*?)<\/\1>/gi;

function visibleText(html: string): string {
  return html
    .replace(scripts, (_all, _tag, attributes: string, content: string) =>
      /\bjson\b/i.test(attributes) ? ` ${content.replaceAll("<", " ")} ` : " ",
    )
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
