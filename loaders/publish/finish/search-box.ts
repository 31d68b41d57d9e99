import { wordsOf } from "../words/words.ts";
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
  const form = document.createElement("form");
  form.className = "search";
  form.setAttribute("role", "search");
  form.hidden = true;
  form.dataset.root = prefix;
  form.dataset.index = prefix + searchAddress(language);
  const label = document.createElement("label");
  const name = document.createElement("span");
  name.className = "visually-hidden";
  name.textContent = wordsOf(language).search;
  const input = document.createElement("input");
  input.type = "search";
  input.setAttribute("autocomplete", "off");
  input.setAttribute("spellcheck", "false");
  input.placeholder = wordsOf(language).search;
  label.append(name, input);
  const status = document.createElement("p");
  status.className = "search-status";
  status.setAttribute("role", "status");
  form.append(label, status, document.createElement("ol"));
  sidebar.querySelector("ol")?.after(form);
}
