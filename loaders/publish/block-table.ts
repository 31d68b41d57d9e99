import { escapeHtml } from "./html.ts";

/** A block's table, in a region of its own that scrolls where the screen is narrow. `heads` and `rows` are HTML. */
export function blockTable(label: string, heads: readonly string[], rows: readonly string[]): string {
  // The corner over a column of row headers names nothing, so it is no header.
  const head = heads.map((name) => (name === "" ? "<td></td>" : `<th scope="col">${name}</th>`)).join("");
  return `<div class="table-scroll" tabindex="0" role="region" aria-label="${escapeHtml(label)}"><table><thead><tr>${head}</tr></thead><tbody>${rows.join("")}</tbody></table></div>`;
}
