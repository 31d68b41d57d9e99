import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { addCitation, type CitationContext } from "../../../loaders/publish/finish/citation.ts";

const study: CitationContext["study"] = {
  title: { en: "Report" },
  reportLanguages: ["en"],
  citation: { authors: ["A"] },
};
const figure = `<figure class="figure" id="fig-a"><div class="figure-title">Shares<a class="permalink" href="#fig-a">#</a></div>
<p class="downloads"><a download="" href="../_file/a.csv">CSV</a> <a download="" href="../_file/a.parquet">Parquet</a> <a download="" href="../_file/a.svg">SVG</a></p></figure>`;

function described(path: string, context: Partial<CitationContext> = {}) {
  const { document } = new JSDOM(`<head></head><main><h1>Page</h1>${figure}</main>`).window;
  addCitation(document, { path, language: "en", study, ...context });
  return JSON.parse(document.querySelector("script[type='application/ld+json']")!.textContent!);
}

test("the front page's data set names the counted tables as Parquet, with the SQL that opens them", () => {
  const { distribution } = described("index", { tables: ["stories.parquet"] }).hasPart;
  expect(distribution).toEqual([
    { "@type": "DataDownload", encodingFormat: "application/sql", contentUrl: "data/tables/load.sql" },
    {
      "@type": "DataDownload",
      name: "stories",
      encodingFormat: "application/vnd.apache.parquet",
      contentUrl: "data/tables/stories.parquet",
    },
  ]);
});

test("a page names the rows of its figures as CSV and Parquet, absolute where the address is known", () => {
  const parts = (url?: string) =>
    described("findings/a", url === undefined ? {} : { url }).hasPart.map(
      (part: { name: string; distribution: { contentUrl: string }[] }) => [
        part.name,
        ...part.distribution.map(({ contentUrl }) => contentUrl),
      ],
    );
  expect(parts()).toEqual([["Shares", "../_file/a.csv", "../_file/a.parquet"]]);
  expect(parts("https://example.org/report")).toEqual([
    ["Shares", "https://example.org/report/_file/a.csv", "https://example.org/report/_file/a.parquet"],
  ]);
});
