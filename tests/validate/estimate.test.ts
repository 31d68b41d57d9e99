import { describe, expect, it } from "vitest";
import { quantile } from "../../loaders/quantile.ts";
import { seeded, shuffled } from "../../loaders/random.ts";
import { drawGamma } from "../../loaders/random-gamma.ts";
import { drawBeta, drawBinomial } from "../../loaders/validate/beta-binomial.ts";
import { estimateRetrieval } from "../../loaders/validate/estimate.ts";
import type { CodedStratum, Stratum } from "../../loaders/validate/strata.ts";

function stratum(name: Stratum, size: number, coded: number, positive: number): CodedStratum {
  return { stratum: name, size, drawn: coded, coded, positive };
}

describe("precision, recall and F1 by design weights", () => {
  it("weigh a coded post by the posts that it stands for", () => {
    const { precision, recall, f1 } = estimateRetrieval(
      [stratum("retrieved", 1000, 50, 45), stratum("near", 500, 50, 10), stratum("rest", 8500, 85, 1)],
      seeded(1, "a"),
    );
    expect(precision!.value).toBeCloseTo(0.9, 12);
    expect(recall!.value).toBeCloseTo(900 / (900 + 100 + 100), 12);
    expect(f1!.value).toBeCloseTo((2 * 900) / (1000 + 1100), 12);
    for (const { value, interval } of [precision!, recall!, f1!]) {
      expect(interval!.lower).toBeLessThan(value);
      expect(interval!.upper).toBeGreaterThan(value);
    }
  });

  it("are exact where every post was coded", () => {
    const { precision, recall } = estimateRetrieval(
      [stratum("retrieved", 40, 40, 30), stratum("near", 10, 10, 10), stratum("rest", 0, 0, 0)],
      seeded(1, "a"),
    );
    expect(precision).toEqual({ value: 0.75, interval: { lower: 0.75, upper: 0.75 } });
    expect(recall).toEqual({ value: 0.75, interval: { lower: 0.75, upper: 0.75 } });
  });

  it("do not call a stratum empty because no positive was drawn", () => {
    const { recall } = estimateRetrieval(
      [stratum("retrieved", 100, 50, 50), stratum("rest", 10_000, 100, 0)],
      seeded(1, "a"),
    );
    expect(recall!.value).toBe(1);
    expect(recall!.interval!.upper).toBe(1);
    expect(recall!.interval!.lower).toBeLessThan(0.5);
  });

  it("say nothing that the sample can't: a stratum without codes, a query without hits", () => {
    const uncoded = estimateRetrieval(
      [stratum("retrieved", 10, 10, 9), stratum("rest", 10, 0, 0)],
      seeded(1, "a"),
    );
    expect(uncoded.precision!.value).toBe(0.9);
    expect(uncoded.recall).toBeNull();
    expect(estimateRetrieval([stratum("rest", 10, 5, 0)], seeded(1, "a")).precision).toBeNull();
    expect(() => estimateRetrieval([stratum("rest", 10, 5, 6)], seeded(1, "a"))).toThrow(/found 6 of 5/);
  });
});

describe("coverage: 95 % intervals hold the true values of known corpora", () => {
  const corpora: {
    name: string;
    sizes: Record<"retrieved" | "near" | "rest", [size: number, positive: number, drawn: number]>;
  }[] = [
    { name: "usual", sizes: { retrieved: [900, 800, 60], near: [1500, 60, 60], rest: [6000, 20, 60] } },
    {
      name: "nothing missed",
      sizes: { retrieved: [300, 280, 60], near: [900, 0, 60], rest: [6000, 0, 60] },
    },
    {
      name: "poor query",
      sizes: { retrieved: [500, 200, 60], near: [2000, 400, 60], rest: [6000, 60, 60] },
    },
    { name: "small topic", sizes: { retrieved: [50, 45, 50], near: [200, 20, 60], rest: [8000, 4, 70] } },
  ];
  it.each(corpora)("$name", ({ sizes }) => {
    const random = seeded(7, "corpora");
    const names = Object.keys(sizes) as (keyof typeof sizes)[];
    const found = sizes.retrieved[1];
    const relevant = names.reduce((sum, name) => sum + sizes[name][1], 0);
    const truth = { precision: found / sizes.retrieved[0], recall: found / relevant };
    const held = { precision: 0, recall: 0 };
    const runs = 200;
    for (let run = 0; run < runs; run++) {
      const sample = names.map((name) => {
        const [size, positive, drawn] = sizes[name];
        const posts = shuffled(
          Array.from({ length: size }, (_, i) => i < positive),
          random,
        );
        return stratum(name, size, drawn, posts.slice(0, drawn).filter(Boolean).length);
      });
      const estimated = estimateRetrieval(sample, random, 400);
      for (const measure of ["precision", "recall"] as const) {
        const { lower, upper } = estimated[measure]!.interval!;
        if (lower <= truth[measure] && truth[measure] <= upper) held[measure] += 1;
      }
    }
    expect(held.precision / runs).toBeGreaterThan(0.9);
    expect(held.recall / runs).toBeGreaterThan(0.9);
  });
});

describe("draws", () => {
  const random = seeded(3, "draws");
  const moments = (draw: () => number, n = 20_000) => {
    const values = Array.from({ length: n }, draw);
    const mean = values.reduce((sum, value) => sum + value, 0) / n;
    return [mean, values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / n] as const;
  };

  it.each([0.5, 1, 3.7, 50])("gamma of shape %d has its mean and variance", (shape) => {
    const [mean, variance] = moments(() => drawGamma(shape, random));
    expect(Math.abs(mean / shape - 1)).toBeLessThan(0.04);
    expect(Math.abs(variance / shape - 1)).toBeLessThan(0.08);
  });

  it("beta(0.5, 9.5) has its mean", () => {
    expect(moments(() => drawBeta(0.5, 9.5, random))[0]).toBeCloseTo(0.05, 2);
  });

  it.each([
    [10, 0.3],
    [5000, 0.001],
    [5000, 0.4],
    [100, 0.97],
  ])("binomial of %d trials at %d has its mean and variance", (trials, p) => {
    const [mean, variance] = moments(() => drawBinomial(trials, p, random));
    expect(Math.abs(mean / (trials * p) - 1)).toBeLessThan(0.03);
    expect(Math.abs(variance / (trials * p * (1 - p)) - 1)).toBeLessThan(0.08);
  });

  it("quantile is type 7 (R's default): quantile(c(1, 2, 4, 8), .3) = 1.9", () => {
    expect(quantile([1, 2, 4, 8], 0.3)).toBeCloseTo(1.9, 12);
  });
});
