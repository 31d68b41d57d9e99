import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { chartSchema } from "../../loaders/statistics/header-schema.ts";
import { simpleHeader } from "../../src/components/editor/answer-chart.ts";
import { chartKinds } from "../../src/components/editor/chart-kinds.ts";

const columns = [
  { name: "topic", numeric: false },
  { name: "stories", numeric: true },
];
const header = {
  title: "",
  columns: { stories: ["count", "stories on it"] as const },
  chart: { kind: "heat" },
};

test("every kind that a header may name can be drawn in the browser", () => {
  const kinds = chartSchema.options.map(({ shape }) => shape.kind.value).filter((kind) => kind !== "own");
  expect(Object.keys(chartKinds).sort()).toEqual([...kinds].sort());
  const files = readdirSync("src/components/charts");
  for (const kind of kinds) expect(files).toContain(`${kind}.ts`);
});

test("names that stand once, each with a number, make a simple chart, below 0 too; others make none", () => {
  const of = (rows: (string | null)[][]) => simpleHeader({ columns, rows }, header)?.header.chart;
  expect(
    of([
      ["a", "3"],
      ["b", null],
    ]),
  ).toEqual({ kind: "dots", label: "topic", x: "stories" });
  expect(
    of([
      ["a", "3"],
      ["a", "4"],
    ]),
  ).toBeUndefined();
  expect(of([["a", "-3"]])).toEqual({ kind: "dots", label: "topic", x: "stories" });
  expect(simpleHeader({ columns: columns.slice(0, 1), rows: [["a"]] }, header)).toBeUndefined();
});
