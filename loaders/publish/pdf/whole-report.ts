import { posix } from "node:path";
import { JSDOM } from "jsdom";
import { pageDocument } from "../page-document.ts";
import { withSlash } from "../with-slash.ts";
import { wordsOf } from "../words/words.ts";

export interface WholeReportOptions {
  /** Finished pages of one language, in the order of reading. The first is the front page. */
  readonly pages: readonly { readonly path: string; readonly html: string }[];
  readonly language: string;
  readonly title: string;
  /** Authors, publisher, edition: lines below the title. */
  readonly imprint: readonly string[];
  /** Address of the stylesheet. */
  readonly stylesheet: string;
  /** The site's address; without it, links to files are text. */
  readonly url?: string;
}

/** Parts that serve a screen alone. A mark's tip would be a figure of its own in the file's structure. */
const screenOnly =
  "svg title, .languages, .permalink, .cite, .skip-link, .place, .screen-only, .paper-heading, .paper-figures, .figure-table, .observablehq-pre-copy, script, template";

/**
 * All pages as one document to be printed: title, contents, list of figures, then page after page. Ids are made
 * unique by the page's number, links between pages lead inside the document, and Methods stand open.
 */
export function wholeReport(options: WholeReportOptions): string {
  const { language, title } = options;
  const words = wordsOf(language);
  const { document } = new JSDOM("<!doctype html><html><head></head><body></body></html>").window;
  document.documentElement.lang = language;
  document.title = title;
  document.head.insertAdjacentHTML("beforeend", '<meta charset="utf-8"><link rel="stylesheet">');
  document.querySelector("link")!.setAttribute("href", options.stylesheet);

  const numbers = new Map(options.pages.map((page, index) => [page.path, index]));
  const chapters = options.pages.map((page, index) => chapterOf(page, index, numbers, document, options.url));
  const figures = chapters.flatMap((chapter) => [...chapter.querySelectorAll("figure.figure")]);
  for (const [index, figure] of figures.entries()) {
    const number = document.createElement("span");
    number.className = "figure-number";
    number.textContent = `${words.whole.figure(index + 1)} `;
    figure.querySelector(".figure-title")?.prepend(number);
  }

  const cover = document.createElement("header");
  cover.className = "cover";
  cover.append(textOf(document, "h1", title), ...options.imprint.map((line) => textOf(document, "p", line)));
  const notice = pageDocument(options.pages[0]?.html ?? "").querySelector(".synthetic");
  if (notice) cover.append(document.importNode(notice, true));

  const main = document.createElement("main");
  main.id = "observablehq-main";
  const contents = chapters.map((chapter) => ({
    id: chapter.id,
    text: chapter.querySelector("h1")?.textContent?.trim() ?? "",
  }));
  const listed = figures.map((figure) => ({
    id: figure.id,
    text: figure.querySelector(".figure-title")?.textContent?.trim() ?? "",
  }));
  main.append(
    listOf(document, words.whole.contents, contents),
    ...(listed.length === 0 ? [] : [listOf(document, words.whole.figures, listed)]),
    ...chapters,
  );
  document.body.className = "whole-report";
  document.body.append(cover, main);
  return `<!doctype html>\n${document.documentElement.outerHTML}\n`;
}

function chapterOf(
  page: { readonly path: string; readonly html: string },
  index: number,
  numbers: ReadonlyMap<string, number>,
  document: Document,
  url: string | undefined,
): HTMLElement {
  const source = pageDocument(page.html);
  const main = source.querySelector("main");
  const chapter = document.createElement("section");
  chapter.className = "chapter";
  chapter.id = chapterId(index);
  for (const element of main?.querySelectorAll(screenOnly) ?? []) element.remove();
  for (const details of main?.querySelectorAll("details.method, details.dictionary-table") ?? [])
    details.setAttribute("open", "");
  for (const node of [...(main?.childNodes ?? [])]) chapter.append(document.importNode(node, true));
  renameIds(chapter, chapter.id);
  for (const link of chapter.querySelectorAll("a[href]")) {
    const href = link.getAttribute("href")!;
    const target = targetOf(href, page.path, index, numbers);
    if (target !== undefined) link.setAttribute("href", target);
    else if (/^[a-z][a-z0-9+.-]*:/i.test(href)) continue;
    else if (url === undefined) link.removeAttribute("href");
    else link.setAttribute("href", new URL(posix.join(posix.dirname(page.path), href), withSlash(url)).href);
  }
  return chapter;
}

function chapterId(index: number): string {
  return `c${index + 1}`;
}

/** Where a link leads inside the document; undefined for what is not a page of it. */
function targetOf(
  href: string,
  from: string,
  index: number,
  numbers: ReadonlyMap<string, number>,
): string | undefined {
  if (href.startsWith("#"))
    return href === "#" ? `#${chapterId(index)}` : `#${chapterId(index)}-${href.slice(1)}`;
  const [file = "", fragment] = href.split("#");
  const path = posix.join(posix.dirname(from), file.replace(/\.html$/, "").replace(/\/$/, "/index"));
  const number = numbers.get(path);
  if (number === undefined) return undefined;
  return fragment === undefined || fragment === ""
    ? `#${chapterId(number)}`
    : `#${chapterId(number)}-${fragment}`;
}

const references = ["for", "aria-labelledby", "aria-describedby", "aria-controls"];
const painted = ["clip-path", "mask", "fill", "stroke", "filter", "marker-start", "marker-mid", "marker-end"];

function renameIds(chapter: Element, prefix: string): void {
  for (const element of chapter.querySelectorAll("[id]")) element.id = `${prefix}-${element.id}`;
  for (const name of references) {
    for (const element of chapter.querySelectorAll(`[${name}]`)) {
      const ids = element.getAttribute(name)!.trim().split(/\s+/);
      element.setAttribute(name, ids.map((id) => `${prefix}-${id}`).join(" "));
    }
  }
  for (const name of painted) {
    for (const element of chapter.querySelectorAll(`[${name}^='url(#']`)) {
      element.setAttribute(name, element.getAttribute(name)!.replace("url(#", `url(#${prefix}-`));
    }
  }
  for (const use of chapter.querySelectorAll("use[href^='#']")) {
    use.setAttribute("href", `#${prefix}-${use.getAttribute("href")!.slice(1)}`);
  }
}

function listOf(
  document: Document,
  heading: string,
  entries: readonly { readonly id: string; readonly text: string }[],
): HTMLElement {
  const nav = document.createElement("nav");
  nav.className = "whole-list";
  const list = document.createElement("ol");
  for (const { id, text } of entries) {
    const link = textOf(document, "a", text);
    link.setAttribute("href", `#${id}`);
    const item = document.createElement("li");
    item.append(link);
    list.append(item);
  }
  nav.append(textOf(document, "h2", heading), list);
  return nav;
}

function textOf(document: Document, name: string, text: string): HTMLElement {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}

/** Paths of a site's pages in one language, in the order of their sidebar, the front page first. */
export function readingOrder(frontPath: string, frontHtml: string): string[] {
  const document = pageDocument(frontHtml);
  const linked = [...document.querySelectorAll("#observablehq-sidebar ol a[href]")].map((link) =>
    posix.join(
      posix.dirname(frontPath),
      link
        .getAttribute("href")!
        .replace(/\.html$/, "")
        .replace(/\/$/, "/index"),
    ),
  );
  return [...new Set([frontPath, ...linked])];
}
