import { Parser } from "htmlparser2";
import { isGzip, unfold } from "./unfold.ts";

/** A page that a list names. */
export interface ListedPage {
  readonly url: string;
  /** Milliseconds since 1970 UTC: when it was published, and when it was changed, as far as the list says. */
  readonly published?: number;
  readonly changed?: number;
}

/** A list of a site's pages, or of further lists. */
export interface PageList {
  readonly kind: "feed" | "sitemap" | "index" | "page";
  readonly pages: readonly ListedPage[];
  /** Of an index: its lists. Of a feed: its next part. Of a page: the feeds that it links. */
  readonly lists: readonly ListedPage[];
}

/** The protocol's own limit for a sitemap is 50,000. */
const MAX_PAGES = 50_000;

/**
 * Reads the addresses and dates of a list: RSS, RDF, Atom, JSON Feed, sitemap (also gzipped or as text, with news),
 * sitemap index, or the feeds that an HTML page links. Undefined for anything else; a string says why it can't be
 * read. `limit` in bytes for what a gzipped file may unfold to.
 */
export function readPageList(bytes: Buffer, base: string, limit: number): PageList | string | undefined {
  const plain = isGzip(bytes) ? unfold(bytes, "gzip", limit) : bytes;
  if (typeof plain === "string") return plain;
  const text = decoded(plain);
  const start = text.slice(0, 2000).trimStart();
  if (start.startsWith("{")) return jsonFeed(text, base);
  if (/^https?:\/\/\S+\s*(?:\n|$)/u.test(start)) {
    const pages = text.split(/\s+/u).flatMap((line) => address(line, base) ?? []);
    return { kind: "sitemap", pages: pages.slice(0, MAX_PAGES).map((url) => ({ url })), lists: [] };
  }
  return start.startsWith("<") ? markupList(text, base) : undefined;
}

function decoded(bytes: Buffer): string {
  const written = /^[^>]{0,80}encoding=["']([\w-]{1,20})["']/u.exec(bytes.toString("latin1", 0, 200))?.[1];
  try {
    return new TextDecoder(written ?? "utf-8").decode(bytes);
  } catch {
    return bytes.toString("utf8");
  }
}

function jsonFeed(text: string, base: string): PageList | undefined {
  let feed: { version?: unknown; items?: unknown; next_url?: unknown };
  try {
    feed = JSON.parse(text) as typeof feed;
  } catch {
    return undefined;
  }
  if (!/jsonfeed\.org/u.test(String(feed.version)) || !Array.isArray(feed.items)) return undefined;
  const pages = feed.items.slice(0, MAX_PAGES).flatMap((item: Record<string, unknown> | null) => {
    const url = address(String(item?.url ?? item?.id ?? ""), base);
    return url === undefined ? [] : [dated(url, item?.date_published, item?.date_modified)];
  });
  const next = typeof feed.next_url === "string" ? address(feed.next_url, base) : undefined;
  return { kind: "feed", pages, lists: next === undefined ? [] : [{ url: next }] };
}

/** Names of elements that hold what is wanted, without their prefix. */
const PUBLISHED = new Set(["pubdate", "published", "issued", "date", "publication_date", "created"]);
const CHANGED = new Set(["updated", "modified", "lastmod"]);

function markupList(text: string, base: string): PageList | undefined {
  let kind: PageList["kind"] | undefined;
  const pages: ListedPage[] = [];
  const lists: ListedPage[] = [];
  let item: { url?: string; guid?: string; published?: string; changed?: string } | undefined;
  let words = "";
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        words = "";
        const tag = local(name);
        if (kind === undefined) {
          kind = KINDS[tag];
          if (kind === undefined) return;
        }
        if (kind === "page") {
          if (tag === "link" && isFeedLink(attributes)) {
            const url = address(attributes.href ?? "", base);
            if (url !== undefined) lists.push({ url });
          }
          return;
        }
        if (ITEMS.has(tag)) {
          item = {};
          // RDF items carry their address also as an attribute.
          const about = attributes["rdf:about"];
          if (about !== undefined) item.guid = about;
        } else if (tag === "link" && attributes.href !== undefined) {
          const relation = attributes.rel ?? "alternate";
          if (item !== undefined && relation === "alternate") item.url ??= attributes.href;
          if (item === undefined && relation === "next") {
            const url = address(attributes.href, base);
            if (url !== undefined) lists.push({ url });
          }
        }
      },
      ontext(data) {
        if (words.length < 4000) words += data;
      },
      onclosetag(name) {
        const tag = local(name);
        const value = words.trim();
        words = "";
        if (item === undefined) return;
        if (ITEMS.has(tag)) {
          const url = address(item.url ?? item.guid ?? "", base);
          if (url !== undefined && pages.length < MAX_PAGES)
            (kind === "index" ? lists : pages).push(dated(url, item.published, item.changed));
          item = undefined;
        } else if (value === "") return;
        else if (tag === "loc" && !name.startsWith("image:") && !name.startsWith("video:"))
          item.url ??= value;
        else if (tag === "link") item.url ??= value;
        else if (tag === "guid") item.guid ??= value;
        else if (PUBLISHED.has(tag)) item.published ??= value;
        else if (CHANGED.has(tag)) item.changed ??= value;
      },
    },
    { xmlMode: true, lowerCaseTags: true, lowerCaseAttributeNames: true, decodeEntities: true },
  );
  parser.end(text);
  return kind === undefined ? undefined : { kind, pages, lists: kind === "page" ? lists.slice(0, 1) : lists };
}

const KINDS: Readonly<Record<string, PageList["kind"]>> = {
  rss: "feed",
  rdf: "feed",
  feed: "feed",
  urlset: "sitemap",
  sitemapindex: "index",
  html: "page",
  head: "page",
};
const ITEMS = new Set(["item", "entry", "url", "sitemap"]);

function isFeedLink(attributes: Readonly<Record<string, string>>): boolean {
  return (
    /\balternate\b/iu.test(attributes.rel ?? "") && /(?:rss|atom|feed\+json)/iu.test(attributes.type ?? "")
  );
}

function local(name: string): string {
  return name.slice(name.indexOf(":") + 1).toLowerCase();
}

function address(written: string, base: string): string | undefined {
  const text = written.trim();
  if (text === "" || !URL.canParse(text, base)) return undefined;
  const url = new URL(text, base);
  url.hash = "";
  return url.protocol === "https:" || url.protocol === "http:" ? url.href : undefined;
}

function dated(url: string, published: unknown, changed: unknown): ListedPage {
  const at = { published: time(published), changed: time(changed) };
  return {
    url,
    ...(at.published !== undefined && { published: at.published }),
    ...(at.changed !== undefined && { changed: at.changed }),
  };
}

function time(written: unknown): number | undefined {
  if (typeof written !== "string" || !/\d{4}/u.test(written)) return undefined;
  const value = Date.parse(written.trim());
  return Number.isNaN(value) ? undefined : value;
}
