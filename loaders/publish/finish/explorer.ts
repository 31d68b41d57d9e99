import { siteRoot } from "./site-root.ts";

/** Tells the explorer where the site's root is and which edition this is, and asks for its data together with the page. */
export function addExplorer(document: Document, path: string, edition?: string): void {
  for (const old of document.querySelectorAll("link[rel='preload'][href$='/explorer.json']")) old.remove();
  const place = document.querySelector<HTMLElement>("main .explorer");
  if (!place) return;
  place.dataset.root = siteRoot(path);
  if (edition !== undefined) place.dataset.edition = edition;
  const link = document.createElement("link");
  link.rel = "preload";
  link.setAttribute("as", "fetch");
  link.setAttribute("crossorigin", "");
  link.setAttribute("href", `${place.dataset.root}data/explorer/explorer.json`);
  document.head.append(link);
}
