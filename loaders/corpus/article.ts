import type { Document } from "domhandler";
import { articleAuthor } from "./article-author.ts";
import { articleDate } from "./article-date.ts";
import { articleText } from "./article-text.ts";
import { canonicalUrl } from "./canonical-url.ts";
import { headingOf } from "./heading.ts";
import { parseFragment, parsePage, visibleText } from "./html.ts";
import { articleData } from "./json-ld.ts";
import { metaContent } from "./meta.ts";
import { elementAt } from "./select.ts";
import { type TextBlock, textBlocks } from "./text-blocks.ts";
import type { Zone } from "./zoned-time.ts";

/** What an article page says of itself. */
export interface Article {
  /** The page's one address. */
  readonly url: string | undefined;
  readonly title: string;
  readonly text: string;
  /** Who signed it, as written; never kept but as a pseudonym. */
  readonly author: string | undefined;
  /** Milliseconds since 1970 UTC. */
  readonly publishedAt: number | undefined;
  /** True where the page calls itself an article, by JSON-LD, Open Graph, microdata or an `<article>`. */
  readonly isArticle: boolean;
}

/** A stated body that is shorter than this share of the one seen is its beginning. */
const WHOLE = 0.5;
/** What stands between a headline (here NUL) and a site's name: `Headline | Site`, `Site :: Headline`. */
const BESIDE = /^\0\s*(?:[|:·•»«/\\]|[–—-]\s)|(?:[|:·•»«/\\]|\s[–—-])\s*\0$/u;
/** A shorter line is no headline. */
const MIN_SHOWN = 8;
/** Longest title, UTF-16 units. */
const MAX_TITLE = 1000;

/**
 * Reads an article page: its address (canonical link, of the same host only), headline, author, date of
 * publication (see `articleDate`) and text (JSON-LD's body, or what `articleText` finds). Undefined where the page
 * is too long or too deeply nested to be read. `capturedAt` is in milliseconds since 1970 UTC.
 */
export function readArticle(text: string, uri: string, zone: Zone, capturedAt?: number): Article | undefined {
  const page = parsePage(text);
  if (page === undefined) return undefined;
  const data = articleData(page);
  const blocks = textBlocks(page, () => false);
  const stated = data?.headline ?? metaContent(page, "og:title") ?? metaContent(page, "twitter:title");
  const inHead = textIn(page, "head title, title");
  const heading = headingOf(page, blocks, stated ?? inHead);
  const title = titleOf(stated, inHead, heading);
  const dated = { page, blocks, heading, stated: data?.datePublished, uri, zone, capturedAt };
  return {
    url: addressOf(page, uri, data?.url),
    title,
    text: bodyOf(articleText(page, blocks, heading, title), data?.articleBody),
    author: articleAuthor(page, data),
    publishedAt: articleDate(dated),
    isArticle:
      data !== undefined ||
      metaContent(page, "og:type") === "article" ||
      elementAt(page, 'article, [itemprop~="articleBody"]') !== undefined,
  };
}

/** The headline as stated; without a site's name beside it where the page shows it without. */
function titleOf(stated: string | undefined, inHead: string, heading: TextBlock | undefined): string {
  const shown = heading?.text.split("\n")[0] ?? "";
  const title = stated ?? (inHead === "" ? shown : inHead);
  const isPart = shown.length >= MIN_SHOWN && title !== shown && BESIDE.test(title.replace(shown, "\0"));
  const chosen = isPart ? shown : title;
  return chosen.replace(/\s+/gu, " ").slice(0, MAX_TITLE);
}

function addressOf(page: Document, uri: string, own: string | undefined): string | undefined {
  const fallback = canonicalUrl(uri);
  const candidates = [
    elementAt(page, 'link[rel="canonical"]')?.attribs.href,
    metaContent(page, "og:url"),
    own,
  ];
  for (const candidate of candidates) {
    if (candidate === undefined || candidate === "") continue;
    const address = canonicalUrl(candidate, fallback);
    // A page may not speak for another site.
    if (address !== undefined && (fallback === undefined || siteOf(address) === siteOf(fallback)))
      return address;
  }
  return fallback;
}

function siteOf(address: string): string {
  return new URL(address).hostname.replace(/^(?:www|m)\./u, "");
}

/** The body that JSON-LD states, unless the page shows far more: some sites state only the beginning. */
function bodyOf(seen: string, articleBody: string | undefined): string {
  if (articleBody === undefined) return seen;
  const stated = visibleText(parseFragment(articleBody.replace(/\r?\n/gu, "<br>")));
  const isCut = /(?:…|\.\.\.)$/u.test(stated) && seen.length > stated.length;
  return stated.length >= WHOLE * seen.length && !isCut ? stated : seen;
}

function textIn(page: Document, selector: string): string {
  const element = elementAt(page, selector);
  return element === undefined ? "" : visibleText(element);
}
