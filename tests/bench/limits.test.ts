import { expect, test } from "vitest";
import { within } from "./limits.ts";

const printed: string[] = [];
const print = (line: string) => printed.push(line);

test("a median over its limit is said, and one at it passes whatever the slowest run took", () => {
  expect(within([{ what: "answers", values: [40, 900, 50], limit: 50 }], print)).toBe(true);
  expect(within([{ what: "answers", values: [51, 40, 900], limit: 50 }], print)).toBe(false);
  expect(printed).toEqual([
    "answers: median 50.0 ms (900 at most), limit 50 ms\n",
    "answers: median 51.0 ms (900 at most), limit 50 ms: TOO SLOW\n",
  ]);
});

test("a time without a limit is told; nothing measured is no pass", () => {
  expect(within([{ what: "frames", values: [900] }], print)).toBe(true);
  expect(within([{ what: "filters", values: [], limit: 16 }], print)).toBe(false);
});
