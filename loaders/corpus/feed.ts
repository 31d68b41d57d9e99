import { type Element, isTag } from "domhandler";
import { textContent } from "domutils";
import { canonicalUrl } from "./canonical-url.ts";
import { parseFragment, parsePage, visibleText } from "./html.ts";
import { elementsAt } from "./select.ts";
import { readIsoDate, readRfc822Date } from "./written-date.ts";
import type { Zone } from "./zoned-time.ts";

/** What a feed says of one page. */
export interface FeedItem {
  readonly url: string;
  readonly title: string;
  readonly text: string;
  /** Milliseconds since 1970 UTC; undefined where the item has no readable date. */
  readonly publishedAt: number | undefined;
}

/** True where a document is RSS or Atom, by its first element. */
export function isFeed(text: string): boolean {
  return /^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[\s\S]{0,4000}?-->\s*)?<(?:rss|rdf:RDF|feed)[\s>]/u.test(
    text.slice(0, 5000).replace(/^\ufeff/u, ""),
  );
}

/**
 * The items of an RSS 0.9x, 1.0 or 2.0 or Atom 1.0 feed, undefined for one without an address; undefined where
 * the feed can't be read. `base` is the feed's own address.
 */
export function feedItems(text: string, base: string, zone: Zone): (FeedItem | undefined)[] | undefined {
  const feed = parsePage(text, true);
  if (feed === undefined) return undefined;
  const items = elementsAt(feed, "item, entry", { xml: true });
  return items.map((item) => {
    const url = canonicalUrl(linkOf(item), base === "" ? undefined : base);
    if (url === undefined) return undefined;
    return { url, title: plain(child(item, "title")), text: wordsOf(item), publishedAt: dateOf(item, zone) };
  });
}

function linkOf(item: Element): string {
  const links = item.children.filter(isTag).filter(({ name }) => name === "link");
  const atom = links.find(
    ({ attribs }) => attribs.href !== undefined && (attribs.rel ?? "alternate") === "alternate",
  );
  const written =
    atom?.attribs.href ?? links.map((link) => textContent(link).trim()).find((link) => link !== "");
  if (written !== undefined) return written;
  const guid = child(item, "guid");
  return guid !== undefined && guid.attribs.isPermaLink !== "false" ? textContent(guid).trim() : "";
}

function wordsOf(item: Element): string {
  const parts = ["content:encoded", "content", "description", "summary"].map((name) =>
    plain(child(item, name)),
  );
  return parts.find((part) => part !== "") ?? "";
}

function dateOf(item: Element, zone: Zone): number | undefined {
  for (const name of ["pubDate", "published", "dc:date", "updated"]) {
    const element = child(item, name);
    const text = element === undefined ? "" : textContent(element).trim();
    const time = readRfc822Date(text) ?? readIsoDate(text, zone);
    if (time !== undefined) return time;
  }
  return undefined;
}

/** An element's text without markup: that of Atom's `xhtml` stands in the tree, other markup is escaped in the text. */
function plain(element: Element | undefined): string {
  if (element === undefined) return "";
  if (element.attribs.type === "xhtml") return visibleText(element);
  const text = textContent(element).trim();
  if (element.attribs.type === "text" || !/[<&]/u.test(text)) return text;
  return visibleText(parseFragment(text));
}

function child(item: Element, name: string): Element | undefined {
  return item.children.find((node): node is Element => isTag(node) && node.name === name);
}
