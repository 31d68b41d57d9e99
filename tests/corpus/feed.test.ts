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
const NOT_HELD: Record<string, string> = {};

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

  it("all are read: as a feed, or refused without a fault", () => expect(outcomes.files).toBe(325));

  it("say of the fields kept (title, link, id, content, author, encoding) what they should", () => {
    console.log(outcomes, failed);
    expect(failed).toEqual(Object.keys(NOT_HELD));
    expect(outcomes.held / outcomes.kept).toBeGreaterThanOrEqual(0.95);
  });
});
