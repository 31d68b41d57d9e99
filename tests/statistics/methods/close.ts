import { readFileSync } from "node:fs";
import { expect } from "vitest";

/** What a script of tests/reference wrote. */
export function reference<T>(name: string): T {
  return JSON.parse(readFileSync(`tests/reference/${name}`, "utf8")) as T;
}

/** Relative 1e-9 unless said; `floor` is the size below which a difference is absolute. */
export function expectClose(found: number, expected: number, relative = 1e-9, floor = 0): void {
  const apart = Math.abs(found - expected);
  if (!(apart <= relative * Math.max(Math.abs(expected), floor))) {
    expect.fail(`found ${found}, expected ${expected}: relative ${apart / Math.abs(expected)}`);
  }
}

/** As `expectClose`, number beside number. */
export function expectAllClose(found: readonly number[], expected: readonly number[], relative = 1e-9): void {
  expect(found.length).toBe(expected.length);
  found.forEach((value, at) => {
    expectClose(value, expected[at]!, relative, 1e-6);
  });
}
