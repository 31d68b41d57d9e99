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
