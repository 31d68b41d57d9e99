import { posix } from "node:path";
import type { ExportRecord } from "../study/capture.ts";
import type { Localised, Remark, Study } from "../study/study.ts";
import { blockTable } from "./block-table.ts";
import { escapeHtml } from "./html.ts";
import type { Words } from "./words/words.ts";

/** What was collected: a row a capture, and a row for each record of an export from a platform. */
export function capturesBlock(study: Study, say: (text: Remark) => string, words: Words): string {
  const titles = (entries: readonly { id: string; title: Localised }[]) =>
    new Map(entries.map(({ id, title }) => [id, say(title)]));
  const [corpora, scopes] = [titles(study.corpora), titles(study.scopes)];
  const rows = study.captures.map(
    (capture) =>
      `<tr><th scope="row">${escapeHtml(capture.id)}</th><td>${escapeHtml(capture.kind)}</td><td>${escapeHtml(corpora.get(capture.corpus) ?? capture.corpus)}</td><td>${escapeHtml(scopes.get(capture.scope) ?? capture.scope)}</td><td>${fileNames(capture.files)}</td></tr>`,
  );
  return (
    blockTable(words.blocks.captures.title, words.blocks.captures.heads, rows) +
    exportsTable(study.exports ?? [], say, words)
  );
}

/** How files were exported from a platform, as recorded beside them; nothing where no record is. */
function exportsTable(exports: readonly ExportRecord[], say: (text: Remark) => string, words: Words): string {
  if (exports.length === 0) return "";
  const rows = exports.map((record) => {
    const made = [record.tool, record.search, record.filters, record.note].filter(
      (text) => text !== undefined,
    );
    return `<tr><th scope="row">${fileNames(record.files)}</th><td class="long-query"><code>${escapeHtml(record.query)}</code></td><td>${unbroken(`${record.from} –`)} ${unbroken(record.to)}</td><td>${unbroken(record.exported)}</td><td>${made.map((text) => escapeHtml(say(text))).join("<br>")}</td></tr>`;
  });
  return blockTable(words.blocks.exports.title, words.blocks.exports.heads, rows);
}

/** Files a line each; several of one folder stand below its name, so that no line is long. */
function fileNames(files: readonly string[]): string {
  const folders = new Map<string, string[]>();
  for (const file of files) {
    const folder = posix.dirname(file);
    folders.set(folder, [...(folders.get(folder) ?? []), file]);
  }
  const lines = [...folders].flatMap(([folder, own]) =>
    own.length === 1 ? own : [`${folder}/`, ...own.map((file) => posix.basename(file))],
  );
  return lines.map((line) => `<code class="unbroken">${escapeHtml(line)}</code>`).join("<br>");
}

/** A name or a day that is harder to read in two lines. */
function unbroken(text: string): string {
  return `<span class="unbroken">${escapeHtml(text)}</span>`;
}
