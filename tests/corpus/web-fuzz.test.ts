import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readWeb } from "../../loaders/corpus/web.ts";
import { Zone } from "../../loaders/corpus/zoned-time.ts";
import { processorTime } from "../processor-time.ts";
import { layouts } from "./article-pages.ts";
import { gathered, inPieces, warc, warcGz } from "./made-captures.ts";

const zone = new Zone("Asia/Almaty");
const RUNS = 2000;
/** Longest time for a capture, milliseconds of the processor: other tests run beside this one. */
const LIMIT = 1000;
/** The same for a capture of tens of thousands of parts, which a reading in linear time takes half a second for. */
const LARGE_LIMIT = 4000;

const article = {
  title: "Мектепте жаңа кабинет ашылды & басқа",
  paragraphs: Array.from(
    { length: 6 },
    (_, index) =>
      `Абзац ${index}. Обычное предложение о школе, которое достаточно длинно, чтобы быть текстом.`,
  ),
  date: "17:36, 30 Qańtar 2023",
  address: "https://site.example/a",
  others: ["Первая новость дня", "Екінші жаңалық", "Third headline"],
  comments: ["Рахмет!", "Согласен с автором, так и надо делать дальше."],
};
const feeds = [
  '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>S</title><item><title>A &amp; B</title><link>https://site.example/a</link><pubDate>Wed, 31 May 2023 23:05:00 +0600</pubDate><content:encoded><![CDATA[<p>one</p>]]></content:encoded></item></channel></rss>',
  '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><item rdf:about="x"><title>T</title><link>https://site.example/b</link></item></rdf:RDF>',
  '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="/x/"><entry><id>1</id><title type="xhtml"><div>T</div></title><link href="a"/><published>вчера, 10:00</published><content type="application/octet-stream">PHA+</content></entry></feed>',
  JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    items: [{ id: 1, url: "https://site.example/j", content_html: "<p>x</p>", date_published: "2023-05-31" }],
  }),
];
const bodies = [...Object.values(layouts).map((layout) => layout(article)), ...feeds];
const types = [
  "text/html",
  "text/html; charset=windows-1251",
  "text/xml",
  "application/json",
  "application/rss+xml",
  "",
];
/** A body as captures hold it: alone, in WARC with a feed or compressed, and in another encoding. */
const wrappers: ((body: Buffer, type: string) => Buffer)[] = [
  (body) => body,
  (body) => warcGz([{ uri: "https://site.example/a", body }]),
  (body, type) => warc([{ uri: "https://site.example/a", body, headers: [`Content-Type: ${type}`] }]),
  (body, type) =>
    warc([
      { uri: "https://site.example/feed", body: feeds[body.length % feeds.length]! },
      { uri: "https://site.example/a", body, headers: [`Content-Type: ${type}`] },
    ]),
];
const encodings: BufferEncoding[] = ["utf8", "utf8", "utf16le"];
/** What breaks parsers: markup that does not end, deep nesting, odd numbers and dates. */
const splinters = [
  "<",
  "<!--",
  "<![CDATA[",
  "<script>",
  "&#x110000;",
  "&#0;",
  "\0",
  "\ufeff",
  "<br><br>",
  "<div>".repeat(600),
  "<b><p>".repeat(300),
  "</div></td></table>",
  "<td>1 мая 2023</td>".repeat(200),
  "<a href=//[>",
  '<script type="application/ld+json">{"@type":"Article","articleBody":{}',
  '<meta property="og:url" content="http://[">',
  "99:99, 99 Qańtar 9999",
  " 1 1 1 1 1 1 1 1 1 1 1".repeat(30),
  "xml:base='http://%'",
  "a ".repeat(5000),
];

const mutation = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  kind: fc.constantFrom("flip", "cut", "repeat", "splinter", "end", "bytes"),
  length: fc.integer({ min: 1, max: 400 }),
  splinter: fc.constantFrom(...splinters),
  bytes: fc.uint8Array({ minLength: 1, maxLength: 12 }),
});
type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never;

function mutated(seed: Buffer, { at, kind, length, splinter, bytes }: Mutation): Buffer {
  const start = Math.floor(at * seed.length);
  const before = seed.subarray(0, start);
  const after = seed.subarray(start);
  switch (kind) {
    case "flip":
      return Buffer.concat([before, bytes.subarray(0, 1), after.subarray(1)]);
    case "cut":
      return Buffer.concat([before, after.subarray(length)]);
    case "repeat":
      return Buffer.concat([before, after.subarray(0, length), after.subarray(0, length), after]);
    case "splinter":
      return Buffer.concat([before, Buffer.from(splinter), after]);
    case "bytes":
      return Buffer.concat([before, bytes, after]);
    default:
      return before;
  }
}

describe(`${RUNS} captures of pages and feeds, mutated`, () => {
  it("give posts or rejects, without a throw, each within a second", { timeout: 300_000 }, async () => {
    let slowest = 0;
    let posts = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...bodies),
        fc.constantFrom(...wrappers),
        fc.constantFrom(...types),
        fc.constantFrom(...encodings),
        fc.array(mutation, { minLength: 1, maxLength: 6 }),
        fc.boolean(),
        async (body, wrap, type, encoding, mutations, isInside) => {
          const written = Buffer.from(body, encoding);
          const bytes = isInside
            ? wrap(mutations.reduce(mutated, written), type)
            : mutations.reduce(mutated, wrap(written, type));
          const start = processorTime();
          const outcomes = await gathered(readWeb(() => inPieces(bytes, 4096), zone));
          slowest = Math.max(slowest, processorTime() - start);
          posts += outcomes.filter(({ kind }) => kind === "post").length;
          expect(outcomes.length).toBeGreaterThan(0);
          for (const outcome of outcomes) {
            if (outcome.kind === "post") expect(Number.isFinite(outcome.publishedAt)).toBe(true);
            else expect(outcome.reason).not.toBe("");
          }
        },
      ),
      { numRuns: RUNS, seed: 20230531 },
    );
    expect(slowest).toBeLessThan(LIMIT);
    expect(posts).toBeGreaterThan(RUNS / 10);
  });

  it("pages made to be slow are read in linear time too", async () => {
    const page = (body: string) => `<html><title>T</title><h1>Headline here</h1>${body}</html>`;
    const slow = [
      page("<div>".repeat(4000) + "x".repeat(100)),
      page("<p>text of a paragraph, which is long enough to count as one.</p>".repeat(20_000)),
      page("<td>12 мая 2023</td>".repeat(20_000)),
      page(`<p>${"1 ".repeat(200_000)}</p>`),
      page(`<div class="${"a ".repeat(100_000)}">x</div>`),
      page(`<a href=x>${"<br>".repeat(50_000)}</a>`),
      page(`${"<div><p>Some text that is long enough, of a block in a tree.</p>".repeat(380)}`),
      `<rss><channel>${"<item><link>/a</link></item>".repeat(20_000)}</channel></rss>`,
      `<feed>${"<!--".repeat(50_000)}`,
      `<?xml ${"<?xml ".repeat(50_000)}`,
      page(`${" ".repeat(300_000)}x${"\\n".repeat(300_000)}`),
    ];
    for (const [index, body] of slow.entries()) {
      const bytes = warc([{ uri: "https://site.example/a", body }]);
      const start = processorTime();
      await gathered(readWeb(() => inPieces(bytes, 65_536), zone));
      expect([index, processorTime() - start < LARGE_LIMIT]).toEqual([index, true]);
    }
  });
});
