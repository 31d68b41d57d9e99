import { describe, expect, it } from "vitest";
import { seeded } from "../../loaders/random.ts";
import { effectiveSample } from "../../loaders/statistics/effective-sample.ts";
import concentration from "../../loaders/statistics/estimators/concentration-by-population.ts";
import corrected from "../../loaders/statistics/estimators/corrected-shares.ts";
import smoothed from "../../loaders/statistics/estimators/eb-rates.ts";
import growth from "../../loaders/statistics/estimators/like-months-by-choice.ts";
import local from "../../loaders/statistics/estimators/local-moran.ts";
import quotients from "../../loaders/statistics/estimators/location-quotients.ts";
import moran from "../../loaders/statistics/estimators/moran.ts";
import { drawDirichlet } from "../../loaders/statistics/methods/dirichlet.ts";
import { empiricalBayesRates } from "../../loaders/statistics/methods/empirical-bayes.ts";
import { roganGladen } from "../../loaders/statistics/methods/rogan-gladen.ts";
import { type RowSet, rowSet } from "../../loaders/statistics/row-set.ts";
import { wilson } from "../../loaders/statistics/wilson.ts";

/** The columns of a row set, by name. */
function columnsOf(rows: RowSet) {
  return Object.fromEntries(
    rows.names.map((name) => [name, rows.isNumeric(name) ? rows.numbers(name) : rows.texts(name)]),
  );
}

/** Six areas on a line; the three in the west have more. */
const line = ["a", "b", "c", "d", "e", "f"];
const stories = [90, 80, 85, 10, 12, 9];
const pairs = line.flatMap((unit, at) =>
  [line[at - 1], line[at + 1]].flatMap((other) => (other === undefined ? [] : [{ unit, at, other }])),
);
const areas = rowSet({
  map_unit: pairs.map(({ unit }) => unit),
  stories: Float64Array.from(pairs, ({ at }) => stories[at]!),
  population: Float64Array.from(pairs, () => 1000),
  neighbour: pairs.map(({ other }) => other),
});
const columns = { unit: "map_unit", count: "stories", population: "population" };
const chance = { ...columns, neighbour: "neighbour", draws: 9999, seed: 1 };

describe("estimators of areas", () => {
  it("smooth the rates as the method does, per 1,000", () => {
    const rows = smoothed.estimate(areas, columns);
    const expected = empiricalBayesRates(stories, [1000, 1000, 1000, 1000, 1000, 1000]);
    expect(rows.map((row) => row.smoothed)).toEqual(expected.map((rate) => 1000 * rate));
    expect(rows.map((row) => row.rate)).toEqual(stories);
  });

  it("find neighbours alike, the same each time", () => {
    const [row] = moran.estimate(areas, chance);
    expect(row).toEqual(moran.estimate(areas, chance)[0]);
    expect(row!.i).toBeGreaterThan(0.5);
    // Of the 20 ways to place three high areas on the line, the two that stand together at an end are the most alike.
    expect(row!.p).toBeGreaterThan(0.05);
    expect(row!.p).toBeLessThan(0.15);
  });

  it("say of each area what it and its neighbours are", () => {
    const rows = local.estimate(areas, chance);
    expect(rows.map(({ quadrant }) => quadrant).filter((_, at) => at !== 2 && at !== 3)).toEqual([
      "high-high",
      "high-high",
      "low-low",
      "low-low",
    ]);
    for (const { p, adjusted } of rows) expect(Number(adjusted)).toBeGreaterThanOrEqual(Number(p));
  });

  it("refuse a neighbour that is no area", () => {
    const rows = rowSet({
      map_unit: ["a"],
      stories: Float64Array.of(1),
      population: Float64Array.of(1),
      neighbour: ["z"],
    });
    expect(() => moran.estimate(rows, chance)).toThrow(
      'found the neighbour "z", expected an area of the rows',
    );
  });
});

describe("concentration", () => {
  const groups = { groups: ["rule"], unit: "unit", population: "people", part: "city", cluster: "source" };
  /** 30 things in a, 10 in b, none in c; as many residents each. */
  const places = [...Array(30).fill("a"), ...Array(10).fill("b"), "a", "b", "c"] as string[];
  const rows = rowSet({
    rule: places.map(() => "r"),
    unit: places,
    people: Float64Array.from(places, () => 1000),
    city: Float64Array.from(places, (place) => (place === "a" ? 1 : 0)),
    source: Float64Array.from(places, (_, at) => (at < 40 ? at : Number.NaN)),
  });

  it("counts areas without things, and gives each measure", () => {
    const found = concentration.estimate(rows, { ...groups, replicates: 500, seed: 1 });
    const value = Object.fromEntries(found.map(({ measure, estimate }) => [measure, estimate]));
    expect(value.top_rate).toBe(30);
    expect(value.top_to_median).toBe(3);
    expect(value.part_share).toBe(0.75);
    // Three equal areas with 0, 10 and 30: the curve's points are 0, 1/4 and 1.
    expect(value.gini).toBeCloseTo(0.5, 12);
    const part = found.find(({ measure }) => measure === "part_share")!;
    const exact = wilson(30, 40)!;
    expect(Number(part.low)).toBeCloseTo(exact.lower, 1);
    expect(Number(part.high)).toBeCloseTo(exact.upper, 1);
  });

  it("takes rows that stand for several things as it takes these one by one", () => {
    const shared = Float64Array.from(places, (_, at) => (at < 40 ? at % 6 : Number.NaN));
    const each = rowSet({ ...columnsOf(rows), source: shared });
    const first = new Map<string, number>();
    places.forEach((place, at) => {
      const name = `${place} ${shared[at]}`;
      if (!first.has(name)) first.set(name, at);
    });
    const kept = [...first.values()];
    const together = rowSet({
      rule: kept.map(() => "r"),
      unit: kept.map((at) => places[at]!),
      people: Float64Array.from(kept, () => 1000),
      city: Float64Array.from(kept, (at) => (places[at] === "a" ? 1 : 0)),
      source: Float64Array.from(kept, (at) => shared[at]!),
      stories: Float64Array.from(kept, (at) =>
        places.reduce(
          (sum, place, other) => sum + (place === places[at] && shared[other] === shared[at] ? 1 : 0),
          0,
        ),
      ),
    });
    const given = { ...groups, replicates: 500, seed: 1 };
    expect(kept.length).toBeLessThan(20);
    expect(concentration.estimate(together, { ...given, things: "stories" })).toEqual(
      concentration.estimate(each, given),
    );
  });
});

describe("location quotients", () => {
  it("are 1 with a p of 1 where shares are equal, and null where the topic is not", () => {
    const rows = rowSet({
      topic: ["t", "t"],
      map_unit: ["a", "b"],
      inside: Float64Array.of(10, 0),
      region: Float64Array.of(50, 20),
      topic_stories: Float64Array.of(20, 20),
      located: Float64Array.of(100, 100),
    });
    const [first, second] = quotients.estimate(rows, { keys: ["topic", "map_unit"] });
    expect(first).toMatchObject({ quotient: 1, p: 1, adjusted: 1 });
    expect(second).toMatchObject({ quotient: 0, low: null, p: null });
  });
});

describe("the same months under each choice", () => {
  it("keeps choices apart", () => {
    const rows = rowSet({
      span: ["x", "x", "y", "y"],
      earlier: Float64Array.of(10, 10, 5, 5),
      later: Float64Array.of(20, 20, 5, 5),
    });
    const found = growth.estimate(rows, { choices: ["span"] });
    expect(found.map(({ ratio }) => ratio)).toEqual([2, 1]);
  });
});

describe("corrected shares", () => {
  const given = {
    group: "scope",
    classes: ["yes", "no"],
    pair: ["yes", "no"] as [string, string],
    replicates: 4000,
    seed: 1,
  };
  const table = (effective: number) =>
    rowSet({
      scope: ["s", "s", null, null, null, null],
      kind: ["found", "found", "coded", "coded", "coded", "coded"],
      people: [null, null, "yes", "yes", "no", "no"],
      machine: ["yes", "no", "yes", "no", "yes", "no"],
      amount: Float64Array.of(300, 700, 0.9, 0.1, 0.05, 0.95),
      effective: Float64Array.of(Number.NaN, Number.NaN, effective, effective, effective, effective),
    });

  it("of two classes are Rogan and Gladen's, with an interval near Lang and Reiczigel's", () => {
    const [row] = corrected.estimate(table(200), given);
    const known = roganGladen({
      found: 300,
      all: 1000,
      truePositives: 180,
      positives: 200,
      trueNegatives: 190,
      negatives: 200,
    })!;
    expect(row!.raw).toBe(0.3);
    expect(Number(row!.corrected)).toBeCloseTo(known.share, 8);
    expect(Math.abs(Number(row!.low) - known.lower)).toBeLessThan(0.015);
    expect(Math.abs(Number(row!.high) - known.upper)).toBeLessThan(0.015);
  });

  it("are null where a cell is withheld", () => {
    const [row] = corrected.estimate(table(Number.NaN), given);
    expect(row).toMatchObject({ raw: 0.3, corrected: null, low: null, high: null });
  });
});

describe("what they draw on", () => {
  it("a Dirichlet draw has the distribution's mean and variance", () => {
    const random = seeded(1, "test");
    const draws = Array.from({ length: 20_000 }, () => drawDirichlet([0.5, 2, 7.5], random));
    const mean = draws.reduce((sum, [first]) => sum + first!, 0) / draws.length;
    const variance = draws.reduce((sum, [first]) => sum + (first! - mean) ** 2, 0) / draws.length;
    expect(mean).toBeCloseTo(0.05, 2);
    expect(variance / ((0.05 * 0.95) / 11)).toBeCloseTo(1, 1);
  });

  it("an effective sample has the interval's width", () => {
    const { lower, upper } = wilson(38, 40)!;
    expect(effectiveSample(38 / 40, lower, upper)).toBeCloseTo(40, 2);
    expect(effectiveSample(1, wilson(30, 30)!.lower, 1)).toBeCloseTo(30, 2);
  });
});
