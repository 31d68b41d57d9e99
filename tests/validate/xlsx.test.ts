import { expect, it } from "vitest";
import { readSheet } from "../../loaders/validate/read-sheet.ts";
import { sheetRows } from "../../loaders/validate/sheet-rows.ts";
import { sheetXlsx } from "../../loaders/validate/sheet-xlsx.ts";

it("holds every text that a post can hold, and nothing that XML can't", async () => {
  const texts = [
    "=1+1",
    "<b>&amp;",
    "два\nряда",
    "қазақ 😀",
    "a\u0000b\u000bc",
    "\ud800lone",
    "x".repeat(40_000),
  ];
  const bytes = sheetXlsx(
    ["item", "text"],
    texts.map((text, index) => ({ item: `a-${index}`, text })),
  );
  const rows = await sheetRows(bytes);
  if ("found" in rows) throw new Error(rows.found);
  expect(rows.slice(1, 7).map(({ cells }) => cells[1])).toEqual([...texts.slice(0, 4), "abc", "\ufffdlone"]);
  expect(rows[7]!.cells[1]).toHaveLength(32_767);
});

it("gives the same bytes for the same rows, and is read as a coder's sheet", async () => {
  const made = () =>
    sheetXlsx(
      ["item", "text", "code"],
      [
        { item: "a-1", text: "t", code: "1" },
        { item: "a-2", text: "t", code: "" },
        { item: "a-3", text: "t", code: "maybe" },
      ],
    );
  expect(made().equals(made())).toBe(true);
  const { sheet, mistakes } = await readSheet(
    "a.xlsx",
    made(),
    new Map(["a-1", "a-2", "a-3"].map((item) => [item, ["1", "0"]])),
  );
  expect([...sheet.codes]).toEqual([["a-1", "1"]]);
  expect(mistakes).toMatchObject([{ line: 4, where: "code", found: '"maybe"' }]);
  const broken = await readSheet("a.xlsx", made().subarray(0, 300), new Map());
  expect(broken.mistakes[0]!.found).toContain("no readable workbook");
});
