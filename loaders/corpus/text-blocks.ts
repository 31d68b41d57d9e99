import { type ChildNode, type Document, type Element, isTag, isText, type ParentNode } from "domhandler";
import { SILENT } from "./html.ts";

/** A paragraph as a reader sees it: text between two block elements, or between two empty lines. */
export interface TextBlock {
  /** One space for white space; `<br>` is a line end. */
  readonly text: string;
  /** Share of the characters that stand in links, 0 to 1. */
  readonly linked: number;
  /** The nearest block element around it. */
  readonly element: Element | Document;
}

/** Elements that stand in a line of text; any other begins a block. */
const INLINE = new Set(
  "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd mark nobr picture q rp rt ruby s samp small source span strike strong sub sup time tt u var wbr".split(
    " ",
  ),
);
/** Most blocks read of a page: walks over them stay within a second. */
const MAX_BLOCKS = 10_000;

/** The blocks of a page in its order. Elements for which `leaveOut` is true are passed over. */
export function textBlocks(root: Document | Element, leaveOut: (element: Element) => boolean): TextBlock[] {
  const blocks: TextBlock[] = [];
  let parts: string[] = [];
  let linked = 0;
  let breaks = 0;

  const close = (element: Element | Document): void => {
    if (parts.length > 0) {
      const text = tidy(parts.join(""));
      if (text !== "" && blocks.length < MAX_BLOCKS) {
        blocks.push({ text, linked: Math.min(1, linked / Math.max(1, text.length)), element });
      }
    }
    parts = [];
    linked = 0;
    breaks = 0;
  };
  const walk = (nodes: readonly ChildNode[], block: Element | Document, inLink: boolean): void => {
    for (const node of nodes) {
      if (isText(node)) {
        if (node.data.trim() === "") {
          if (parts.length > 0) parts.push(" ");
          continue;
        }
        breaks = 0;
        parts.push(node.data.replace(/\s+/gu, " "));
        if (inLink) linked += node.data.trim().length;
      } else if (isTag(node)) {
        if (SILENT.has(node.name) || leaveOut(node)) continue;
        if (node.name === "br") {
          breaks += 1;
          if (breaks > 1) close(block);
          else if (parts.length > 0) parts.push("\n");
        } else if (node.name === "img") {
          if (/(?:^|\s)emoji(?:\s|$)/u.test(node.attribs.class ?? "")) parts.push(node.attribs.alt ?? "");
        } else if (INLINE.has(node.name) && !holdsBlocks(node)) {
          walk(node.children, block, inLink || node.name === "a");
        } else {
          close(block);
          walk(node.children, node, inLink || node.name === "a");
          close(node);
        }
      } else if ("children" in node) {
        walk((node as ParentNode).children, block, inLink);
      }
    }
  };
  walk(root.children, root, false);
  close(root);
  return blocks;
}

/** A link around a whole card is a block. */
function holdsBlocks(element: Element): boolean {
  return element.children.some((child) => isTag(child) && !INLINE.has(child.name) && child.name !== "br");
}

function tidy(text: string): string {
  return text
    .replace(/ *\n */gu, "\n")
    .replace(/ {2,}/gu, " ")
    .trim();
}
