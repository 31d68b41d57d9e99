import { posix } from "node:path";

/** Tells the explorer where the site's root is, and asks for its data together with the page. */
export function addExplorer(document: Document, path: string): void {
  for (const old of document.querySelectorAll("link[rel='preload'][href$='/explorer.json']")) old.remove();
  const place = document.querySelector<HTMLElement>("main .explorer");
  if (!place) return;
  const root = posix.relative(posix.dirname(path), ".");
  place.dataset.root = root === "" ? "./" : `${root}/`;
  const link = document.createElement("link");
  link.rel = "preload";
  link.setAttribute("as", "fetch");
  link.setAttribute("crossorigin", "");
  link.setAttribute("href", `${place.dataset.root}data/explorer/explorer.json`);
  document.head.append(link);
}
