import { type Document, type Element, isTag } from "domhandler";
import { findDate } from "./date-words.ts";
import type { TextBlock } from "./text-blocks.ts";
import { Zone } from "./zoned-time.ts";

/** Longest line that is a name and a date above a comment or a card. */
const MAX_BYLINE = 80;
const SOME_DATE = /\d|сегодня|вчера|бүгін|кеше|bugin|búgin|keshe|назад|бұрын|buryn|today|yesterday|ago/iu;
const zone = new Zone("UTC");
/** Any day: only whether there is a date matters. */
const ANY_DAY = Date.UTC(2024, 0, 15);

/** True where a line is short and holds a date, as above a comment, a card or an article. */
export function isDateLine(text: string): boolean {
  if (text.length > MAX_BYLINE || !SOME_DATE.test(text)) return false;
  return findDate(text, zone, ANY_DAY) !== undefined;
}

/**
 * Elements that hold a list of comments or cards, told by their shape: several children of one tag and class, of
 * which most have a line with a date, or a linked line above others. Paragraphs have neither. An element for
 * which `isItem` is false is none.
 */
export function repeatedItems(blocks: readonly TextBlock[], isItem: (element: Element) => boolean): Set<Element> {
  const signs = new Map<Element, { blocks: number; dates: number; links: number; words: number }>();
  for (const block of blocks) {
    const date = isDateLine(block.text) ? 1 : 0;
    const link = block.linked > 0.6 ? 1 : 0;
    for (let node: Element | Document | null = block.element; node !== null && isTag(node); node = parentOf(node)) {
      const sign = signs.get(node) ?? { blocks: 0, dates: 0, links: 0, words: 0 };
      sign.blocks += 1;
      sign.dates += date;
      sign.links += link;
      sign.words += block.text.length;
      signs.set(node, sign);
    }
  }
  const items = new Set<Element>();
  const parents = new Set([...signs.keys()].map(parentOf).filter((parent) => parent !== null));
  for (const parent of parents) {
    const groups = new Map<string, Element[]>();
    for (const child of parent.children) {
      if (!isTag(child) || !signs.has(child) || !isItem(child)) continue;
      const signature = `${child.name} ${firstClass(child)}`;
      groups.set(signature, [...(groups.get(signature) ?? []), child]);
    }
    for (const group of groups.values()) {
      if (group.length < 2) continue;
      const dated = group.filter((child) => {
        const sign = signs.get(child)!;
        return sign.dates >= 1 && sign.dates <= 2;
      });
      const carded = group.filter((child) => {
        const sign = signs.get(child)!;
        return sign.blocks > 1 && sign.links >= 1 && sign.links * 2 >= sign.blocks && sign.words < 400;
      });
      // A table's rows take turns: name and date, then what was said.
      const enough = group[0]!.name === "tr" ? 0.4 : 0.6;
      if (
        (dated.length >= 2 && dated.length >= enough * group.length) ||
        (carded.length >= 2 && carded.length >= 0.6 * group.length)
      ) {
        for (const child of group) items.add(child);
      }
    }
  }
  return items;
}

function parentOf(node: Element | Document): Element | Document | null {
  return node.parent as Element | Document | null;
}

/** Later classes tell states: `comment odd`, `comment even`. */
function firstClass(element: Element): string {
  return (element.attribs.class ?? "").trim().split(/\s+/u)[0]!;
}
