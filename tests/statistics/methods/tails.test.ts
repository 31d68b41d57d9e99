import { describe, expect, it } from "vitest";
import { chiSquareUpperTail } from "../../../loaders/statistics/methods/chi-square-tail.ts";
import { betaQuantile } from "../../../loaders/statistics/methods/incomplete-beta.ts";
import { logNormalUpperTail, normalTwoSided } from "../../../loaders/statistics/methods/normal-tail.ts";
import { studentQuantile975, studentTwoSided } from "../../../loaders/statistics/methods/student-tail.ts";
import { expectClose, reference } from "./close.ts";

const tails = reference<{
  normal: { z: number; log: number }[];
  chi_square: { x: number; df: number; log: number }[];
  student: { t: number; df: number; log: number }[];
  student_975: { df: number; t: number }[];
  beta: { p: number; a: number; b: number; x: number }[];
}>("tails/tails.json");

/** Of a probability relative 1e-9: of its logarithm 1e-9 absolute, and relative where p is near 1. */
function expectTail(found: number, log: number) {
  expectClose(Math.expm1(found - log), 0, 1e-9, 1);
  expectClose(found, log, 1e-9, 1e-6);
}

describe("against mpmath", () => {
  it.each(tails.normal.filter(({ log }) => log < 0))("normal z = $z", ({ z, log }) => {
    expectTail(logNormalUpperTail(z), log);
  });
  it.each(tails.chi_square)("chi-square $x with $df", ({ x, df, log }) => {
    expectTail(chiSquareUpperTail(x, df).logP, log);
  });
  it.each(tails.student)("Student t = $t with $df", ({ t, df, log }) => {
    expectTail(studentTwoSided(t, df).logP, log);
  });
  it("reaches below 1e-300 with its digits", () => {
    const deep = tails.chi_square.filter(({ log }) => log < -680 && log > -708);
    const deepNormal = tails.normal.filter(({ log }) => log < -680 && log > -708);
    expect(deep.length + deepNormal.length).toBeGreaterThan(1);
    for (const { x, df, log } of deep) expectClose(chiSquareUpperTail(x, df).p, Math.exp(log));
  });
});

describe("against SciPy", () => {
  it.each(tails.student_975)("Student's quantile with $df", ({ df, t }) => {
    expectClose(studentQuantile975(df), t);
  });
  it.each(tails.beta)("beta quantile $p of $a, $b", ({ p, a, b, x }) => {
    expectClose(betaQuantile(p, a, b), x);
  });
});

describe("ends", () => {
  it("are 1, and 0 with an infinite logarithm", () => {
    expect(chiSquareUpperTail(0, 3)).toEqual({ p: 1, logP: 0 });
    expect(chiSquareUpperTail(Number.POSITIVE_INFINITY, 3).p).toBe(0);
    expect(normalTwoSided(0).p).toBe(1);
    expect(studentTwoSided(0, 5).p).toBe(1);
    expect(studentTwoSided(Number.POSITIVE_INFINITY, 5).p).toBe(0);
    expect(normalTwoSided(1e4).p).toBe(0);
    expect(normalTwoSided(1e4).logP).toBeLessThan(-4e7);
  });
  it("of impossible settings are refused", () => {
    expect(() => chiSquareUpperTail(-1, 1)).toThrow("expected x >= 0");
    expect(() => studentTwoSided(1, 0)).toThrow("df > 0");
    expect(() => logNormalUpperTail(Number.NaN)).toThrow("expected a number");
    expect(() => betaQuantile(0, 1, 1)).toThrow("0 < p < 1");
  });
});
