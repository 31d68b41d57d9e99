import type { FeedDocument, FeedNode, FeedPerson } from "./feed-xml.ts";

type Fields = Record<string, unknown>;

/** Reads a JSON Feed (versions 1 and 1.1, https://jsonfeed.org/version/1.1); undefined where it is none. */
export function readJsonFeed(text: string): FeedDocument | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/u, ""));
  } catch {
    return undefined;
  }
  if (!isFields(value) || !Array.isArray(value.items)) return undefined;
  const feed = jsonNode({ ...value, url: value.home_page_url, id: value.feed_url });
  return {
    ...feed,
    format: "json",
    entries: value.items.map((item) => jsonNode(isFields(item) ? item : {})),
  };
}

function jsonNode(item: Fields): FeedNode {
  const html = stringOf(item.content_html);
  const plain = stringOf(item.content_text);
  const id = stringOf(item.id) ?? (typeof item.id === "number" ? String(item.id) : undefined);
  const title = stringOf(item.title);
  const summary = stringOf(item.summary);
  const written = [item.author, ...(Array.isArray(item.authors) ? item.authors : [])];
  return {
    id,
    link: stringOf(item.url) ?? (/^https?:\/\//iu.test(id ?? "") ? id : stringOf(item.external_url)),
    links: [],
    title: title === undefined ? undefined : { type: "text/plain", value: title },
    summary: summary === undefined ? undefined : { type: "text/plain", value: summary },
    content:
      html !== undefined
        ? [{ type: "text/html", value: html }]
        : plain !== undefined
          ? [{ type: "text/plain", value: plain }]
          : [],
    authors: written.filter(isFields).map(personOf),
    dates: [item.date_published, item.date_modified].map(stringOf).filter((date) => date !== undefined),
  };
}

function personOf(author: Fields): FeedPerson {
  return { name: stringOf(author.name), uri: stringOf(author.url) };
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function stringOf(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}
