import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readArticle } from "../../loaders/corpus/article.ts";
import { canonicalUrl } from "../../loaders/corpus/canonical-url.ts";
import { feedItems, isFeed } from "../../loaders/corpus/feed.ts";
import { pageText } from "../../loaders/corpus/page-text.ts";
import { readWeb } from "../../loaders/corpus/web.ts";
import { Zone } from "../../loaders/corpus/zoned-time.ts";
import { inPieces, type MadeRecord, postsAndRejects, warcGz } from "./made-captures.ts";

const zone = new Zone("Asia/Almaty");
const read = (records: readonly MadeRecord[]) => {
  const bytes = warcGz(records);
  return postsAndRejects(readWeb(() => inPieces(bytes), zone));
};
const iso = (time: number | undefined) => (time === undefined ? undefined : new Date(time).toISOString());

const rss = `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Site</title>
<item><title>A &amp; B</title><link>https://site.example/a?utm_source=rss</link><pubDate>Wed, 31 May 2023 23:05:00 +0600</pubDate>
<description><![CDATA[<p>short <b>a</b></p>]]></description></item>
<item><title>Only here</title><link>https://site.example/b</link><pubDate>Thu, 01 Jun 2023 10:00:00 +0600</pubDate>
<description>short</description><content:encoded><![CDATA[<p>one</p><p>two</p><script>bad()</script>]]></content:encoded></item>
<item><title>Undated</title><link>https://site.example/c</link></item>
<item><title>Nowhere</title></item>
</channel></rss>`;

describe("an article page", () => {
  const page = (head: string, body: string) =>
    readArticle(
      `<html><head>${head}</head><body>${body}</body></html>`,
      "https://site.example/a?utm_medium=x#top",
      zone,
    )!;

  it("states itself in JSON-LD", () => {
    const data = {
      "@graph": [
        { "@type": "WebSite", name: "Site" },
        {
          "@type": ["NewsArticle"],
          headline: "Head",
          datePublished: "2023-05-31T23:05:00+06:00",
          articleBody: "Long body of text.",
        },
      ],
    };
    const article = page(`<script type="application/ld+json">${JSON.stringify(data)}</script>`, "<p>x</p>");
    expect(article).toMatchObject({
      title: "Head",
      text: "Long body of text.",
      isArticle: true,
      url: "https://site.example/a",
    });
    expect(iso(article.publishedAt)).toBe("2023-05-31T17:05:00.000Z");
  });

  it("or in Open Graph and its own markup, read without what surrounds the article", () => {
    const article = page(
      '<meta property="og:title" content="OG &quot;head&quot;"><meta property="article:published_time" content="2023-05-31 23:05">' +
        '<link rel="canonical" href="/canon">',
      "<nav><p>menu</p></nav><article><h1>Head</h1><p>First <a href='#'>link</a>.</p><script>x()</script><aside><p>related</p></aside>" +
        "<ul><li><p>point</p></li></ul><footer><p>foot</p></footer></article><p>outside</p>",
    );
    expect(article).toMatchObject({
      title: 'OG "head"',
      text: "First link.\npoint",
      url: "https://site.example/canon",
    });
    expect(iso(article.publishedAt)).toBe("2023-05-31T17:05:00.000Z");
  });

  it("may not speak for another site", () => {
    expect(page('<link rel="canonical" href="https://other.example/x">', "").url).toBe(
      "https://site.example/a",
    );
    expect(page('<link rel="canonical" href="https://www.site.example/x">', "").url).toBe(
      "https://www.site.example/x",
    );
  });

  it("with broken JSON-LD is read by its markup", () => {
    const article = page(
      '<script type="application/ld+json">{"@type":</script>',
      '<article><time datetime="2023-05-31"></time><p>x</p></article>',
    );
    expect(article.text).toBe("x");
    expect(iso(article.publishedAt)).toBe("2023-05-30T18:00:00.000Z");
  });
});

describe("addresses", () => {
  it.each([
    ["HTTPS://Site.Example:443/A?utm_source=x&b=1&fbclid=y#z", "https://site.example/A?b=1"],
    ["https://site.example/?utm_source=x", "https://site.example/"],
    ["javascript:alert(1)", undefined],
    ["not an address", undefined],
  ])("%s", (address, expected) => expect(canonicalUrl(address)).toBe(expected));
});

describe("a site's capture", () => {
  it("gives one post a page; the feed adds what the page lacks, and pages that were not captured", async () => {
    const { posts, reasons } = await read([
      {
        uri: "https://site.example/a",
        body: "<html><head><title>A</title></head><body><article><p>whole text</p></article></body></html>",
      },
      { uri: "https://site.example/feed", headers: ["Content-Type: application/rss+xml"], body: rss },
      { uri: "https://site.example/", body: "<html><body><p>home</p></body></html>" },
      { uri: "https://site.example/d", body: "<html><body><article><p>undated</p></article></body></html>" },
    ]);
    expect(
      posts.map(({ record, nativeId, title, text, publishedAt }) => [
        record,
        nativeId,
        title,
        text,
        iso(publishedAt),
      ]),
    ).toEqual([
      ["1", "https://site.example/a", "A", "whole text", "2023-05-31T17:05:00.000Z"],
      ["2.2", "https://site.example/b", "Only here", "one\n\ntwo", "2023-06-01T04:00:00.000Z"],
    ]);
    expect(reasons).toEqual(["no-id", "not-an-article", "no-date", "no-date"]);
  });
});

describe("feeds", () => {
  it("of Atom have their alternate link, dates and content of each type", () => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>F</title>
<entry><title type="html">&lt;b&gt;T&lt;/b&gt;</title><link rel="self" href="/self"/><link href="/x"/><published>2023-05-31T23:05:00+06:00</published>
<summary>s</summary><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>one</p><p>two</p></div></content></entry></feed>`;
    expect(isFeed(atom)).toBe(true);
    expect(feedItems(atom, "https://site.example/feed", zone)).toEqual([
      {
        url: "https://site.example/x",
        title: "T",
        text: "one\n\ntwo",
        publishedAt: Date.UTC(2023, 4, 31, 17, 5),
      },
    ]);
  });

  it.skipIf(!existsSync("../shared/data/feeds"))(
    "of the feedparser suite are read without a fault (../shared/data/feeds)",
    () => {
      let read = 0;
      for (const folder of ["atom10", "encoding"]) {
        for (const name of readdirSync(`../shared/data/feeds/${folder}`)) {
          const text = pageText(readFileSync(`../shared/data/feeds/${folder}/${name}`), "application/xml");
          feedItems(text, "https://site.example/feed", zone);
          if (folder === "atom10" && isFeed(text)) read += 1;
        }
      }
      expect(read).toBeGreaterThan(100);
    },
  );
});

it("gives a feed's item no time of capture, so that a page captured earlier is not replaced by its summary", async () => {
  const { posts } = await read([
    { uri: "https://site.example/feed", body: rss, date: "2023-06-02T00:00:00Z" },
  ]);
  const item = posts.find((post) => post.title === "Only here");
  expect(item?.nativeId).toBe("https://site.example/b");
  expect(item?.capturedAt).toBeUndefined();
});
