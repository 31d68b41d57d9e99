import { expect, test } from "vitest";
import { seeded } from "../../../loaders/random.ts";
import { patterns } from "../../../loaders/statistics/methods/patterns.ts";

test("rows alike in every column are one pattern, in order of appearance", () => {
  const found = patterns([
    [7, 3, 7, 7, 3],
    [0, 0, 1, 0, 0],
  ]);
  expect([...found.times]).toEqual([2, 2, 1]);
  expect([...found.of([7, 3, 7, 7, 3], Uint32Array)]).toEqual([7, 3, 7]);
  expect([...found.of([0, 0, 1, 0, 0], Uint8Array)]).toEqual([0, 0, 1]);
});

test("no rows have no patterns", () => {
  expect(patterns([[]]).times).toHaveLength(0);
});

test("sums over patterns are those over rows", () => {
  const random = seeded(1, "patterns");
  const column = (values: number) =>
    Float64Array.from({ length: 5000 }, () => Math.floor(random() * values) / 8);
  const columns = [column(50), column(3), column(7)];
  const { times, of } = patterns(columns);
  const keys = Array.from(columns[0]!, (_, row) => columns.map((values) => values[row]).join());
  expect(times).toHaveLength(new Set(keys).size);
  expect(times.reduce((sum, n) => sum + n, 0)).toBe(5000);
  const product = (at: number, from: readonly Float64Array[]) =>
    from.reduce((all, values) => all * values[at]!, 1);
  const shown = columns.map((values) => of(values, Float64Array));
  const byRow = keys.reduce((sum, _, row) => sum + product(row, columns), 0);
  const byPattern = times.reduce((sum, n, at) => sum + n * product(at, shown), 0);
  expect(byPattern).toBeCloseTo(byRow, 9);
});
