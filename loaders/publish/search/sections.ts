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

const unreadElements = new Set(["pre", "script", "style", "template"]);
const unreadClasses = [
  "languages",
  "permalink",
  "cite",
  "place",
  "paper",
  "visually-hidden",
  "chart",
  "sources",
  "hash",
];

/**
 * The sections of a finished page: text from one second-level heading to the next, with captions, the words of tables and
 * Methods, without charts, whose numbers stand in their tables, and without queries. Changes nothing in the document.
 */
export function sectionsOf(path: string, document: Document): Section[] {
  const main = document.querySelector("main");
  if (!main) return [];
  const page = textWithout(main.querySelector("h1"))?.trim() ?? document.title;
  const found: { anchor: string; heading: string; parts: string[] }[] = [
    { anchor: "", heading: "", parts: [] },
  ];
  for (const element of main.children) {
    if (isUnread(element) || element.localName === "h1") continue;
    if (element.localName === "h2") {
      found.push({ anchor: element.id, heading: textOf(element), parts: [] });
    } else {
      const own = element.localName === "section" ? element.querySelector("h2") : null;
      if (own) found.push({ anchor: own.id, heading: textOf(own), parts: [textOf(element)] });
      else found.at(-1)!.parts.push(textOf(element));
    }
  }
  return found
    .map(({ anchor, heading, parts }) => ({ path, anchor, page, heading, text: parts.join(" ").trim() }))
    .filter(({ anchor, text }) => text !== "" || anchor === "");
}

/** Numbers of a table too: nobody searches for them, and a row of them can read as a telephone number. */
function isUnread(node: Node): boolean {
  if (node.nodeType !== node.ELEMENT_NODE) return false;
  const { localName, classList } = node as Element;
  if (unreadElements.has(localName)) return true;
  if (classList.length > 0 && unreadClasses.some((name) => classList.contains(name))) return true;
  return localName === "td" && isNumber(node as Element);
}

/** In a table of results what bears neither class nor thing is a number (`resultTable`). */
function isNumber(cell: Element): boolean {
  if (cell.classList.length > 0) return cell.classList.contains("number");
  return !cell.hasAttribute("data-of") && cell.closest("table.result") !== null;
}

/** Text with a space between blocks, and a dot between the cells of a table. */
function textOf(element: Element): string {
  const parts: string[] = [];
  const visit = (node: Node) => {
    if (isUnread(node)) return;
    if (node.nodeType === node.TEXT_NODE) parts.push(node.nodeValue ?? "");
    else {
      const isBlock = /^(p|li|td|th|tr|dd|dt|div|summary|figcaption|h\d|br)$/i.test(node.nodeName);
      // Between cells stands more than a space: numbers side by side would read as one, such as a telephone's.
      if (isBlock) parts.push(/^t[dh]$/i.test(node.nodeName) ? " · " : " ");
      for (let child = node.firstChild; child; child = child.nextSibling) visit(child);
      if (isBlock) parts.push(" ");
    }
  };
  visit(element);
  return parts.join("").replace(/\s+/g, " ").trim();
}

/** `textContent` without the nodes that are left out. */
function textWithout(node: Node | null): string | undefined {
  if (node === null) return undefined;
  if (isUnread(node)) return "";
  if (node.nodeType === node.TEXT_NODE) return node.nodeValue ?? "";
  const parts: string[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) parts.push(textWithout(child) ?? "");
  return parts.join("");
}
