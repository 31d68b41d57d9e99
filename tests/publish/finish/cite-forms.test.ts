import { describe, expect, test } from "vitest";
import { apa, bibtex, type CitedWork, csl } from "../../../loaders/publish/finish/cite-forms.ts";

const words = { undated: "n.d.", edition: "Edition" };
const report: CitedWork = {
  authors: ["Akhmetova, Aigerim", "Listening Lab"],
  issued: "2024-05-01",
  title: "Boys & girls: 75% of {what}?",
  publisher: "Tyndau",
  edition: "62a7",
  url: "https://report.example/a_b.html",
  language: "en",
  words,
};

describe("apa", () => {
  // Publication Manual of the American Psychological Association (2020), section 10.4, examples 50 to 53.
  test("a report, and a part of one", () => {
    expect(apa(report)).toBe(
      "Akhmetova, Aigerim, Listening Lab (2024). Boys & girls: 75% of {what}? [Edition 62a7]. Tyndau. https://report.example/a_b.html",
    );
    expect(apa({ ...report, title: "Places", container: "The report" })).toBe(
      "Akhmetova, Aigerim, Listening Lab (2024). Places. The report [Edition 62a7]. Tyndau. https://report.example/a_b.html",
    );
  });

  test("without a date says so in the page's language", () => {
    const { issued: _issued, url: _url, ...undated } = report;
    expect(apa({ ...undated, words: { undated: "б. г.", edition: "Издание" } })).toContain("(б. г.)");
  });
});

test("bibtex escapes what TeX reads as a command, and leaves addresses alone", () => {
  const entry = bibtex(report);
  expect(entry).toMatch(/^@misc\{akhmetova2024boys,\n/);
  expect(entry).toContain("author = {Akhmetova, Aigerim and {Listening Lab}}");
  expect(entry).toContain("title = {{Boys \\& girls: 75\\% of {what}?}}");
  expect(entry).toContain("url = {https://report.example/a_b.html}");
  expect(entry.endsWith("\n}")).toBe(true);
});

test("csl is an item of citeproc's schema", () => {
  expect(JSON.parse(csl({ ...report, container: "The report" }))).toMatchObject({
    type: "chapter",
    "container-title": "The report",
    author: [{ family: "Akhmetova", given: "Aigerim" }, { literal: "Listening Lab" }],
    issued: { "date-parts": [[2024, 5, 1]] },
    URL: "https://report.example/a_b.html",
  });
});
