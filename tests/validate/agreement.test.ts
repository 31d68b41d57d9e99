import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { seeded } from "../../loaders/random.ts";
import { bootstrapInterval } from "../../loaders/validate/bootstrap.ts";
import type { Code, Codes } from "../../loaders/validate/codes.ts";
import { cohenKappa } from "../../loaders/validate/cohen-kappa.ts";
import { krippendorffAlpha } from "../../loaders/validate/krippendorff-alpha.ts";
import { perCentAgreement } from "../../loaders/validate/per-cent-agreement.ts";

/** Made by tests/reference/agreement/make.py. */
const reference = JSON.parse(readFileSync("tests/reference/agreement/agreement.json", "utf8")) as {
  cases: { codes: Code[][]; alpha: number; kappa_sklearn?: number; kappa_statsmodels?: number }[];
};

/** Lines of codes, one a coder, a character an item, `.` where missing. */
function byCoder(...lines: string[]): Codes {
  return Array.from(lines[0]!, (_, item) => lines.map((line) => (line[item] === "." ? null : line[item]!)));
}

/** The items of a table of two coders' counts. */
function fromTable(rows: readonly (readonly number[])[]): Codes {
  return rows.flatMap((row, a) =>
    row.flatMap((count, b) => Array.from({ length: count }, () => [String(a), String(b)])),
  );
}

describe("Cohen (1960), Educational and Psychological Measurement 20(1)", () => {
  it("200 patients in three categories: 70 % agreement, 41 % by chance, kappa .492", () => {
    const codes = fromTable([
      [88, 14, 18],
      [10, 40, 10],
      [2, 6, 12],
    ]);
    expect(perCentAgreement(codes)).toBe(0.7);
    expect(cohenKappa(codes)).toBeCloseTo(0.29 / 0.59, 12);
    expect(cohenKappa(codes)).toBeCloseTo(0.492, 3);
  });

  it("is 0 at chance, 1 at full agreement, null where one code was used", () => {
    const chance = fromTable([
      [25, 25],
      [25, 25],
    ]);
    expect(cohenKappa(chance)).toBe(0);
    expect(cohenKappa(byCoder("0101", "0101"))).toBe(1);
    expect(cohenKappa(byCoder("1111", "1111"))).toBeNull();
    expect(() => cohenKappa(byCoder("01", "01", "01"))).toThrow(/found 3 coders/);
  });
});

describe("Krippendorff (2011), Computing Krippendorff's alpha-reliability", () => {
  it("A, binary data, two observers: .095", () => {
    const codes = byCoder("0100000010", "1110010000");
    expect(krippendorffAlpha(codes)).toBeCloseTo(1 - (19 * 4) / (14 * 6), 12);
    expect(krippendorffAlpha(codes)).toBeCloseTo(0.095, 3);
    expect(perCentAgreement(codes)).toBe(0.6);
  });

  it("B, nominal data, two observers: .692", () => {
    expect(krippendorffAlpha(byCoder("aabbdcccedda", "babbbccceddd"))).toBeCloseTo(0.692, 3);
  });

  it("C, nominal data, four observers, missing codes: .743", () => {
    const codes = byCoder("123321412...", "1233224125.3", ".3332342251.", "12332441251.");
    expect(krippendorffAlpha(codes)).toBeCloseTo(0.743, 3);
  });
});

describe("Hayes and Krippendorff (2007), Communication Methods and Measures 1(1)", () => {
  it("table 1, tone of 40 news articles, five observers: nominal alpha .477", () => {
    const codes = byCoder(
      "112.001122.01311211000201001111223222221",
      "1130000.21102311121000302102111122222221",
      "203000222100221123001.30.1012202.2232.21",
      ".13....0.10022...31.103021122..122...12.",
      "2..0001.2....3112..0.0..2.0..20.2.2222.1",
    );
    expect(krippendorffAlpha(codes)).toBeCloseTo(0.477, 3);
  });
});

describe("independent implementations", () => {
  it("alpha equals the package krippendorff", () => {
    for (const { codes, alpha } of reference.cases) expect(krippendorffAlpha(codes)).toBeCloseTo(alpha, 10);
  });

  it("kappa equals scikit-learn and statsmodels", () => {
    const two = reference.cases.filter((one) => one.kappa_sklearn !== undefined);
    expect(two.length).toBe(7);
    for (const { codes, kappa_sklearn, kappa_statsmodels } of two) {
      expect(cohenKappa(codes)).toBeCloseTo(kappa_sklearn!, 10);
      expect(cohenKappa(codes)).toBeCloseTo(kappa_statsmodels!, 10);
    }
  });
});

describe("bootstrap", () => {
  const codes = byCoder("0100000010", "1110010000");

  it("gives the same interval for the same seed, and another for another", () => {
    const interval = (seed: number) => bootstrapInterval(codes, krippendorffAlpha, seeded(seed, "a"), 500);
    expect(interval(1)).toEqual(interval(1));
    expect(interval(1)).not.toEqual(interval(2));
  });

  it("of a mean comes near the normal theory's interval", () => {
    const random = seeded(1, "numbers");
    const numbers = Array.from({ length: 400 }, () => random());
    const mean = (list: readonly number[]) => list.reduce((sum, number) => sum + number, 0) / list.length;
    const { lower, upper } = bootstrapInterval(numbers, mean, seeded(1, "draws"))!;
    const half = 1.96 * Math.sqrt(1 / 12 / 400);
    expect(lower).toBeCloseTo(mean(numbers) - half, 2);
    expect(upper).toBeCloseTo(mean(numbers) + half, 2);
  });

  it("is null where the statistic can't be made", () => {
    expect(bootstrapInterval(byCoder("11", "11"), krippendorffAlpha, seeded(1, "a"), 100)).toBeNull();
    expect(bootstrapInterval([], krippendorffAlpha, seeded(1, "a"), 100)).toBeNull();
  });
});
