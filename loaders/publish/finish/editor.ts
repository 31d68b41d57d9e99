import { escapeHtml } from "../html.ts";
import { wordsOf } from "../words/words.ts";
import { siteRoot } from "./site-root.ts";

/**
 * Puts "run this query here" under the SQL of each Method disclosure that has one. Hidden until the page's script
 * runs. Returns true where the page has any: it then compiles WebAssembly.
 */
export function addEditor(document: Document, path: string, language: string): boolean {
  for (const old of document.querySelectorAll(".run")) old.remove();
  const methods = [...document.querySelectorAll("details.method")];
  for (const method of methods) {
    const source = method.querySelector("pre.sql");
    source?.insertAdjacentHTML("afterend", runLine(siteRoot(path), language));
  }
  return document.querySelector(".run") !== null;
}

/** The line with the button that opens the editor, hidden until the page's script runs. `root`: the site's root. */
export function runLine(root: string, language: string): string {
  return `<p class="run" hidden="" data-root="${escapeHtml(root)}"><button type="button" aria-expanded="false">${escapeHtml(wordsOf(language).runHere)}</button></p>`;
}
