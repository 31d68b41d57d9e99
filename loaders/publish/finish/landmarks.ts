import type { Words } from "../words/words.ts";

/**
 * Gives the page's parts names that assistive technology can tell apart, and a way past the navigation; mends
 * what Framework 1.13.4 nests wrongly (a label in a list, a summary outside a disclosure).
 */
export function mendLandmarks(document: Document, words: Words): void {
  const main = document.querySelector("main");
  if (main) {
    main.setAttribute("tabindex", "-1");
    addSkipLink(document, main.id, words);
  }
  mendSidebar(document, words);
  mendContents(document, words);
  document.querySelector("#observablehq-footer > nav")?.setAttribute("aria-label", words.neighbours);
  // The reader decides where a link opens.
  for (const link of document.querySelectorAll("a[target='_blank']")) link.removeAttribute("target");
}

function addSkipLink(document: Document, id: string, words: Words): void {
  if (document.querySelector(".skip-link")) return;
  const link = document.createElement("a");
  link.className = "skip-link";
  link.setAttribute("href", `#${id}`);
  link.textContent = words.skip;
  document.body.prepend("\n", link);
}

function mendSidebar(document: Document, words: Words): void {
  const sidebar = document.querySelector("#observablehq-sidebar");
  if (!sidebar) return;
  sidebar.setAttribute("aria-label", words.pages);
  sidebar.querySelector("#observablehq-sidebar-close")?.remove();
  const toggle = document.querySelector("#observablehq-sidebar-toggle");
  toggle?.removeAttribute("title");
  toggle?.setAttribute("aria-label", words.showPages);
  toggle?.setAttribute("aria-controls", sidebar.id);
  toggle?.setAttribute("autocomplete", "off");
  if (toggle && !toggle.closest(".sidebar-open")) nameToggle(toggle, words);
  document.querySelector("#observablehq-sidebar-backdrop")?.setAttribute("aria-hidden", "true");
  for (const summary of sidebar.querySelectorAll("section > summary")) {
    const heading = document.createElement("div");
    heading.className = `sidebar-heading ${summary.className}`.trim();
    heading.append(...summary.childNodes);
    summary.replaceWith(heading);
  }
  for (const item of sidebar.querySelectorAll(".observablehq-link-active > a")) {
    item.setAttribute("aria-current", "page");
  }
}

/** A landmark of its own around the box that shows the pages: it stands before them, outside all others. */
function nameToggle(toggle: Element, words: Words): void {
  const landmark = toggle.ownerDocument.createElement("nav");
  landmark.className = "sidebar-open";
  landmark.setAttribute("aria-label", words.showPages);
  toggle.replaceWith(landmark);
  landmark.append(toggle);
}

function mendContents(document: Document, words: Words): void {
  const contents = document.querySelector("#observablehq-toc");
  if (!contents) return;
  if (!contents.querySelector("a")) {
    contents.remove();
    return;
  }
  contents.querySelector("nav")?.setAttribute("aria-label", words.contents);
  // Complementary content it is not: the navigation in it is the landmark.
  contents.setAttribute("role", "presentation");
  const label = contents.querySelector("nav > div");
  if (label) label.textContent = words.contents;
}

/** Wide tables and code scroll in a box of their own, which the keyboard must reach. */
export function mendScrollBoxes(document: Document, words: Words): void {
  for (const pre of document.querySelectorAll("pre:not([tabindex])")) {
    pre.setAttribute("tabindex", "0");
    pre.setAttribute("role", "group");
    pre.setAttribute("aria-label", pre.matches(".sql") ? words.query : words.code);
  }
  // The corner of a table written in Markdown: it names nothing, so it is no header.
  for (const corner of document.querySelectorAll("main thead th:empty")) {
    corner.replaceWith(document.createElement("td"));
  }
  for (const table of document.querySelectorAll("main table")) {
    if (table.closest(".table-scroll")) continue;
    const box = document.createElement("div");
    box.className = "table-scroll";
    table.replaceWith(box);
    box.append(table);
  }
  for (const box of document.querySelectorAll(".table-scroll")) {
    box.setAttribute("tabindex", "0");
    box.setAttribute("role", "region");
    if (!box.hasAttribute("aria-label")) box.setAttribute("aria-label", tableName(box, words));
  }
}

function tableName(box: Element, words: Words): string {
  const caption = box.querySelector("caption")?.textContent?.trim();
  if (caption) return caption;
  const title = box.closest("figure")?.querySelector(".figure-title")?.textContent?.trim();
  if (title) return `${words.table}: ${title}`;
  const tables = [...box.ownerDocument.querySelectorAll(".table-scroll")];
  return `${words.table} ${tables.indexOf(box) + 1}`;
}

/** Takes Plot's names off the groups of a chart: a group without a role may bear none, and the chart has one. */
export function mendCharts(document: Document): void {
  for (const group of document.querySelectorAll("svg g[aria-label]:not([role])")) {
    group.removeAttribute("aria-label");
    group.removeAttribute("aria-description");
  }
}

/** Images that say nothing to those who do not see them. An ornament says so with `alt=""`. */
export function imageFaults(document: Document): string[] {
  return [...document.querySelectorAll("img:not([alt]), [role='img']:not([aria-label], [aria-labelledby])")]
    .filter((image) => !image.closest("[aria-hidden='true']"))
    .map((image) =>
      image.localName === "img"
        ? `found <img src="${image.getAttribute("src") ?? ""}"> without alt, expected a text that says what it shows, or alt="" for an ornament`
        : `found <${image.localName} role="img"> without aria-label, expected the picture's text alternative`,
    );
}
