import { canonicalUrl } from "./canonical-url.ts";
import { readDate } from "./date-words.ts";
import { readJsonFeed } from "./feed-json.ts";
import { readable } from "./feed-text.ts";
import { type FeedDocument, type FeedNode, type FeedPerson, readXmlFeed } from "./feed-xml.ts";
import type { Zone } from "./zoned-time.ts";

/** What a feed says of one page. */
export interface FeedItem {
  readonly url: string;
  readonly title: string;
  readonly text: string;
  /** Who signed it, as written; never kept but as a pseudonym. */
  readonly author: string | undefined;
  /** Milliseconds since 1970 UTC; undefined where the item has no readable date. */
  readonly publishedAt: number | undefined;
}

const PROLOGUE = /^\s*(?:<\?[^>]{0,300}\?>\s*|<!--[\s\S]{0,4000}?-->\s*|<!DOCTYPE[^>]{0,500}>\s*){0,20}/iu;
const XML_FEED = /^<(?:[\w-]{1,20}:)?(?:rss|rdf|feed)[\s>/]/iu;
const JSON_FEED = /^\s*\{[\s\S]{0,2000}"https?:(?:\/\/|\\\/\\\/)jsonfeed\.org/u;

/** True where a document is RSS, RDF or Atom by its first element, or a JSON Feed by its version. */
export function isFeed(text: string): boolean {
  const head = text.slice(0, 9000).replace(/^\ufeff/u, "");
  return XML_FEED.test(head.replace(PROLOGUE, "")) || JSON_FEED.test(head);
}

/** A feed as it is written; undefined where it can't be read. `base` is the feed's own address. */
export function readFeed(text: string, base: string): FeedDocument | undefined {
  return /^[\s\ufeff]*\{/u.test(text.slice(0, 100)) ? readJsonFeed(text) : readXmlFeed(text, base);
}

/**
 * The items of an RSS, RDF, Atom or JSON feed, undefined for one without an address; undefined where the feed
 * can't be read. `base` is the feed's own address; a date without an offset is by `zone`'s clock, and words such
 * as "today" are those of `capturedAt`.
 */
export function feedItems(
  text: string,
  base: string,
  zone: Zone,
  capturedAt?: number,
): (FeedItem | undefined)[] | undefined {
  const feed = readFeed(text, base);
  return feed?.entries.map((entry) => {
    const url = canonicalUrl(entry.link ?? "", base === "" ? undefined : base);
    if (url === undefined) return undefined;
    return {
      url,
      title: readable(entry.title).replace(/\s+/gu, " "),
      text: wordsOf(entry),
      author: authorOf(entry.authors) ?? authorOf(feed.authors),
      publishedAt: dateOf(entry, zone, capturedAt),
    };
  });
}

function wordsOf(entry: FeedNode): string {
  for (const part of [...entry.content, entry.summary]) {
    const words = readable(part);
    if (words !== "") return words;
  }
  return "";
}

function authorOf(people: readonly FeedPerson[]): string | undefined {
  for (const { name, email, uri } of people) {
    const author = name ?? email ?? uri;
    if (author !== undefined && author.trim() !== "") return author.trim();
  }
  return undefined;
}

function dateOf(entry: FeedNode, zone: Zone, capturedAt: number | undefined): number | undefined {
  for (const date of entry.dates) {
    const time = readDate(date, zone, capturedAt);
    if (time !== undefined) return time;
  }
  return undefined;
}
