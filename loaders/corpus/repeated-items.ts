import { type Document, type Element, isTag } from "domhandler";
import { findDate } from "./date-words.ts";
import type { TextBlock } from "./text-blocks.ts";
import { Zone } from "./zoned-time.ts";

/** Longest line that is a name and a date above a comment or a card. */
const MAX_BYLINE = 80;
/** Most lines looked at for a date: a page with more is a table. */
const MAX_LINES = 3000;
/** Longest card that announces another article, characters. */
const MAX_CARD = 400;
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
export function repeatedItems(
  blocks: readonly TextBlock[],
  isItem: (element: Element) => boolean,
): Set<Element> {
  const signs = signsOf(blocks);
  const items = new Set<Element>();
  const parents = new Set([...signs.keys()].map(parentOf).filter((parent) => parent !== null));
  for (const parent of parents) {
    const groups = new Map<string, Element[]>();
    for (const child of parent.children) {
      if (!isTag(child) || !signs.has(child) || !isItem(child)) continue;
      if (isCard(signs.get(child)!)) items.add(child);
      const signature = `${child.name} ${firstClass(child)}`;
      const group = groups.get(signature);
      if (group === undefined) groups.set(signature, [child]);
      else group.push(child);
    }
    for (const group of groups.values()) {
      if (
        areItems(
          group.map((child) => signs.get(child)!),
          group[0]!.name === "tr",
        )
      ) {
        for (const child of group) items.add(child);
      }
    }
  }
  return items;
}

/** What the blocks within an element are like. */
interface Sign {
  blocks: number;
  /** True where the first block is a heading that is a link. */
  readonly opensWithLink: boolean;
  linkLines: number;
  characters: number;
  linked: number;
  /** Place of the first line with a date, from 0, and of the last, from the end; -1 where there is none. */
  dateFromStart: number;
  dateFromEnd: number;
}

function signsOf(blocks: readonly TextBlock[]): Map<Element, Sign> {
  const signs = new Map<Element, Sign>();
  for (const [index, block] of blocks.entries()) {
    const isDate = index < MAX_LINES && isDateLine(block.text);
    for (
      let node: Element | Document | null = block.element;
      node !== null && isTag(node);
      node = parentOf(node)
    ) {
      let sign = signs.get(node);
      if (sign === undefined) {
        const opensWithLink =
          block.linked > 0.6 && isTag(block.element) && /^h[2-6]$/u.test(block.element.name);
        sign = {
          blocks: 0,
          opensWithLink,
          linkLines: 0,
          characters: 0,
          linked: 0,
          dateFromStart: -1,
          dateFromEnd: -1,
        };
        signs.set(node, sign);
      }
      if (isDate && sign.dateFromStart < 0) sign.dateFromStart = sign.blocks;
      if (isDate) sign.dateFromEnd = 0;
      else if (sign.dateFromEnd >= 0) sign.dateFromEnd += 1;
      sign.blocks += 1;
      sign.linkLines += block.linked > 0.6 ? 1 : 0;
      sign.characters += block.text.length;
      sign.linked += block.linked * block.text.length;
    }
  }
  return signs;
}

/** One card alone, as stands within articles: a linked heading and a few words. */
function isCard({ opensWithLink, blocks, characters }: Sign): boolean {
  return opensWithLink && blocks > 1 && blocks <= 3 && characters < MAX_CARD;
}

/** A list's items are alike: the date stands at one place, or each has a linked line. */
function areItems(group: readonly Sign[], areRows: boolean): boolean {
  if (group.length < 2) return false;
  // A table's rows take turns: name and date, then what was said.
  const enough = Math.max(2, (areRows ? 0.4 : 0.6) * group.length);
  const dated = group.filter(
    ({ dateFromStart, blocks, linked }) => dateFromStart >= 0 && (blocks > 1 || linked > 0 || areRows),
  );
  const places = [dated.map((sign) => sign.dateFromStart), dated.map((sign) => sign.dateFromEnd)];
  if (places.some((list) => commonest(list) >= enough)) return true;
  const carded = group.filter(
    ({ blocks, linkLines, characters }) =>
      blocks > 1 && linkLines >= 1 && linkLines * 2 >= blocks && characters < MAX_CARD,
  );
  return carded.length >= enough;
}

/** How often the most frequent of a list's values stands in it. */
function commonest(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}

function parentOf(node: Element | Document): Element | Document | null {
  return node.parent as Element | Document | null;
}

/** Later classes tell states: `comment odd`, `comment even`. */
function firstClass(element: Element): string {
  return (element.attribs.class ?? "").trim().split(/\s+/u)[0]!;
}
