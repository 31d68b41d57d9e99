import {
  type ChildNode,
  type Document,
  DomHandler,
  type Element,
  isTag,
  isText,
  type ParentNode,
} from "domhandler";
import { Parser } from "htmlparser2";
import { withoutControls } from "./misread-controls.ts";

/** Tags nested deeper than this are left out, with their content kept: walks of the tree stay within the stack. */
const MAX_DEPTH = 400;
/** A page nested deeper is not read: htmlparser2 12 takes quadratic time over the depth. */
const HOPELESS_DEPTH = 5000;
/** Longest page, in UTF-16 units. */
const MAX_LENGTH = 1 << 24;
const SLICE = 1 << 16;

/**
 * Parses HTML, or XML where `xml` is set, to a tree of bounded depth. Never throws on what the page holds;
 * undefined where it is too long or nested beyond reason.
 */
export function parsePage(text: string, xml = false): Document | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  const handler = new BoundedHandler(null, { xmlMode: xml });
  const parser = new Parser(handler, { xmlMode: xml, decodeEntities: true });
  for (let start = 0; start < text.length; start += SLICE) {
    parser.write(text.slice(start, start + SLICE));
    if (handler.depth > HOPELESS_DEPTH) return undefined;
  }
  parser.end();
  return handler.root;
}

/** The same for a piece of markup; empty where it can't be read. */
export function parseFragment(markup: string): Document {
  return parsePage(markup) ?? new DomHandler().root;
}

class BoundedHandler extends DomHandler {
  depth = 0;

  override onopentag(name: string, attributes: Record<string, string>): void {
    this.depth += 1;
    if (this.depth <= MAX_DEPTH) super.onopentag(name, attributes);
  }

  override ontext(data: string): void {
    super.ontext(withoutControls(data));
  }

  override onclosetag(): void {
    if (this.depth <= MAX_DEPTH) super.onclosetag();
    this.depth -= 1;
  }
}

/** Elements after which a reader sees a new line. */
const BLOCKS = new Set(
  "address article aside blockquote dd div dl dt figcaption footer h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table tr ul".split(
    " ",
  ),
);
/** Elements whose content is no text. */
export const SILENT = new Set(
  "script style noscript template svg iframe object video audio canvas head".split(" "),
);

/**
 * The text that a reader sees in a part of a page: `<br>` and blocks end lines, other white space is one space,
 * an emoji drawn as a picture is its `alt`. Elements for which `leaveOut` is true are passed over.
 */
export function visibleText(root: ParentNode, leaveOut: (element: Element) => boolean = () => false): string {
  const parts: string[] = [];
  appendText(root.children, parts, leaveOut, false);
  return parts
    .join("")
    .replace(/[ \t]*\n[ \t]*/gu, "\n")
    .replace(/ {2,}/gu, " ")
    .trim();
}

function appendText(
  nodes: readonly ChildNode[],
  parts: string[],
  leaveOut: (element: Element) => boolean,
  preformatted: boolean,
): void {
  for (const node of nodes) {
    if (isText(node)) {
      parts.push(preformatted ? node.data : node.data.replace(/[ \t\r\n\f]+/gu, " "));
    } else if (isTag(node)) {
      if (SILENT.has(node.name) || leaveOut(node)) continue;
      if (node.name === "br") {
        parts.push("\n");
      } else if (node.name === "img") {
        if (hasClass(node, "emoji")) parts.push(node.attribs.alt ?? "");
      } else {
        const block = BLOCKS.has(node.name);
        if (block) parts.push("\n");
        appendText(node.children, parts, leaveOut, preformatted || node.name === "pre");
        if (block) parts.push("\n");
      }
    } else if ("children" in node) {
      appendText(node.children, parts, leaveOut, preformatted);
    }
  }
}

/** True where the element's `class` has that name. */
export function hasClass(element: Element, name: string): boolean {
  const list = element.attribs.class;
  if (list === undefined || !list.includes(name)) return false;
  return list.split(/\s+/u).includes(name);
}
