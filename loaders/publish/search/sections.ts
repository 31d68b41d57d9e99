import { JSDOM } from "jsdom";

/** One section of a page, as the search finds it. */
export interface Section {
  /** The page's path without extension. */
  readonly path: string;
  /** Id of the heading, empty for the page's beginning. */
  readonly anchor: string;
  readonly page: string;
  /** The section's heading, empty for the page's beginning. */
  readonly heading: string;
  readonly text: string;
}

/** Numbers of a table too: nobody searches for them, and a row of them can read as a telephone number. */
const unread =
  ".languages, .permalink, .cite, .place, .visually-hidden, .chart, .sources, .hash, td.number, pre, script, style, template";

/**
 * The sections of a finished page: text from one second-level heading to the next, with captions, the words of tables and
 * Methods, without charts, whose numbers stand in their tables, and without queries.
 */
export function sectionsOf(path: string, html: string): Section[] {
  const { document } = new JSDOM(html).window;
  const main = document.querySelector("main");
  if (!main) return [];
  for (const element of main.querySelectorAll(unread)) element.remove();
  const page = main.querySelector("h1")?.textContent?.trim() ?? document.title;
  const found: { anchor: string; heading: string; parts: string[] }[] = [
    { anchor: "", heading: "", parts: [] },
  ];
  for (const element of main.children) {
    if (element.localName === "h2") {
      found.push({ anchor: element.id, heading: textOf(element), parts: [] });
    } else if (element.localName !== "h1") {
      const own = element.matches("section") ? element.querySelector("h2") : null;
      if (own) found.push({ anchor: own.id, heading: textOf(own), parts: [textOf(element)] });
      else found.at(-1)!.parts.push(textOf(element));
    }
  }
  return found
    .map(({ anchor, heading, parts }) => ({ path, anchor, page, heading, text: parts.join(" ").trim() }))
    .filter(({ anchor, text }) => text !== "" || anchor === "");
}

/** Text with a space between blocks, and a dot between the cells of a table. */
function textOf(element: Element): string {
  const parts: string[] = [];
  const visit = (node: Node) => {
    if (node.nodeType === node.TEXT_NODE) parts.push(node.textContent ?? "");
    else {
      const isBlock = /^(p|li|td|th|tr|dd|dt|div|summary|figcaption|h\d|br)$/i.test(node.nodeName);
      // Between cells stands more than a space: numbers side by side would read as one, such as a telephone's.
      if (isBlock) parts.push(/^t[dh]$/i.test(node.nodeName) ? " · " : " ");
      for (const child of node.childNodes) visit(child);
      if (isBlock) parts.push(" ");
    }
  };
  visit(element);
  return parts.join("").replace(/\s+/g, " ").trim();
}
