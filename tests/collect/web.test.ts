import { gzipSync } from "node:zlib";
import { expect, onTestFinished, test } from "vitest";
import { readPageList } from "../../loaders/collect/page-list.ts";
import type { CollectSource } from "../../loaders/study/collecting.ts";
import { quickClock, records, run, temporaryHome } from "./collecting.ts";
import { give, localNetwork, missing, startPlatforms } from "./platforms.ts";

const HOST = "https://news.example";
const window = { from: "2023-01-01", to: "2023-05-31" };
const article = (path: string) => `<html><body><article>Words of ${path}.</article></body></html>`;

/** A site of such files; every path below /p is an article. */
async function siteOf(files: Record<string, string | Buffer>) {
  const platforms = await startPlatforms((request, response) => {
    const path = request.url ?? "";
    const file = files[path];
    if (file !== undefined)
      give(request, response, file, typeof file === "string" ? "text/xml" : "application/gzip");
    else if (path.startsWith("/p")) give(request, response, article(path));
    else missing(response);
  });
  onTestFinished(platforms.close);
  const home = temporaryHome();
  const clock = quickClock(Date.parse("2023-06-05T08:00:00Z"));
  const { connect } = localNetwork(platforms.port);
  return {
    files,
    platforms,
    home,
    async collect(path: string) {
      platforms.asked.length = 0;
      const source: CollectSource = { id: "news", collector: "web", url: `${HOST}${path}`, capture: "web" };
      const [report] = await run({ home, window, sources: [source], options: { connect, clock } });
      return {
        report: report!,
        asked: platforms.asked.map((address) => address.replace("news.example", "")),
      };
    },
  };
}

const location = (path: string, more = "") => `<url><loc>${HOST}${path}</loc>${more}</url>`;
const urlset = (...urls: string[]) => `<?xml version="1.0"?><urlset>${urls.join("")}</urlset>`;
const changed = (day: string) => `<lastmod>${day}</lastmod>`;

test("a sitemap index: gzip and news sitemaps, what was changed before the first day left out", async () => {
  const news = (day: string) =>
    `<news:news><news:publication_date>${day}</news:publication_date><news:title>T</news:title></news:news>`;
  const { collect, home, files } = await siteOf({
    "/sitemap.xml": `<?xml version="1.0"?><sitemapindex>
      <sitemap><loc>${HOST}/2022.xml</loc>${changed("2022-12-01")}</sitemap>
      <sitemap><loc>${HOST}/2023.xml.gz</loc>${changed("2023-06-01")}</sitemap>
      <sitemap><loc>${HOST}/news.xml</loc></sitemap></sitemapindex>`,
    "/2022.xml": urlset(location("/p-2022")),
    "/2023.xml.gz": gzipSync(
      urlset(
        location("/p1", changed("2023-02-01T10:00:00+06:00")),
        location("/p-old", changed("2022-11-11")),
        location("/p2"),
        location("/photo.jpg"),
        "<url><loc>https://elsewhere.example/p3</loc></url>",
      ),
    ),
    "/news.xml": urlset(
      location("/p4", news("2023-05-02")),
      location("/p-young", news("2023-07-01")),
      location("/p1"),
    ),
  });
  const first = await collect("/sitemap.xml");
  expect(first.asked).toEqual([
    "/robots.txt",
    "/sitemap.xml",
    "/2023.xml.gz",
    "/p1",
    "/p2",
    "/news.xml",
    "/p4",
  ]);
  expect(first.report).toMatchObject({ state: "done", fresh: 6, failures: {} });
  expect(first.report.span).toEqual({ first: "2023-02-01", last: "2023-05-02", gaps: [] });
  // Nothing new: one conditional request, no body.
  const kept = await records(home, "raw/collected/news/*.warc.gz");
  const second = await collect("/sitemap.xml");
  expect(second.asked).toEqual(["/sitemap.xml"]);
  expect(second.report).toMatchObject({ requested: 1, fresh: 0, unchanged: 1 });
  expect(await records(home, "raw/collected/news/*.warc.gz")).toEqual(kept);
  // One page added and one changed since it was held: the index, its changed list, the two pages.
  files["/sitemap.xml"] = String(files["/sitemap.xml"]).replace(changed("2023-06-01"), changed("2023-06-06"));
  files["/2023.xml.gz"] = gzipSync(urlset(location("/p1", changed("2023-06-06")), location("/p5")));
  const third = await collect("/sitemap.xml");
  expect(third.asked).toEqual(["/sitemap.xml", "/2023.xml.gz", "/p1", "/p5", "/news.xml"]);
  expect(third.report).toMatchObject({ fresh: 3, unchanged: 2 });
});

test("a feed, by way of the page that links it; its next part while it is young enough", async () => {
  const entry = (path: string, day: string) =>
    `<entry><title>T</title><link rel="alternate" href="${path}"/><published>${day}T10:00:00Z</published></entry>`;
  const { collect } = await siteOf({
    "/": `<!doctype html><html><head><link rel="alternate" type="application/atom+xml" href="/feed"></head></html>`,
    "/feed": `<feed xmlns="http://www.w3.org/2005/Atom"><link rel="next" href="/feed2"/>${entry("/p1", "2023-05-01")}</feed>`,
    "/feed2": `<feed xmlns="http://www.w3.org/2005/Atom"><link rel="next" href="/feed3"/>${entry("/p2", "2022-05-01")}</feed>`,
  });
  const { report, asked } = await collect("/");
  expect(asked).toEqual(["/robots.txt", "/", "/feed", "/p1", "/feed2"]);
  expect(report).toMatchObject({ state: "done", fresh: 4 });
});

test("what is no list fails with its reason", async () => {
  const { collect } = await siteOf({
    "/page": "<html><body>No feed</body></html>",
    "/text": "Nothing",
    "/bad": "<rss",
  });
  expect((await collect("/page")).report.reason).toBe(
    "found a page that links no feed; name a feed or a sitemap as url",
  );
  expect((await collect("/text")).report.reason).toBe(
    "found neither a feed nor a sitemap nor a page that links one",
  );
  expect((await collect("/none")).report).toMatchObject({
    state: "failed",
    gone: 1,
    reason: "found HTTP status 404",
  });
});

test.each<[string, string, string[]]>([
  [
    "RSS 2.0 with a guid for a link",
    "<rss><channel><item><guid>https://a.example/1</guid></item></channel></rss>",
    ["https://a.example/1"],
  ],
  [
    "RSS 1.0 (RDF)",
    '<rdf:RDF xmlns:rdf="r"><channel rdf:about="https://a.example/"><link>https://a.example/</link></channel><item rdf:about="https://a.example/1"><dc:date>2023-01-01</dc:date></item></rdf:RDF>',
    ["https://a.example/1"],
  ],
  [
    "Atom 0.3",
    '<feed version="0.3"><entry><link rel="alternate" href="/1"/><link rel="enclosure" href="/x"/></entry></feed>',
    ["https://a.example/1"],
  ],
  [
    "JSON Feed",
    '{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","url":"/1"}]}',
    ["https://a.example/1"],
  ],
  [
    "a sitemap as text",
    "https://a.example/1\nhttps://a.example/2\n",
    ["https://a.example/1", "https://a.example/2"],
  ],
  [
    "image addresses left out",
    "<urlset><url><image:image><image:loc>https://a.example/i</image:loc></image:image><loc>https://a.example/1</loc></url></urlset>",
    ["https://a.example/1"],
  ],
  [
    "no web addresses",
    "<urlset><url><loc>javascript:alert(1)</loc></url><url><loc>mailto:a@b.example</loc></url></urlset>",
    [],
  ],
])("reads the addresses of %s", (_name, text, urls) => {
  const list = readPageList(Buffer.from(text), "https://a.example/feed", 1 << 20);
  expect(typeof list === "object" && list.pages.map(({ url }) => url)).toEqual(urls);
});

test("a gzipped sitemap that unfolds too far is refused", () => {
  const bomb = gzipSync(Buffer.alloc(1 << 21));
  expect(readPageList(bomb, HOST, 1 << 20)).toBe(
    "found a compressed body that unfolds to more than 1048576 bytes",
  );
});
