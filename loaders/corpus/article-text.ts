import { type Document, type Element, isTag } from "domhandler";
import { type Furniture, furnitureKind } from "./furniture.ts";
import { isCommentLabel, isLabel } from "./furniture-words.ts";
import { lettersOf } from "./heading.ts";
import { hasAncestor, isWithin, type Place } from "./place.ts";
import { isDateLine, repeatedItems } from "./repeated-items.ts";
import { elementAt, elementsAt } from "./select.ts";
import type { TextBlock } from "./text-blocks.ts";

/** A block with fewer characters is no evidence of where the article is. */
const MIN_CONTENT = 60;
const MIN_SENTENCE = 25;
const SENTENCE_END = /[.!?…:;»”"’)]\s*$/u;
/** More of a block in links is a list of links. */
const MAX_LINKED = 0.5;
/** What each level up counts less. */
const DECAY = 0.5;
/** An earlier place with as much of the best one's score is the article, and the best one its comments. */
const EARLIER = 0.4;
/** An element that by its name is furniture but holds as much of the page's text is none. */
const MOST = 0.5;

/**
 * The text of the article on a page, a line a paragraph, without menus, banners, related links, comments and
 * other furniture; empty where none is found. The place with the densest text is taken, found as Readability
 * does (each paragraph counts for the elements around it, less the farther), but over blocks of text of any
 * markup, with lists of comments and cards told by their shape. `all` are the page's blocks, `heading` that of
 * its headline.
 */
export function articleText(
  page: Document,
  all: readonly TextBlock[],
  heading: TextBlock | undefined,
  title: string,
): string {
  const weights = weigh(all);
  const total = weights.get(page) ?? 0;
  const kinds = new Map<Element, Furniture>();
  const isFurniture = (element: Element): boolean => {
    if (!kinds.has(element)) kinds.set(element, furnitureKind(element));
    const kind = kinds.get(element);
    if (kind === undefined) return false;
    if (kind === "certain") return true;
    if (heading !== undefined && isWithin(heading.element, element) && element.name !== "header")
      return false;
    return kind === "strict" || (weights.get(element) ?? 0) <= MOST * total;
  };
  const clean = all.filter((block) => !hasAncestor(block.element, isFurniture));
  const most = MOST * (weigh(clean).get(page) ?? 0);
  const repeated = repeatedItems(
    clean,
    (element) =>
      (weights.get(element) ?? 0) <= most && !(heading !== undefined && isWithin(heading.element, element)),
  );
  const rest = clean.filter((block) => !hasAncestor(block.element, (element) => repeated.has(element)));
  const root = rootOf(page, heading, weigh(rest));
  const start = heading === undefined ? -1 : all.indexOf(heading);
  const order = new Map(all.map((block, index) => [block, index]));
  const candidates = withoutLabelled(rest).filter(
    (block) => isWithin(block.element, root) && order.get(block)! > start,
  );
  const chosen = densest(candidates, all, root);
  if (chosen.length === 0) {
    // A picture's page has a few words: they are the article if the site marks them as such.
    return root === page
      ? ""
      : trimmed(candidates, title)
          .map(({ text }) => text)
          .join("\n");
  }
  return trimmed(chosen, title)
    .map(({ text }) => text)
    .join("\n");
}

/** True where a block is prose, by its length or its end, and not made of links. */
function isContent(block: TextBlock): boolean {
  if (block.linked > MAX_LINKED || block.text.length < MIN_SENTENCE) return false;
  return block.text.length >= MIN_CONTENT || SENTENCE_END.test(block.text);
}

function weightOf(block: TextBlock): number {
  return block.text.length * (1 - block.linked);
}

/** Characters of prose in each element. */
function weigh(blocks: readonly TextBlock[]): Map<Place, number> {
  const weights = new Map<Place, number>();
  for (const block of blocks) {
    if (!isContent(block)) continue;
    for (let node: Place | null = block.element; node !== null; node = node.parent as Place | null) {
      weights.set(node, (weights.get(node) ?? 0) + weightOf(block));
    }
  }
  return weights;
}

/** The part of the page that the site itself marks as the article, if most of the text or the headline is there. */
function rootOf(page: Document, heading: TextBlock | undefined, weights: Map<Place, number>): Place {
  const total = weights.get(page) ?? 0;
  const holds = (element: Element, share: number): boolean => (weights.get(element) ?? 0) >= share * total;
  const body = elementsAt(page, '[itemprop~="articleBody"]').find((element) => holds(element, 0.4));
  if (body !== undefined) return body;
  const articles = elementsAt(page, "article");
  const article =
    articles.find((element) => heading !== undefined && isWithin(heading.element, element)) ??
    (articles.length === 1 && holds(articles[0]!, 0.2) ? articles[0] : undefined);
  if (article !== undefined) return article;
  const main = elementAt(page, "main, [role=main]");
  return main !== undefined && holds(main, 0.2) ? main : page;
}

/**
 * Drops labels such as "Читайте также:" with the links below them, and what follows the label of the comments
 * within the element that holds both.
 */
function withoutLabelled(blocks: readonly TextBlock[]): TextBlock[] {
  const kept: TextBlock[] = [];
  let comments: Place | undefined;
  let afterLabel = false;
  for (const block of blocks) {
    if (comments !== undefined && isWithin(block.element, comments)) continue;
    comments = undefined;
    if (isCommentLabel(block.text)) {
      comments = wrapperOf(block, kept);
      continue;
    }
    if (isLabel(block.text)) {
      afterLabel = true;
      continue;
    }
    if (afterLabel && block.linked > 0.3) continue;
    afterLabel = false;
    kept.push(block);
  }
  return kept;
}

/** The element around a label, without the wrappers of the label alone. */
function wrapperOf(label: TextBlock, before: readonly TextBlock[]): Place {
  const start = label.element;
  const parent = start.parent as Place | null;
  const last = before.at(-1);
  return parent === null || (last !== undefined && last.element === start) ? start : parent;
}

/**
 * The blocks of the element with the most prose near it, of its siblings that are alike, and the prose between
 * the headline and it. `all` are the page's blocks, furniture included.
 */
function densest(blocks: readonly TextBlock[], all: readonly TextBlock[], root: Place): TextBlock[] {
  const counts = new Map<Place, number>();
  for (const { element } of all) {
    for (let node: Place | null = element; node !== null; node = node.parent as Place | null) {
      counts.set(node, (counts.get(node) ?? 0) + 1);
    }
  }
  const scores = new Map<Place, number>();
  for (const block of blocks) {
    if (!isContent(block)) continue;
    let node: Place | null = block.element;
    // An element around one block alone is its wrapper.
    while (node !== root && node.parent !== null && counts.get(node) === 1) node = node.parent as Place;
    let score = weightOf(block);
    while (node !== null && score > 1) {
      scores.set(node, (scores.get(node) ?? 0) + score);
      if (node === root) break;
      score *= DECAY;
      node = node.parent as Place | null;
    }
  }
  const best = bestOf(scores);
  if (best === undefined) return [];
  const places = [best, ...alike(best, root, scores)];
  const isChosen = ({ element }: TextBlock): boolean => places.some((place) => isWithin(element, place));
  const first = blocks.findIndex(isChosen);
  return blocks.filter((block, index) => isChosen(block) || (index < first && isContent(block)));
}

/** The place with the highest score, or one apart from it that comes earlier and has nearly as much. */
function bestOf(scores: Map<Place, number>): Place | undefined {
  const places = [...scores.keys()];
  let best: Place | undefined;
  for (const place of places) if (best === undefined || scores.get(place)! > scores.get(best)!) best = place;
  if (best === undefined) return undefined;
  const highest: Place = best;
  // Places stand in the order of their first block.
  for (const place of places.slice(0, places.indexOf(highest))) {
    const isApart = !isWithin(place, highest) && !isWithin(highest, place);
    if (isApart && scores.get(place)! >= EARLIER * scores.get(highest)!) return place;
  }
  return highest;
}

/** Siblings of an element that carry on its text: of the same tag and class. */
function alike(best: Place, root: Place, scores: Map<Place, number>): Place[] {
  if (best === root || !isTag(best) || best.parent === null) return [];
  const chosen: Element = best;
  const name = chosen.attribs.class;
  if (name === undefined) return [];
  const enough = 0.15 * scores.get(best)!;
  return chosen.parent!.children.filter(isTag).filter((sibling) => {
    if (sibling === chosen) return false;
    const isSame = sibling.name === chosen.name && sibling.attribs.class === name;
    return isSame && (scores.get(sibling) ?? 0) >= enough;
  });
}

/** Without the headline, bylines above the text and lines of links. */
function trimmed(blocks: readonly TextBlock[], title: string): TextBlock[] {
  const wanted = lettersOf(title);
  const first = blocks.findIndex(isContent);
  return blocks.filter((block, index) => {
    if (block.linked > MAX_LINKED || lettersOf(block.text) === wanted) return false;
    if (index < first) return isHeading(block) && !isDateLine(block.text);
    return true;
  });
}

function isHeading(block: TextBlock): boolean {
  return isTag(block.element) && /^h[1-6]$/u.test(block.element.name);
}
