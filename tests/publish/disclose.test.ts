import { expect, test } from "vitest";
import { disclose } from "../../loaders/disclosure/disclose.ts";
import type { QueryHeader } from "../../loaders/publish/published-result.ts";

function header(cell: QueryHeader["cell"]): QueryHeader {
  return { title: "", question: "", population: "", unit: "", method: "", key: ["k"], columns: {}, cell };
}

test("counts from 1 to below the threshold are withheld; 0 and the threshold itself stay", () => {
  const rows = [0, 1, 4, 5].map((n, k) => ({ k, n, share: n / 10 }));
  const { rows: shown, withheld } = disclose(rows, header({ count: "n" }), 5);
  expect(withheld).toBe(2);
  expect(shown).toEqual([
    { k: 0, n: 0, share: 0 },
    { k: 1, n: null, share: null },
    { k: 2, n: null, share: null },
    { k: 3, n: 5, share: 0.5 },
  ]);
});

test("a part is withheld where the rest of its total is small", () => {
  const rows = [{ k: "a", n: 98, total: 100 }];
  expect(disclose(rows, header({ count: "n", of: "total" }), 5).withheld).toBe(1);
  expect(disclose([{ k: "a", n: 100, total: 100 }], header({ count: "n", of: "total" }), 5).withheld).toBe(0);
});

test("one small cell of a published total takes the smallest other with it", () => {
  const rows = [
    { k: "a", g: "x", n: 3 },
    { k: "b", g: "x", n: 20 },
    { k: "c", g: "x", n: 9 },
    { k: "d", g: "y", n: 9 },
  ];
  const { rows: shown, withheld } = disclose(rows, header({ count: "n", within: ["g"] }), 5);
  expect(withheld).toBe(2);
  expect(shown.map((row) => row.n)).toEqual([null, 20, null, 9]);
});

test("a query without a cell is published whole", () => {
  expect(disclose([{ k: 1, n: 1 }], header(undefined), 5).withheld).toBe(0);
});

const cells = (...counts: (number | null)[]) => counts.map((n, k) => ({ k, g: "x", n }));
const shown = (rows: readonly { k: number; n: number | null }[], cell: QueryHeader["cell"], threshold = 5) =>
  disclose(rows, header(cell), threshold).rows.map(({ n }) => n);

test("a part is withheld where its total is small, even if the part is 0", () => {
  const rows = [
    { k: "a", n: 0, total: 4 },
    { k: "b", n: 0, total: 5 },
    { k: "c", n: 0, total: 0 },
  ];
  const { rows: left } = disclose(rows, header({ count: "n", of: "total" }), 5);
  expect(left).toEqual([{ k: "a", n: null, total: null }, rows[1], rows[2]]);
});

test("every count of a row is guarded, not the first alone", () => {
  const rows = [
    { k: "a", n: 50, other: 3 },
    { k: "b", n: 50, other: 0 },
  ];
  expect(disclose(rows, header({ count: ["n", "other"] }), 5).rows).toEqual([
    { k: "a", n: null, other: null },
    rows[1],
  ]);
});

test("withheld rows that sum to less than the threshold take the smallest other with them", () => {
  // 1 + 2 = 3 could be found by subtraction; with 6 it is 9.
  expect(shown(cells(1, 2, 6, 40), { count: "n", within: ["g"] })).toEqual([null, null, null, 40]);
  // 2 + 3 = 5 is the threshold itself.
  expect(shown(cells(2, 3, 6, 40), { count: "n", within: ["g"] })).toEqual([null, null, 6, 40]);
});

test("a withheld row takes no 0 with it, which would hide nothing", () => {
  expect(shown(cells(3, 0, 20), { count: "n", within: ["g"] })).toEqual([null, 0, null]);
});

test("a row that came withheld is taken for large enough, but not for a pair", () => {
  expect(shown(cells(null, 9, 20), { count: "n", within: ["g"] })).toEqual([null, null, 20]);
  expect(shown(cells(null, 3, 9, 20), { count: "n", within: ["g"] })).toEqual([null, null, 9, 20]);
});

test("with several groupings what one withholds is looked at in the other", () => {
  const grid = [
    [2, 10, 30],
    [9, 40, 50],
    [20, 60, 70],
  ].flatMap((counts, row) => counts.map((n, column) => ({ k: `${row}${column}`, row, column, n })));
  const { rows } = disclose(grid, header({ count: "n", within: [["row"], ["column"]] }), 5);
  const hidden = rows.filter(({ n }) => n === null).map(({ k }) => k);
  // 2 takes 10 of its row and 9 of its column; their own row and column then need 40.
  expect(hidden).toEqual(["00", "01", "10", "11"]);
});
