import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { points } from "../../src/components/charts/words.ts";
import { missing, pages, visiting } from "./visits.ts";

interface Result {
  readonly header: { readonly columns: Readonly<Record<string, readonly [unit: string, meaning: string]>> };
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

interface Expected {
  readonly query: string;
  /** The row's place among the published rows. */
  readonly row: number;
  readonly rows: number;
  /** The claimed column's place, and what the row has there. */
  readonly column: number;
  /** As the table counts it: a difference of proportions in percentage points. */
  readonly value: number;
}

/** Every claim of a page, in order, read from its source, with the row that it names found among the published rows. */
function claimsOf(path: string): Expected[] {
  const source = join("src", path.replace(/\.html$/, ".md"));
  const text = existsSync(source) ? readFileSync(source, "utf8") : "";
  return Array.from(text.matchAll(/\]\(claim:([^()\s]+)\)/g), ([, link]) => {
    const { pathname, searchParams } = new URL(`claim:/${link}`);
    const parts = decodeURI(pathname.slice(1)).split("/");
    const column = parts.pop()!;
    const query = parts.join("/");
    const result = JSON.parse(readFileSync(join("src/data/results", `${query}.json`), "utf8")) as Result;
    const row = result.rows.findIndex((cells) =>
      [...searchParams].every(([name, value]) => String(cells[name] ?? "") === value),
    );
    const inPoints = result.header.columns[column]?.[0] === points;
    return {
      query,
      row,
      rows: result.rows.length,
      column: Object.keys(result.header.columns).indexOf(column),
      value: Number(result.rows[row]?.[column]) * (inPoints ? 100 : 1),
    };
  });
}

const claims = new Map(pages.map((path) => [path, claimsOf(path)]));
const claiming = pages.filter((path) => claims.get(path)!.length > 0);

describe.skipIf(missing)(`from a sentence's number${missing ? ` (skipped: ${missing})` : ""}`, () => {
  const visit = visiting();

  test.each(claiming)("%s: query, interval, validation and limits by one click, its own row by two", (path) =>
    visit(path, "light", async (page) => {
      // Once with a hand: nothing lies over the number or over its table's name.
      await page.locator("main a.claim").first().click();
      const method = page.locator("details.method[open]:has(> summary:focus)");
      await method.waitFor({ timeout: 10_000 });
      await method.locator("xpath=..").locator("> .figure-table > summary").click();

      const { faults, terms, seen } = await page.evaluate(async (expected) => {
        const read = (element: Element | null | undefined) =>
          element?.checkVisibility({ visibilityProperty: true }) ? (element.textContent ?? "").trim() : "";
        const number = (text: string) =>
          Number(text.replace(/[^\d.−-]/g, "").replace("−", "-")) / (text.endsWith("%") ? 100 : 1);
        /** Half of the last digit that a cell shows: what rounding may take or add, and a float's own error. */
        const halfOfLast = (text: string) =>
          0.5000001 * 10 ** -(/\.(\d+)/.exec(text)?.[1]?.length ?? 0) * (text.endsWith("%") ? 0.01 : 1);
        const faults: string[] = [];
        const terms = new Map<string, string[]>();
        const claims = [...document.querySelectorAll<HTMLAnchorElement>("main a.claim")];
        const opened = new Set<HTMLDetailsElement>(
          document.querySelectorAll<HTMLDetailsElement>("details[open]"),
        );
        const seen = new Set<string>();
        for (const [at, claim] of claims.entries()) {
          const wanted = expected[at];
          if (wanted === undefined) break;
          // Numbers that lead to the same cell are followed once.
          const key = `${wanted.query} ${wanted.row} ${wanted.column}`;
          if (seen.has(key)) continue;
          seen.add(key);
          // From a page as it was loaded: what an earlier claim opened is closed.
          for (const details of opened) details.open = false;
          opened.clear();
          (document.activeElement as HTMLElement | null)?.blur();
          claim.click();
          // The focus comes with the hash's change, after the click.
          let method: HTMLDetailsElement | null = null;
          for (let wait = 0; wait < 1000 && method === null; wait++) {
            await new Promise((resolve) => setTimeout(resolve, wait === 0 ? 0 : 10));
            const summary = document.querySelector("details.method[open] > summary:focus");
            method = summary?.parentElement as HTMLDetailsElement | null;
          }
          const names = [...(method?.querySelector("dl")?.children ?? [])].filter(
            ({ tagName }) => tagName === "DT",
          );
          // Interval, validation and limits by their place: their names differ by language.
          const values = [4, 5, 6].map((place) => read(names[place]?.nextElementSibling) !== "");
          const said = names.slice(4, 7).map((term) => term.textContent ?? "");
          terms.set(said.join(), said);
          const summaries = method?.parentElement?.querySelectorAll<HTMLElement>(
            ":scope > .figure-table > summary",
          );
          if (summaries?.length === 1) summaries[0]!.click();
          const table = method?.parentElement?.querySelector<HTMLDetailsElement>(":scope > .figure-table");
          if (method) opened.add(method);
          if (table) opened.add(table);
          const rows = [...(table?.querySelectorAll("tbody tr") ?? [])];
          const marked = [...document.querySelectorAll("main tr[aria-current]")];
          const row = rows.indexOf(marked[0]!);
          const cell = read(marked[0]?.children[wanted.column]);
          const found = {
            target: claim.hash === `#${method?.id}`,
            query:
              claim.dataset.query === wanted.query &&
              read(method?.querySelector(".query-name code")) === `${wanted.query}.sql`,
            sql: /\bselect\b/i.test(read(method?.querySelector("pre.sql"))),
            values: !values.includes(false),
            open: table?.open === true,
            rows: rows.length === wanted.rows,
            marked: marked.length === 1 && row === wanted.row,
            shown: marked[0] !== undefined && getComputedStyle(marked[0].children[0]!).boxShadow !== "none",
            // As the table rounds it, where its language writes numbers as a program does.
            cell:
              cell !== "" &&
              (document.documentElement.lang !== "en" ||
                Math.abs(number(cell) - wanted.value) <= halfOfLast(cell)),
          };
          if (Object.values(found).includes(false))
            faults.push(`${claim.textContent} of ${key}: ${JSON.stringify({ ...found, row, text: cell })}`);
        }
        return { faults, terms: [...terms.values()], seen: [claims.length, expected.length] };
      }, claims.get(path)!);
      expect(faults).toEqual([]);
      expect(seen[0], "as many numbers on the page as its source claims").toBe(seen[1]);
      // One order of terms on a page, so that a place means the same in every Method.
      expect(terms).toHaveLength(1);
      if (!/^[a-z]{2}\//.test(path))
        expect(terms[0]).toEqual(["Interval", "Validation by people", "Known limits"]);
    }),
  );

  test("the report makes claims, as many in each language", () => {
    const counts = new Map<string, number>();
    for (const [path, found] of claims) {
      const language = /^([a-z]{2})\//.exec(path)?.[1] ?? "";
      counts.set(language, (counts.get(language) ?? 0) + found.length);
    }
    expect(Math.min(...counts.values())).toBeGreaterThan(100);
    expect(new Set(counts.values()).size).toBe(1);
  });
});
