import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { resultCsv } from "../../loaders/publish/csv.ts";

test("quotes, line breaks and formula-like texts survive a round trip as text", () => {
  const header = {
    title: "",
    question: "",
    population: "",
    unit: "",
    method: "",
    key: ["a"],
    columns: { a: ["text", ""] as [string, string], n: ["count", ""] as [string, string] },
  };
  const texts = ['say "so"', "two\nlines", "a,b", '=HYPERLINK("http://x")', "@sum", "-1", " \t=1+1", "ә ғ қ"];
  const csv = resultCsv({ header, rows: texts.map((a, n) => ({ a, n })) });
  const rows = parse(csv, { columns: true }) as { a: string; n: string }[];
  expect(rows.map((row) => row.a)).toEqual([
    'say "so"',
    "two\nlines",
    "a,b",
    `'=HYPERLINK("http://x")`,
    "'@sum",
    "'-1",
    "' \t=1+1",
    "ә ғ қ",
  ]);
});
