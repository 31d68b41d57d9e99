import { expect, test } from "vitest";
import { step } from "../../../src/components/page/tips.ts";

test("arrow keys walk through the marks and stop at the ends", () => {
  expect(step("ArrowRight", -1, 3)).toBe(0);
  expect(step("ArrowDown", 2, 3)).toBe(2);
  expect(step("ArrowLeft", 2, 3)).toBe(1);
  expect(step("ArrowUp", 0, 3)).toBe(0);
  expect(step("Home", 2, 3)).toBe(0);
  expect(step("End", 0, 3)).toBe(2);
});

test("Escape puts a tip away, and is left to others where there is none", () => {
  expect(step("Escape", 1, 3)).toBe(-1);
  expect(step("Escape", -1, 3)).toBeUndefined();
  expect(step("a", 1, 3)).toBeUndefined();
});
