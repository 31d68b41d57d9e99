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
    if (!source) continue;
    const line = document.createElement("p");
    line.className = "run";
    line.hidden = true;
    line.dataset.root = siteRoot(path);
    const button = document.createElement("button");
    button.type = "button";
    button.setAttribute("aria-expanded", "false");
    button.textContent = wordsOf(language).runHere;
    line.append(button);
    source.after(line);
  }
  return document.querySelector(".run") !== null;
}
