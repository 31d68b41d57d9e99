/**
 * Article pages: token F1 and pages a second of our extraction and of Readability, in each layout, over the real
 * articles of ../shared/data/news. Run by itself: `npx tsx tests/bench/corpus-article.ts [pages a layout]`.
 */
import { readFileSync } from "node:fs";
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { readArticle } from "../../loaders/corpus/article.ts";
import { Zone } from "../../loaders/corpus/zoned-time.ts";
import { layouts, type PageArticle, tokenF1 } from "../corpus/article-pages.ts";

const pages = Number(process.argv[2] ?? 100);
const zone = new Zone("Asia/Almaty");
const lines = readFileSync("../shared/data/news/kazinform-latin/articles.jsonl", "utf8").trim().split("\n");
const rows = lines.map(
  (line) => JSON.parse(line) as { title: string; text: string; datetime_raw: string; url: string },
);
const paragraphsOf = (index: number): string[] =>
  rows[index % rows.length]!.text.split("\n")
    .filter((text) => text.trim() !== "")
    .slice(1);
const articles: PageArticle[] = rows.slice(0, pages).map((row, index) => ({
  title: row.title,
  paragraphs: paragraphsOf(index),
  date: row.datetime_raw,
  address: row.url,
  others: Array.from({ length: 8 }, (_, step) => rows[(index + step * 7 + 3) % rows.length]!.title),
  comments: Array.from(
    { length: index % 6 },
    (_, step) => paragraphsOf(index + step * 11 + 5)[0] ?? "Рахмет!",
  ),
}));

const readers: Record<string, (page: string, address: string) => string> = {
  ours: (page, address) => readArticle(page, address, zone)?.text ?? "",
  readability: (page) => new Readability(parseHTML(page).document as never).parse()?.textContent ?? "",
};
for (const [name, layout] of Object.entries(layouts)) {
  const made = articles.map(layout);
  for (const [reader, read] of Object.entries(readers)) {
    const start = performance.now();
    const texts = made.map((page, index) => read(page, articles[index]!.address));
    const seconds = (performance.now() - start) / 1000;
    const scores = texts.map((text, index) => tokenF1(text, articles[index]!.paragraphs.join("\n")));
    const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
    console.log(
      `${name.padEnd(10)} ${reader.padEnd(12)} F1 ${mean.toFixed(4)}, least ${Math.min(...scores).toFixed(3)}, ` +
        `${(made.length / seconds).toFixed(0)} pages/s`,
    );
  }
}
