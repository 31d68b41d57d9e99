import { readFileSync } from "node:fs";
import { join } from "node:path";
import { selectAll, selectOne } from "css-select";
import type { Document, Element } from "domhandler";
import { textContent } from "domutils";
import { parseDocument } from "htmlparser2";
import { beforeAll, describe, expect, test } from "vitest";
import { dist, htmlPages } from "../browser/site-pages.ts";

/** What a reader gets without scripts is what stands in the files: so these are read, all of them, without a browser. */
const pages = htmlPages(dist).filter((path) => path !== "404.html");

interface Page {
  readonly path: string;
  readonly language: string;
  readonly document: Document;
}

const select = (query: string, root: Document | Element) => selectAll(query, root) as unknown as Element[];
const one = (query: string, root: Document | Element) => selectOne(query, root) as unknown as Element | null;
const text = (element: Element | null) => (element === null ? "" : textContent(element).trim());

function* all(): Generator<Page> {
  for (const path of pages) {
    const document = parseDocument(readFileSync(join(dist, path), "utf8"));
    yield { path, language: one("html", document)?.attribs.lang ?? "", document };
  }
}

/** The numbers of a text and their decimals, as its language writes them. */
function numbers(words: string, language: string): { value: number; decimals: number; written: string }[] {
  const pattern =
    language === "en" ? /\d+(?:,\d{3})*(?:\.\d+)?/g : /\d+(?:[\u00a0\u202f ]\d{3}(?!\d))*(?:,\d+)?/g;
  return (words.match(pattern) ?? []).map((written) => {
    const plain =
      language === "en" ? written.replaceAll(",", "") : written.replace(/\s/g, "").replace(",", ".");
    return { value: Number(plain), decimals: plain.split(".")[1]?.length ?? 0, written };
  });
}

/** How many cells of each column hold a number. */
function countsOf(rows: readonly Element[]): number[] {
  const counts: number[] = [];
  for (const row of rows) {
    for (const [at, cell] of select(":scope > *", row).entries())
      if (/\d/.test(text(cell))) counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts.filter((count) => count !== undefined).flatMap((count) => [count, rows.length - count]);
}

/** What a figure lacks of chart, words for it, table and Method. */
function faultsOf(figure: Element, language: string): string[] {
  const faults: string[] = [];
  const table = select(":scope > .figure-table tbody tr", figure);
  const cells = select(":scope > .figure-table :is(td, th)", figure).map((cell) => text(cell));
  if (table.length === 0 || !cells.some((cell) => /\d/.test(cell))) faults.push("no table with numbers");
  if (!/\bselect\b/i.test(text(one(":scope > .method pre.sql", figure))))
    faults.push("no Method with its query");
  if (select(":scope > .method > dl > dt", figure).length < 7) faults.push("a Method without its parts");
  const drawings = select(":scope > .chart, :scope > .later > .chart", figure);
  if (drawings.length === 0) return faults;
  const names = new Set(drawings.map(({ attribs }) => attribs["aria-label"] ?? ""));
  if (drawings.length !== 2 || drawings.some((drawing) => one("svg, table", drawing) === null))
    faults.push("not drawn at two widths");
  if (drawings.some(({ attribs }) => attribs.role !== "img") || names.size !== 1)
    faults.push("not one picture with one text alternative");
  const said = numbers([...names][0] ?? "", language);
  if (said.length === 0) faults.push("a text alternative without a number");
  // Beside the cells' own numbers, how many rows there are, and how many have a number in a column or none.
  const counts = [table.length, ...countsOf(table)].map((value) => ({ value, decimals: 0 }));
  const known = [...cells.flatMap((cell) => numbers(cell, language)), ...counts];
  for (const { value, decimals, written } of said) {
    // The table is rounded too: half a unit of the coarser of both.
    const isKnown = known.some(
      (cell) => Math.abs(cell.value - value) <= 0.5 * 10 ** -Math.min(decimals, cell.decimals) + 1e-9,
    );
    if (!isKnown) faults.push(`${written} is said and not in the table`);
  }
  return faults;
}

/** A link or an address that loads. */
const loads =
  "script[src], link[href]:not([rel='canonical'], [rel='alternate']), img[src], source[src], iframe[src], form[action]";

/** What a page lacks without its scripts. */
function lacks({ document, language }: Page): string[] {
  const main = one("main", document);
  if (main === null || text(one("h1", main)) === "") return ["no heading"];
  const faults: string[] = [];
  if (!/^[a-z]{2}$/.test(language)) faults.push(`lang="${language}"`);
  if (text(main).length < 300) faults.push("hardly a word");
  const methods = new Map(select("details.method", main).map((method) => [method.attribs.id, method]));
  for (const claim of select("a.claim", main)) {
    const said = text(claim);
    const method = methods.get(decodeURIComponent(claim.attribs.href!.slice(1)));
    if (!/\d/.test(said)) faults.push(`a claim without a number: ${said}`);
    if (method === undefined || one("pre.sql", method) === null) faults.push(`${said} leads to no Method`);
    const rows =
      method === undefined ? [] : select(":scope > .figure-table tbody tr", method.parent as Element);
    if (rows[Number(claim.attribs["data-row"])] === undefined) faults.push(`${said} names no row of a table`);
  }
  // What only scripts serve is hidden until they run.
  for (const element of select("[hidden]:not(.run), noscript:not(.later), [style*='display']", main))
    faults.push(`hidden: <${element.name} class="${element.attribs.class ?? ""}">`);
  return faults;
}

/** Addresses of a page that hold below one path alone, or lead off the site by themselves. */
function tiedAddresses({ document }: Page): string[] {
  const address = ({ attribs }: Element) => attribs.src ?? attribs.href ?? attribs.action ?? "";
  const all = select(loads, document);
  const imports = select("script:not([src])", document).flatMap((script) =>
    Array.from(textContent(script).matchAll(/(?:from|import)\s*\(?\s*["']([^"']+)/g), ([, path]) => path!),
  );
  return [
    ...[...all, ...select("a[href]", document)].map(address).filter((path) => path.startsWith("/")),
    ...all.map(address).filter((path) => /^(?!data:)[a-z]+:/i.test(path)),
    ...imports.filter((path) => !path.startsWith(".")),
  ];
}

describe.skipIf(pages.length === 0)("every page of every language, as a file", () => {
  const found = { figures: [] as string[], lacking: [] as string[], tied: [] as string[] };
  const drawn = new Map<string, string[]>();

  beforeAll(() => {
    for (const page of all()) {
      const { path, language, document } = page;
      for (const figure of select("figure.figure", document)) {
        const faults = faultsOf(figure, language);
        found.figures.push(...faults.map((fault) => `${path}#${figure.attribs.id}: ${fault}`));
        if (one(".chart svg", figure))
          drawn.set(language, [...(drawn.get(language) ?? []), figure.attribs.id!]);
      }
      found.lacking.push(...lacks(page).map((fault) => `${path}: ${fault}`));
      found.tied.push(...tiedAddresses(page).map((fault) => `${path}: ${fault}`));
    }
  });

  test("each figure has its words with its numbers, its table, its Method", () => {
    expect(found.figures).toEqual([]);
    expect(drawn.get("en")!.length).toBeGreaterThan(40);
    for (const ids of drawn.values()) expect([...ids].sort()).toEqual([...drawn.get("en")!].sort());
  });

  test("is whole without scripts: text, numbers with their Methods, nothing hidden that a script must show", () => {
    expect(found.lacking).toEqual([]);
  });

  test("holds no address from the site's root or from elsewhere: it works below any path", () => {
    expect(found.tied).toEqual([]);
  });

  test("a number that its table lacks, and a picture without words, are found", () => {
    const figure = (label: string) =>
      one(
        "figure",
        parseDocument(
          `<figure>${`<div class="chart" role="img" aria-label="${label}"><svg></svg></div>`.repeat(2)}<details class="figure-table"><table><tbody><tr><th>A</th><td>1,234</td><td>12.3%</td></tr></tbody></table></details><details class="method"><dl>${"<dt>x</dt>".repeat(7)}</dl><pre class="sql">select 1</pre></details></figure>`,
        ),
      )!;
    expect(faultsOf(figure("A: 12% of 1,234"), "en")).toEqual([]);
    expect(faultsOf(figure("A: 13% of 1,234"), "en")).toEqual(["13 is said and not in the table"]);
    expect(faultsOf(figure("A"), "en")).toEqual(["a text alternative without a number"]);
  });
});
