import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { selectAll } from "css-select";
import type { Document, Element } from "domhandler";
import { textContent } from "domutils";
import { parseDocument } from "htmlparser2";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkPages } from "../../loaders/publish/check-pages.ts";
import { findChromium } from "../../loaders/publish/pdf/chromium.ts";
import { layoutOf } from "../../loaders/study/layout.ts";
import { loadStudy } from "../../loaders/study/load.ts";
import { dist, htmlPages } from "../browser/site-pages.ts";

const hasPoppler = spawnSync("pdfinfo", ["-v"]).status === 0;
const ready = findChromium(process.env) !== undefined && hasPoppler;

function poppler(tool: string, ...words: string[]): string {
  const run = spawnSync(tool, words, { encoding: "utf8", maxBuffer: 64 << 20 });
  expect(run.status, run.stderr).toBe(0);
  return run.stdout;
}

/** White space as one space: lines break elsewhere on paper. */
const plain = (text: string) => text.replace(/[\s\u00ad]+/g, " ").trim();

/** The built pages of a language. */
function pagesOf(language: string, languages: readonly string[]): Document[] {
  const folderOf = (path: string) => path.split("/")[0]!;
  return htmlPages(dist)
    .filter((path) => path !== "404.html")
    .filter((path) => (languages.includes(folderOf(path)) ? folderOf(path) : languages[0]) === language)
    .map((path) => parseDocument(readFileSync(join(dist, path), "utf8")));
}

function headingsOf(document: Document): string[] {
  const headings = selectAll("main :is(h1, h2, h3, h4, h5, h6)", document) as unknown as Element[];
  return headings.map((heading) => plain(textContent(heading)));
}

/** A text string of a PDF (ISO 32000-2, 7.9.2.2): hexadecimal UTF-16BE with its mark, or letters in brackets. */
function pdfText(text: string): string {
  if (text.startsWith("(")) return text.slice(1, -1).replace(/\\(.)/gs, "$1");
  const hex = text.slice(1, -1);
  const bytes = Buffer.from(hex.replace(/\s/g, ""), "hex");
  return bytes[0] === 0xfe && bytes[1] === 0xff
    ? Buffer.from(bytes.subarray(2)).swap16().toString("utf16le")
    : bytes.toString("latin1");
}

describe.skipIf(!ready)("npm run pdf (needs a Chromium and poppler-utils)", () => {
  const folder = mkdtempSync(join(tmpdir(), "pdf-"));
  const study = loadStudy("data");
  const sheets = new Map<string, string[]>();
  const documents = new Map<string, Document[]>();

  /** The text of each page of a language's file. */
  function sheetsOf(language: string): string[] {
    const known = sheets.get(language);
    if (known !== undefined) return known;
    const file = join(folder, `report-${language}.pdf`);
    const read = poppler("pdftotext", "-layout", file, "-").split("\f").slice(0, -1);
    sheets.set(language, read);
    return read;
  }

  /** The site's pages of a language, read once. */
  function documentsOf(language: string, languages: readonly string[]): Document[] {
    const read = documents.get(language) ?? pagesOf(language, languages);
    documents.set(language, read);
    return read;
  }

  beforeAll(() => {
    const run = spawnSync(
      process.execPath,
      ["--import", "tsx", "loaders/main.ts", "pdf", "--output", folder],
      { encoding: "utf8", timeout: 900_000 },
    );
    expect(run.stderr).toBe("");
    expect(run.status).toBe(0);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("writes one file a language, tagged and titled, with a language and bookmarks", async () => {
    const { reportLanguages, title } = await study;
    for (const language of reportLanguages) {
      const file = join(folder, `report-${language}.pdf`);
      const info = poppler("pdfinfo", file);
      expect(info).toMatch(/^Tagged: +yes$/m);
      expect(info).toContain(title[language] ?? title.en);
      expect(Number(/^Pages: +(\d+)$/m.exec(info)?.[1])).toBeGreaterThan(10);
      const bytes = readFileSync(file, "latin1");
      expect(bytes).toContain(`/Lang (${language})`);
      expect(bytes).toContain("/Outlines");
      expect(existsSync(join("dist", `report-${language}.partial.html`))).toBe(false);
    }
  });

  test("has a bookmark for each heading of the report's pages, and it leads to the page that has it", async () => {
    const { reportLanguages } = await study;
    for (const language of reportLanguages) {
      const file = join(folder, `report-${language}.pdf`);
      const xml = poppler("pdftohtml", "-xml", "-i", "-stdout", file);
      const bookmarks = Array.from(
        xml.slice(xml.indexOf("<outline>")).matchAll(/<item page="(\d+)">(.*?)<\/item>/gs),
        ([, page, text]) => ({ page: Number(page), text: plain(textContent(parseDocument(text!))) }),
      );
      const headings = documentsOf(language, reportLanguages).flatMap(headingsOf);
      expect(headings.length).toBeGreaterThan(100);
      const texts = bookmarks.map(({ text }) => text);
      // Title, contents and list of figures stand before them.
      expect(texts.slice(-headings.length).sort()).toEqual([...headings].sort());
      expect(texts.length - headings.length).toBeLessThanOrEqual(3);
      const places = bookmarks.map(({ page }) => page);
      expect(places).toEqual([...places].sort((a, b) => a - b));
      const pages = sheetsOf(language);
      const lost = bookmarks.filter(({ page, text }) => {
        const letters = (words: string) => words.normalize("NFKC").replace(/[^\p{L}\p{N}]/gu, "");
        // Word by word: beside a heading of two lines another column may stand.
        return !text.split(" ").every((word) => letters(pages[page - 1] ?? "").includes(letters(word)));
      });
      expect(lost).toEqual([]);
    }
  });

  test("says every figure in the words that the page has for it", async () => {
    const { reportLanguages } = await study;
    for (const language of reportLanguages) {
      // Chromium 141 writes the structure uncompressed, each text as UTF-16BE.
      const bytes = readFileSync(join(folder, `report-${language}.pdf`), "latin1");
      const alts = Array.from(
        bytes.matchAll(/\/S \/Figure\s+\/Alt (<[^>]*>|\((?:\\.|[^\\)])*\))/gs),
        ([, text]) => pdfText(text!),
      );
      const figures = documentsOf(language, reportLanguages).flatMap((document) =>
        (selectAll("figure.figure .chart-wide", document) as unknown as Element[]).map(({ attribs }) =>
          plain(attribs["aria-label"] ?? ""),
        ),
      );
      expect(figures.length).toBeGreaterThan(20);
      expect(alts.length).toBe(figures.length);
      // Chromium cuts a text at 10,000 bytes of UTF-8; the table of such a figure is on the site's page.
      const isCut = (alt: string) => Buffer.byteLength(alt) > 9_990;
      const whole = new Set(alts.filter((alt) => !isCut(alt)).map(plain));
      const begun = alts.filter(isCut).map((alt) => plain(alt.replace(/\ufffd+$/u, "")));
      expect(
        figures.filter((said) => !whole.has(said) && !begun.some((text) => said.startsWith(text))),
      ).toEqual([]);
      expect(whole.size + new Set(begun).size).toBe(new Set(figures).size);
    }
  });

  test("has each page's number", async () => {
    const { reportLanguages } = await study;
    for (const language of reportLanguages) {
      for (const [index, text] of sheetsOf(language).entries()) {
        expect(text.trimEnd().endsWith(String(index + 1)), `page ${index + 1}`).toBe(true);
      }
    }
  });

  test("holds the number of every claim", async () => {
    const layout = layoutOf(process.cwd());
    const { claims } = checkPages(layout.root, layout.pages, layout.published, await study);
    const { reportLanguages } = await study;
    const texts = Object.fromEntries(
      reportLanguages.map((language) => [
        language,
        poppler("pdftotext", join(folder, `report-${language}.pdf`), "-").replaceAll(/\s+/g, " "),
      ]),
    );
    expect(claims.length).toBeGreaterThan(20);
    for (const claim of claims) {
      const folderOf = claim.file.split("/")[1]!;
      const language = reportLanguages.includes(folderOf) ? folderOf : reportLanguages[0]!;
      expect(texts[language], `${claim.file}:${claim.line}`).toContain(claim.text.replaceAll(/\s+/g, " "));
    }
  });
});
