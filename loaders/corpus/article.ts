import { type Document, type Element, isTag } from "domhandler";
import { canonicalUrl } from "./canonical-url.ts";
import { hasClass, parseFragment, parsePage, visibleText } from "./html.ts";
import { articleData } from "./json-ld.ts";
import { elementAt, elementsAt } from "./select.ts";
import { readIsoDate, readRfc822Date } from "./written-date.ts";
import type { Zone } from "./zoned-time.ts";

/** What an article page says of itself. */
export interface Article {
  /** The page's one address. */
  readonly url: string | undefined;
  readonly title: string;
  readonly text: string;
  readonly publishedAt: number | undefined;
  /** True where the page calls itself an article, by JSON-LD, Open Graph or an `<article>`. */
  readonly isArticle: boolean;
}

/** Parts of a page that are not its article. */
const FURNITURE = new Set("nav aside footer header form button select menu".split(" "));
const FURNITURE_CLASSES = ["breadcrumbs", "breadcrumb", "related", "comments", "share", "sidebar", "tags"];

/**
 * Reads an article page: its address (canonical link, of the same host only), headline, date of publication
 * (JSON-LD, Open Graph, `<time>`; a date without an offset is by `zone`'s clock) and text (JSON-LD's body, or the
 * paragraphs of `<article>` or `<main>` without navigation, asides and footers). Undefined where the page is too
 * long or too deeply nested to be read.
 */
export function readArticle(text: string, uri: string, zone: Zone): Article | undefined {
  const page = parsePage(text);
  if (page === undefined) return undefined;
  const data = articleData(page);
  const dates = [
    data?.datePublished,
    meta(page, "article:published_time"),
    meta(page, "datePublished"),
    meta(page, "date"),
    elementAt(page, "article time[datetime], main time[datetime], time[datetime]")?.attribs.datetime,
  ];
  const heading = elementAt(page, "article h1, main h1, h1");
  return {
    url: addressOf(page, uri, data?.url),
    title:
      data?.headline ??
      meta(page, "og:title") ??
      (heading === undefined ? undefined : visibleText(heading)) ??
      textIn(page, "title"),
    text: bodyOf(page, data?.articleBody),
    publishedAt: firstDate(dates, zone),
    isArticle:
      data !== undefined || meta(page, "og:type") === "article" || elementAt(page, "article") !== undefined,
  };
}

function addressOf(page: Document, uri: string, own: string | undefined): string | undefined {
  const fallback = canonicalUrl(uri);
  const candidates = [elementAt(page, 'link[rel="canonical"]')?.attribs.href, meta(page, "og:url"), own];
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

function bodyOf(page: Document, articleBody: string | undefined): string {
  const root =
    elementAt(page, "article") ??
    elementAt(page, "main, [role=main], [itemprop=articleBody]") ??
    elementAt(page, "body");
  const seen = root === undefined ? "" : paragraphsOf(root);
  const stated =
    articleBody === undefined ? "" : visibleText(parseFragment(articleBody.replace(/\r?\n/gu, "<br>")));
  // Some sites state only the beginning of the body.
  return stated.length * 2 >= seen.length ? stated : seen;
}

function paragraphsOf(root: Element): string {
  const paragraphs = elementsAt(root, "p, li, blockquote, h2, h3")
    .filter((paragraph) => !isFurniture(paragraph, root) && !isNested(paragraph, root))
    .map((paragraph) => visibleText(paragraph))
    .filter((paragraph) => paragraph !== "");
  if (paragraphs.length > 0) return paragraphs.join("\n");
  return visibleText(
    root,
    (element) => FURNITURE.has(element.name) || element.name === "h1" || element.name === "time",
  );
}

function isFurniture(element: Element, root: Element): boolean {
  for (let node: Element["parent"] = element; node !== null && node !== root; node = node.parent) {
    if (!isTag(node)) return false;
    const tag: Element = node;
    if (FURNITURE.has(tag.name) || FURNITURE_CLASSES.some((name) => hasClass(tag, name))) return true;
  }
  return false;
}

/** True where a taken element holds this one, whose text would come twice. */
function isNested(element: Element, root: Element): boolean {
  for (let node = element.parent; node !== null && node !== root; node = node.parent) {
    if (isTag(node) && ["p", "li", "blockquote"].includes(node.name)) return true;
  }
  return false;
}

function firstDate(dates: readonly (string | undefined)[], zone: Zone): number | undefined {
  for (const date of dates) {
    const text = date?.trim() ?? "";
    const time = readIsoDate(text, zone) ?? readRfc822Date(text);
    if (time !== undefined) return time;
  }
  return undefined;
}

function meta(page: Document, name: string): string | undefined {
  const element = elementAt(page, `meta[property="${name}"], meta[name="${name}"], meta[itemprop="${name}"]`);
  const content = element?.attribs.content?.trim();
  return content === "" ? undefined : content;
}

function textIn(page: Document, selector: string): string {
  const element = elementAt(page, selector);
  return element === undefined ? "" : visibleText(element);
}
