import type { Line, Post } from "./concordance.ts";
import type { ExplorerWords } from "./words.ts";

/** Lines as a table. Every part is text in a box of its own direction, never markup. */
export function lineTable(
  document: Document,
  lines: readonly Line[],
  words: ExplorerWords,
  name: (post: Post) => string,
): HTMLElement {
  const box = document.createElement("div");
  box.className = "table-scroll explorer-lines";
  box.tabIndex = 0;
  box.setAttribute("role", "region");
  box.setAttribute("aria-label", words.posts);
  const table = document.createElement("table");
  const head = table.createTHead().insertRow();
  for (const text of [words.who, words.before, words.match, words.after]) {
    const cell = document.createElement("th");
    cell.scope = "col";
    cell.textContent = text;
    head.append(cell);
  }
  const body = table.createTBody();
  for (const line of lines) {
    const row = body.insertRow();
    for (const text of [name(line.post), line.before, line.match, line.after]) {
      const part = document.createElement("bdi");
      part.textContent = text;
      row.insertCell().append(part);
    }
  }
  box.append(table);
  return box;
}

/** The same lines for a CSV file, with a head. */
export function lineRows(
  lines: readonly Line[],
  words: ExplorerWords,
  name: (post: Post) => string,
): string[][] {
  return [
    [words.who, words.before, words.match, words.after],
    ...lines.map((line) => [name(line.post), line.before, line.match, line.after]),
  ];
}
