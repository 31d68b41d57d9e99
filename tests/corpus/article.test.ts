import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Article, readArticle } from "../../loaders/corpus/article.ts";
import { Zone } from "../../loaders/corpus/zoned-time.ts";
import { openDatabase } from "../../loaders/parquet/database.ts";
import { layouts, type PageArticle, tokenF1 } from "./article-pages.ts";
import { temporaryFolder } from "./made-captures.ts";

const zone = new Zone("Asia/Almaty");
const kazinform = "../shared/data/news/kazinform-latin/articles.jsonl";
const tengrinews = "../shared/data/news/tengrinews/news_from_gcs.parquet";
const capturedAt = Date.UTC(2026, 1, 10);
const iso = (time: number | undefined) => (time === undefined ? undefined : new Date(time).toISOString());

interface Written {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly date: string;
  readonly url: string;
}

/** Each with the titles of others around it, and up to five comments of one or two of their sentences. */
function withSurroundings(articles: readonly Written[]): PageArticle[] {
  const other = (index: number): Written => articles[index % articles.length]!;
  return articles.map((article, index) => ({
    ...article,
    address: article.url,
    others: Array.from({ length: 8 }, (_, step) => other(index + step * 7 + 3).title),
    comments: Array.from({ length: index % 6 }, (_, step) => {
      const paragraphs = other(index + step * 11 + 5).paragraphs;
      const sentences = (paragraphs[step % 3] ?? "Рахмет!").split(/(?<=[.!?])\s/u);
      return sentences.slice(0, 1 + (step % 2)).join(" ");
    }),
  }));
}

/** Mean and least F1 of the text, and how many titles and minutes of publication are as they were. */
function measured(articles: readonly PageArticle[], layout: (article: PageArticle) => string) {
  let sum = 0;
  let least = 1;
  let titles = 0;
  const dates: (number | undefined)[] = [];
  for (const article of articles) {
    const read: Article = readArticle(layout(article), article.address, zone, capturedAt)!;
    const score = tokenF1(read.text, article.paragraphs.join("\n"));
    sum += score;
    least = Math.min(least, score);
    if (read.title === article.title.replace(/\s+/gu, " ").trim()) titles += 1;
    dates.push(read.publishedAt);
  }
  return { mean: sum / articles.length, least, titles, dates };
}

describe.skipIf(!existsSync(kazinform))(`Kazakh articles in Latin script (${kazinform})`, () => {
  const articles = withSurroundings(
    existsSync(kazinform)
      ? readFileSync(kazinform, "utf8")
          .trim()
          .split("\n")
          .map(
            (line) => JSON.parse(line) as { title: string; text: string; datetime_raw: string; url: string },
          )
          .map(({ title, text, datetime_raw, url }) => ({
            title,
            // The texts begin with the headline, and some with the page's date.
            paragraphs: text
              .split("\n")
              .filter((line) => line.trim() !== "" && line !== title && !/GMT \+5$/u.test(line)),
            date: datetime_raw,
            url,
          }))
      : [],
  );

  it.each(Object.entries(layouts))("in the layout %s: the text, the title and the minute", (_, layout) => {
    const { mean, least, titles, dates } = measured(articles, layout);
    expect(mean).toBeGreaterThan(0.99);
    expect(least).toBeGreaterThan(0.95);
    expect(titles).toBe(200);
    const asWritten = dates.filter((time, index) => {
      const local = iso((time ?? 0) + 5 * 3_600_000)!;
      return articles[index]!.date.startsWith(`${local.slice(11, 16)}, ${local.slice(8, 10)} `);
    });
    expect(asWritten).toHaveLength(200);
  });
});

describe.skipIf(!existsSync(tengrinews))(`Russian articles (${tengrinews})`, () => {
  it("in each layout", async () => {
    const database = await openDatabase({ spill: `${temporaryFolder()}/spill` });
    const rows = await database.connection.runAndReadAll(
      `select title, content, date_txt, page_url from '${tengrinews}' order by page_id limit 100`,
    );
    database.close();
    const articles = withSurroundings(
      rows.getRowObjects().map((row) => ({
        title: String(row.title).trim(),
        // The texts came without their paragraphs: they end where a sentence meets the next without a space.
        paragraphs: String(row.content)
          .split(/(?<=[.!?"])(?=[А-ЯЁ"])/u)
          .filter((text) => text.trim() !== ""),
        date: String(row.date_txt),
        url: String(row.page_url),
      })),
    );
    for (const layout of Object.values(layouts)) {
      const { mean, titles } = measured(articles, layout);
      expect(mean).toBeGreaterThan(0.98);
      expect(titles).toBeGreaterThan(97);
    }
  });
});

describe("an article's date", () => {
  const dated = (head: string, body: string) =>
    iso(
      readArticle(
        `<html><head><title>Headline of it</title>${head}</head><body>${body}</body></html>`,
        "https://site.example/2024/04/17/a",
        zone,
        Date.UTC(2024, 3, 18, 6),
      )?.publishedAt,
    );
  const heading = "<h1>Headline of it</h1>";

  it.each([
    [
      "JSON-LD before all",
      '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-04-01T10:00:00+05:00"}</script><meta property="article:published_time" content="2024-04-02">',
      heading,
      "2024-04-01T05:00:00.000Z",
    ],
    ["meta", '<meta name="pubdate" content="2024-04-02T10:00:00Z">', heading, "2024-04-02T10:00:00.000Z"],
    [
      "microdata",
      "",
      `${heading}<span itemprop="datePublished" content="2024-04-03T10:00:00Z">x</span>`,
      "2024-04-03T10:00:00.000Z",
    ],
    ["time", "", `${heading}<time datetime="2024-04-04T10:00+05:00">4</time>`, "2024-04-04T05:00:00.000Z"],
    ["words below the headline", "", `${heading}<div>Вчера, 23:54</div>`, "2024-04-17T18:54:00.000Z"],
    ["words above it", "", `<div>бүгін 09:15</div>${heading}<p>x</p>`, "2024-04-18T04:15:00.000Z"],
    [
      "not that of a change",
      "",
      `${heading}<div>Обновлено 16 апреля 2024, 10:00</div><div>15 апреля 2024, 10:00</div>`,
      "2024-04-15T05:00:00.000Z",
    ],
    [
      "a day takes its clock from the page",
      '<meta name="date" content="2024-04-15">',
      `${heading}<div>15.04.2024 10:00</div>`,
      "2024-04-15T05:00:00.000Z",
    ],
    [
      "a date after the capture is none",
      '<meta name="date" content="2025-04-15">',
      `${heading}<div>15.04.2024 10:00</div>`,
      "2024-04-15T05:00:00.000Z",
    ],
    [
      "not that of a menu",
      "",
      `<nav><time datetime="2024-04-18T01:00Z">x</time></nav>${heading}`,
      "2024-04-16T19:00:00.000Z",
    ],
    ["the address at last", "", heading, "2024-04-16T19:00:00.000Z"],
  ])("%s", (_, head, body, expected) => expect(dated(head, body)).toBe(expected));
});

describe("an article's author", () => {
  it.each([
    ['<script type="application/ld+json">{"@type":"Article","author":[{"name":"A B"}]}</script>', ""],
    ['<meta name="author" content="A  B">', ""],
    ["", '<a rel="author" href="/a">A B</a>'],
    ["", '<span itemprop="author">A B</span>'],
  ])("%s%s", (head, body) => {
    const page = `<html><head>${head}</head><body>${body}<article><p>x</p></article></body></html>`;
    expect(readArticle(page, "https://site.example/a", zone)?.author).toBe("A B");
  });
});
