import { serialise } from "./serialise.ts";

/** Characters of charts that stand in the page as they are, beside the first figure's: a window may show the second too. */
const mostLength = 60_000;
/** Characters of HTML below which a part is not worth a wait. */
const leastLength = 4000;
const later = "later";

/**
 * The script that puts the parts in their places. With scripts a browser reads what a `<noscript>` holds as one text,
 * which costs nothing; each part is made after the first paint, in a task of its own. The figure that the address
 * names comes first, and printing waits for none. `document.fillLater(root)` makes the parts of `root` at once; the
 * event `whole` tells that all are made. Plain and inline: it also runs where a page is opened from a disk, and says so to the
 * stylesheet, since the script that draws figures far from the window does not run there.
 */
const script = `{
const parts = (root) => root.querySelectorAll("noscript.${later}");
const fill = (part) => {
  const template = document.createElement("template");
  template.innerHTML = part.textContent;
  part.replaceWith(template.content);
};
const next = () => {
  const part = document.querySelector(".figure > noscript.${later}") ?? parts(document)[0];
  if (part === undefined) return document.dispatchEvent(new Event("whole"));
  fill(part);
  setTimeout(next);
};
document.fillLater = (root) => parts(root).forEach(fill);
if (location.protocol === "file:") document.documentElement.classList.add("from-disk");
addEventListener("beforeprint", () => document.fillLater(document));
const named = document.getElementById(location.hash.slice(1))?.closest(".figure");
if (named) document.fillLater(named);
requestAnimationFrame(() => setTimeout(next));
}`;

/**
 * Puts what a reader does not see first into `<noscript class="later">`: charts below the first figure, or the second
 * where its charts are light, and tables in closed disclosures; each chart by itself, so that no task is long. Without
 * scripts the page is whole as it stands; with them it is read and painted sooner, and whole soon after. Done twice it
 * changes nothing.
 */
export function putOff(document: Document): void {
  for (const [place, figure] of [...document.querySelectorAll("figure.figure")].entries()) {
    const charts = childrenOf(figure, "chart");
    if (place > 1 || (place === 1 && lengthOf(charts) > mostLength)) charts.forEach(wrap);
    for (const disclosure of childrenOf(figure, "figure-table"))
      if (!disclosure.hasAttribute("open")) childrenOf(disclosure, "table-scroll").forEach(wrap);
  }
  if (document.querySelector(`noscript.${later}`) === null) return;
  if ([...document.querySelectorAll("script")].some(({ textContent }) => textContent === script)) return;
  const element = document.createElement("script");
  element.textContent = script;
  document.body.append(element);
}

function childrenOf(element: Element, name: string): Element[] {
  return [...element.children].filter(({ classList }) => classList.contains(name));
}

function lengthOf(elements: readonly Element[]): number {
  return elements.reduce((sum, element) => sum + serialise(element).length, 0);
}

function wrap(element: Element): void {
  const html = serialise(element);
  // What could end the text early, in whatever attribute, stays as it is.
  if (html.length < leastLength || /noscript/i.test(html)) return;
  const part = element.ownerDocument.createElement("noscript");
  part.className = later;
  element.before(part);
  part.append(element);
}
