import { readArticle } from "./article.ts";
import { canonicalUrl } from "./canonical-url.ts";
import type { CaptureBytes } from "./capture-file.ts";
import { type FeedItem, feedItems, isFeed } from "./feed.ts";
import { type Outcome, type Reject, reject } from "./outcome.ts";
import { type Page, readPages } from "./pages.ts";
import type { Zone } from "./zoned-time.ts";

export const parser = "web/2";

/** An item of a feed, and where it stood. */
interface HeldItem extends FeedItem {
  readonly record: string;
  readonly capturedAt: number | undefined;
}

/**
 * Reads one site's capture: article pages, and RSS, RDF, Atom or JSON feeds, one post a canonical address. A feed's item
 * supplies the title, text or date that its page lacks; an item whose page was not captured is a post of its own.
 * The file is read twice, feeds first: only they are held in memory.
 */
export async function* readWeb(open: () => CaptureBytes, zone: Zone): AsyncGenerator<Outcome> {
  const items = new Map<string, HeldItem>();
  let isEmpty = true;
  for await (const page of readPages(open())) {
    if (page.kind === "reject" || !isFeed(page.text)) continue;
    const found = feedItems(page.text, page.uri, zone, page.capturedAt);
    if (found === undefined) {
      yield reject(page.record ?? 1, "malformed-page", "found a feed too long or too deeply nested");
      continue;
    }
    if (found.length === 0) yield reject(page.record ?? 1, "empty-feed", "found a feed without items");
    for (const [index, item] of found.entries()) {
      const record = `${page.record ?? 1}.${index + 1}`;
      if (item === undefined) yield reject(record, "no-id", "found a feed's item without an address");
      else items.set(item.url, { ...item, record, capturedAt: page.capturedAt });
    }
  }
  for await (const page of readPages(open())) {
    isEmpty = false;
    if (page.kind === "reject") yield page;
    else if (!isFeed(page.text)) yield articlePost(page, items, zone);
  }
  for (const item of items.values()) yield itemPost(item);
  if (isEmpty) yield reject(1, "no-pages", "found no page and no feed in the capture");
}

/** The post of an article page; its item is taken out of `items`. */
function articlePost(page: Page, items: Map<string, HeldItem>, zone: Zone): Outcome {
  const record = page.record ?? 1;
  if (page.contentType !== "" && !/html/iu.test(page.contentType)) {
    return reject(record, "not-html", `found ${page.contentType.slice(0, 60)}, expected text/html or a feed`);
  }
  const article = readArticle(page.text, page.uri, zone, page.capturedAt);
  if (article === undefined)
    return reject(record, "malformed-page", "found a page too long or too deeply nested");
  const address = article.url;
  if (address === undefined) return reject(record, "no-id", "found no address of the page");
  const item = taken(items, address) ?? taken(items, canonicalUrl(page.uri) ?? "");
  const publishedAt = article.publishedAt ?? item?.publishedAt;
  if (publishedAt === undefined) {
    return article.isArticle || item !== undefined
      ? reject(record, "no-date", "found an article without a readable date of publication")
      : reject(record, "not-an-article", "found neither an article nor a date of publication");
  }
  const title = article.title === "" ? (item?.title ?? "") : article.title;
  const text = article.text === "" ? (item?.text ?? "") : article.text;
  const author = article.author ?? item?.author;
  return {
    kind: "post",
    record: String(record),
    nativeId: address,
    url: address,
    publishedAt,
    capturedAt: page.capturedAt,
    author,
    title,
    text,
  };
}

function taken(items: Map<string, HeldItem>, address: string): HeldItem | undefined {
  const item = items.get(address);
  items.delete(address);
  return item;
}

function itemPost(item: HeldItem): Outcome | Reject {
  // Without a time of capture: a summary never replaces the page, whichever was captured later.
  const { record, url, publishedAt, author, title, text } = item;
  if (publishedAt === undefined)
    return reject(record, "no-date", "found a feed's item without a readable date");
  return { kind: "post", record, nativeId: url, url, publishedAt, author, title, text };
}
