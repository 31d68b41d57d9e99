import { elementOf } from "./element.ts";
import { siteRoot } from "./site-root.ts";

/**
 * Tells the explorer where the site's root is and which edition this is, and asks for its data and its code (`explorer`, a
 * path below the root) together with the page. Done twice it changes nothing.
 */
export function addExplorer(
  document: Document,
  {
    path,
    edition,
    explorer,
  }: { readonly path: string; readonly edition?: string; readonly explorer?: string },
): void {
  const place = document.querySelector<HTMLElement>("main .explorer");
  if (place === null || document.querySelector("link.explorer-part") !== null) return;
  const root = siteRoot(path);
  place.dataset.root = root;
  if (edition !== undefined) place.dataset.edition = edition;
  const part = (rel: string, href: string) => {
    const link = elementOf(document, "link", { rel, class: "explorer-part", href });
    // Before the faces, which the parser waits for.
    const faces = document.head.querySelector("noscript.faces");
    if (faces === null) document.head.append(link);
    else faces.before(link);
    return link;
  };
  const data = part("preload", `${root}data/explorer/explorer.json`);
  data.setAttribute("as", "fetch");
  data.setAttribute("crossorigin", "");
  if (explorer === undefined) return;
  part("modulepreload", root + explorer);
  const report = document.querySelector("script[type='module'][src*='/data/site/report']");
  if (report !== null) part("modulepreload", report.getAttribute("src")!);
}
