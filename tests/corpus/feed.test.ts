import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { feedItems, isFeed, readFeed } from "../../loaders/corpus/feed.ts";
import type { FeedNode } from "../../loaders/corpus/feed-xml.ts";
import { decodePage, pageText } from "../../loaders/corpus/page-text.ts";
import { Zone } from "../../loaders/corpus/zoned-time.ts";
import { expectationOf, holds, isKept } from "./feed-expectation.ts";

const zone = new Zone("Asia/Almaty");
const iso = (time: number | undefined) => (time === undefined ? undefined : new Date(time).toISOString());
const folder = "../shared/data/feeds";

/** A node under the names that feedparser gives its fields. */
function named(node: FeedNode): Record<string, unknown> {
  const authors = node.authors.map(({ name, email, uri }) => ({ name, email, url: uri, href: uri }));
  const { name, email } = node.authors[0] ?? {};
  const summary = node.summary ?? node.content[0];
  return {
    id: node.id,
    guid: node.id,
    link: node.link,
    links: node.links,
    title: node.title?.value,
    title_detail: node.title,
    summary: summary?.value,
    description: summary?.value,
    summary_detail: summary,
    content: node.content,
    author: email === undefined ? name : name === undefined ? email : `${name} (${email})`,
    author_detail: authors[0],
    authors,
  };
}

/** Expectations of kept fields that do not hold, and why. */
const NOT_HELD: Record<string, string> = {
  "atom10/entry_content_src.xml": "the address of content that stands elsewhere is not kept",
  "atom10/feed_link_rel_self_default_type.xml": "a link's type is not guessed where the feed gives none",
  "atom10/relative_uri.xml": "addresses within a title's markup stay as written: the text alone is kept",
  "atom10/relative_uri_inherit.xml": "as above",
  "atom10/relative_uri_inherit_2.xml": "as above",
  "encoding/bozo_double-encoded-html.xml": "bytes of UTF-8 written as numbers are not put together again",
  "encoding/bozo_linenoise.xml": "an undeclared mixture of bytes; the words cannot be known",
  "encoding/double-encoded-html.xml": "bytes of UTF-8 written as numbers are not put together again",
};

describe.skipIf(!existsSync(folder))(`feeds of the feedparser suite (${folder})`, () => {
  const files = ["atom10", "encoding"].flatMap((part) =>
    existsSync(`${folder}/${part}`) ? readdirSync(`${folder}/${part}`).map((name) => `${part}/${name}`) : [],
  );
  const failed: string[] = [];
  const outcomes = { files: 0, kept: 0, held: 0, other: 0 };
  for (const name of files) {
    const bytes = readFileSync(`${folder}/${name}`);
    const expectation = expectationOf(bytes);
    if (expectation === undefined) throw new Error(`found no expectation in ${name}`);
    outcomes.files += 1;
    const page = decodePage(bytes, expectation.contentType);
    const feed = readFeed(page.text, "");
    // "not bozo" and "bozo" speak of well-formed XML, which a feed need not be here.
    const expected = expectation.expect.replace(/^(?:not )?bozo(?: and |$)/u, "");
    if (!isKept(expected) || expected === "" || expected === "1") {
      outcomes.other += 1;
      continue;
    }
    outcomes.kept += 1;
    const world = {
      encoding: page.encoding,
      feed: feed === undefined ? {} : named(feed),
      entries: feed?.entries.map(named) ?? [],
    };
    if (holds(expected, world)) outcomes.held += 1;
    else failed.push(name);
  }

  it("all 325 are read, or refused without a fault", () => {
    expect(outcomes).toMatchObject({ files: 325, other: 136 });
  });

  it("say of the fields kept (title, link, id, content, author, encoding) what they should", () => {
    expect([outcomes.kept, outcomes.held]).toEqual([189, 181]);
    expect(failed).toEqual(Object.keys(NOT_HELD));
    expect(outcomes.held / outcomes.kept).toBeGreaterThanOrEqual(0.95);
  });
});

describe("feeds of each format", () => {
  const read = (text: string, capturedAt?: number) =>
    feedItems(text, "https://site.example/feed", zone, capturedAt)?.map((item) =>
      item === undefined ? undefined : { ...item, publishedAt: iso(item.publishedAt) },
    );
  const item = {
    url: "https://site.example/a",
    title: "A & B",
    text: "one",
    author: undefined,
    publishedAt: "2023-05-31T17:05:00.000Z",
  };

  it.each([
    [
      "RSS 0.91",
      '<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://x.example/rss.dtd"><rss version="0.91"><channel><title>S</title><item><title>A &amp;amp; B</title><link>/a</link><description>one</description></item></channel></rss>',
      { ...item, publishedAt: undefined },
    ],
    [
      "RSS 2.0 with Dublin Core, a guid for its link, and a date in Russian",
      '<rss version="2.0" xmlns:d="http://purl.org/dc/elements/1.1/"><channel><item><title>A &amp; B</title><guid>https://site.example/a</guid><d:creator>Name</d:creator><pubDate>31 мая 2023, 23:05</pubDate><description>&lt;p&gt;one&lt;/p&gt;</description></item></channel></rss>',
      { ...item, author: "Name" },
    ],
    [
      "RSS 1.0 (RDF)",
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://site.example/"><title>S</title></channel><item rdf:about="https://site.example/a"><title>A &amp; B</title><link>https://site.example/a</link><description>one</description><dc:date>2023-05-31T23:05+06:00</dc:date></item></rdf:RDF>',
      item,
    ],
    [
      "Atom 0.3",
      '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><author><name>Name</name></author><entry><title mode="escaped" type="text/html">A &amp;amp; B</title><link rel="alternate" type="text/html" href="/a"/><issued>2023-05-31T23:05:00+06:00</issued><content mode="xml" type="application/xhtml+xml"><div xmlns="http://www.w3.org/1999/xhtml"><p>one</p></div></content></entry></feed>',
      { ...item, author: "Name" },
    ],
    [
      "Atom 1.0 with a prefix and a base",
      '<a:feed xmlns:a="http://www.w3.org/2005/Atom" xml:base="https://site.example/x/"><a:entry><a:title>A &amp; B</a:title><a:link href="../a"/><a:published>2023-05-31T17:05:00Z</a:published><a:summary>one</a:summary></a:entry></a:feed>',
      item,
    ],
    [
      "JSON Feed",
      JSON.stringify({
        version: "https://jsonfeed.org/version/1.1",
        title: "S",
        items: [
          {
            id: "1",
            url: "https://site.example/a",
            title: "A & B",
            content_html: "<p>one</p>",
            date_published: "2023-05-31T23:05:00+06:00",
          },
        ],
      }),
      item,
    ],
  ])("%s", (_, text, expected) => {
    expect(isFeed(text)).toBe(true);
    expect(read(text)).toEqual([expected]);
  });

  it("have words such as yesterday told by the capture's time", () => {
    const rss = "<rss><channel><item><link>/a</link><pubDate>вчера, 10:00</pubDate></item></channel></rss>";
    expect(read(rss)?.[0]?.publishedAt).toBeUndefined();
    expect(read(rss, Date.UTC(2024, 3, 18, 6))?.[0]?.publishedAt).toBe("2024-04-17T05:00:00.000Z");
  });

  it("are no pages, and pages and data are no feeds", () => {
    for (const text of ["<html></html>", "<urlset></urlset>", '{"items":[]}', ""])
      expect(isFeed(text)).toBe(false);
  });
});

describe("encodings", () => {
  const words = "Мүгедек балалар: Привет, мир. Обычный текст по-русски";
  const russian = "Привет, мир. Обычный текст по-русски";
  /** Bytes of a code page, by asking the decoder for each. */
  const encoded = (text: string, encoding: string): Buffer => {
    const decoder = new TextDecoder(encoding);
    const bytes = new Map(
      Array.from({ length: 256 }, (_, byte): [string, number] => [decoder.decode(Uint8Array.of(byte)), byte]),
    );
    return Buffer.from([...text].map((character) => bytes.get(character)!));
  };

  it.each([
    ["windows-1251", "text/html; charset=windows-1251", "", "windows-1251"],
    ["koi8-r", "text/html", '<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', "koi8-r"],
    ["windows-1251", "", '<?xml version="1.0" encoding="windows-1251"?>', "windows-1251"],
    // What nobody declares, and what is declared wrongly.
    ["windows-1251", "text/html", "", "windows-1251"],
    ["koi8-r", "text/html", "", "koi8-r"],
    ["windows-1251", "text/html; charset=utf-8", "<meta charset=windows-1251>", "windows-1251"],
    ["windows-1251", "text/html; charset=nonsense", "", "windows-1251"],
  ])("%s, served as %s, with %s", (encoding, contentType, head, expected) => {
    const page = decodePage(Buffer.concat([Buffer.from(head), encoded(russian, encoding)]), contentType);
    expect(page).toEqual({ text: head + russian, encoding: expected });
  });

  it("UTF-8 that is declared as a code page is told, since no other text is valid UTF-8", () => {
    expect(decodePage(Buffer.from(words), "text/html; charset=windows-1251")).toEqual({
      text: words,
      encoding: "utf-8",
    });
  });

  it("UTF-16 by its mark, or by the zeros around the first sign", () => {
    const xml = `<a>${words}</a>`;
    expect(pageText(Buffer.from(`\ufeff${xml}`, "utf16le"), "text/xml")).toBe(xml);
    expect(pageText(Buffer.from(xml, "utf16le"), "")).toBe(xml);
    expect(pageText(Buffer.from(xml, "utf16le").swap16(), "")).toBe(xml);
  });

  it("UTF-8 that was cut within a letter stays UTF-8", () => {
    expect(decodePage(Buffer.from(words).subarray(0, 11), "").encoding).toBe("utf-8");
  });
});
