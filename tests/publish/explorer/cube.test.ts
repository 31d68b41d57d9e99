import fc from "fast-check";
import { expect, test } from "vitest";
import { type Cell, cubeOf, type Mark, markOrder } from "../../../loaders/publish/explorer/cube.ts";
import { plainText } from "../../../loaders/publish/explorer/organisation-posts.ts";

const threshold = 5;
const cell = fc.record({
  corpus: fc.constantFrom("a", "b"),
  scope: fc.constantFrom("s", "t"),
  map_unit: fc.constantFrom("north", "south", "none"),
  language: fc.constantFrom("x", "y"),
  platform: fc.constantFrom("p", "q", "r"),
  quarter: fc.constantFrom("1", "2"),
  topics: fc.subarray(["t1", "t2", "t3"]),
  stories: fc.integer({ min: 1, max: 9 }),
});
const cells = fc.array(cell, { maxLength: 60 });

function total(found: readonly Cell[], holds: (cell: Cell) => boolean = () => true): number {
  return found.filter(holds).reduce((sum, { stories }) => sum + stories, 0);
}

function valuesOf(found: Cell, mark: Mark): readonly string[] {
  const value = found[mark];
  return value === null ? [] : typeof value === "string" ? [value] : value;
}

test("every published cell holds at least the threshold, and no story is lost or invented", () => {
  fc.assert(
    fc.property(cells, (given) => {
      const cube = cubeOf(given, threshold);
      for (const { stories } of cube.cells) expect(stories).toBeGreaterThanOrEqual(threshold);
      expect(cube.stories + cube.left_out).toBe(total(given));
      for (const corpus of ["a", "b"]) {
        for (const scope of ["s", "t"]) {
          const own = (found: Cell) => found.corpus === corpus && found.scope === scope;
          const [before, after] = [total(given, own), total(cube.cells, own)];
          expect(after).toBe(before < threshold ? 0 : before);
        }
      }
      expect(new Set(cube.cells.map((found) => JSON.stringify({ ...found, stories: 0 }))).size).toBe(
        cube.cells.length,
      );
    }),
    { numRuns: 300 },
  );
});

test("what a value or a pair of values lost is nothing, or at least the threshold, or all of it", () => {
  fc.assert(
    fc.property(cells, (given) => {
      const cube = cubeOf(given, threshold);
      for (const mark of markOrder) {
        for (const later of markOrder.slice(markOrder.indexOf(mark))) {
          for (const value of [
            "north",
            "south",
            "none",
            "x",
            "y",
            "p",
            "q",
            "r",
            "1",
            "2",
            "t1",
            "t2",
            "t3",
          ]) {
            for (const other of ["north", "x", "y", "p", "q", "r", "1", "2", "t1", "t2", "t3"]) {
              const holds = (found: Cell) =>
                found.corpus === "a" &&
                found.scope === "s" &&
                valuesOf(found, mark).includes(value) &&
                valuesOf(found, later).includes(later === mark && mark !== "topics" ? value : other);
              const [before, after] = [total(given, holds), total(cube.cells, holds)];
              const lost = before - after;
              expect(
                lost === 0 || lost >= threshold || after === 0,
                `${mark} ${value} ${later} ${other}`,
              ).toBe(true);
            }
          }
        }
      }
    }),
    { numRuns: 60 },
  );
});

test("a cell loses its region first, then language, platform, quarter and topics", () => {
  const base = { corpus: "a", scope: "s", language: "x", platform: "p", quarter: "1", topics: ["t1"] };
  const cube = cubeOf(
    [
      { ...base, map_unit: "north", stories: 3 },
      { ...base, map_unit: "south", stories: 4 },
      { ...base, map_unit: "none", language: "y", stories: 20 },
    ],
    threshold,
  );
  expect(cube.cells.map(({ map_unit, language, stories }) => [map_unit, language, stories])).toEqual([
    ["none", "y", 20],
    [null, "x", 7],
  ]);
  expect(cube.withheld).toEqual({ map_unit: 7, language: 0, platform: 0, quarter: 0, topics: 0 });
});

test("marks that turn the direction of writing, and control characters, are shown", () => {
  expect(plainText("a\u202eb\u2066c\u200fd\u0000e\nf")).toBe("a\ufffdb\ufffdc\ufffdd\ufffde\nf");
  expect(plainText("әлем, «мектеп» 1")).toBe("әлем, «мектеп» 1");
});
