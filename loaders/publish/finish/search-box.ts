import { wordsOf } from "../words/words.ts";
import { elementOf } from "./element.ts";
import { siteRoot } from "./site-root.ts";

/** Where the search's file of a language stands below the site's root. */
export function searchAddress(language: string): string {
  return `search/${language}.json`;
}

/** Puts the search box above the list of pages. It stays hidden until the page's script runs. */
export function addSearchBox(document: Document, path: string, language: string): void {
  document.querySelector(".search")?.remove();
  const sidebar = document.querySelector("#observablehq-sidebar");
  if (!sidebar || /(^|\/)404$/.test(path)) return;
  const prefix = siteRoot(path);
  const form = elementOf(document, "form", {
    class: "search",
    role: "search",
    hidden: "",
    "data-root": prefix,
    "data-index": prefix + searchAddress(language),
  });
  const label = document.createElement("label");
  const name = elementOf(document, "span", { class: "visually-hidden" });
  name.textContent = wordsOf(language).search;
  const input = elementOf(document, "input", {
    type: "search",
    autocomplete: "off",
    spellcheck: "false",
    placeholder: wordsOf(language).search,
  });
  label.append(name, input);
  const status = elementOf(document, "p", { class: "search-status", role: "status" });
  form.append(label, status, document.createElement("ol"));
  sidebar.querySelector("ol")?.after(form);
}
