import { beforeAll, describe, expect, it } from "vitest";
import {
  barrierWeights,
  disabilityWeights,
  generalTopics,
  inclusiveTopics,
  organisationPlatforms,
  publicPlatforms,
  targets,
} from "../../loaders/demo/calibration.ts";
import { organisations } from "../../loaders/demo/organisations.ts";
import { places, residents } from "../../loaders/demo/regions.ts";
import type { TruthRow } from "../../loaders/demo/truth.ts";
import { readTruth } from "./truth-table.ts";

let rows: TruthRow[] = [];
beforeAll(async () => {
  rows = await readTruth("tests/truth/demo.parquet");
});

const share = (part: number, whole: number): number => part / whole;
function count<T>(list: readonly T[], keys: (one: T) => readonly string[]): Record<string, number> {
  const out: Record<string, number> = {};
  for (const one of list) for (const key of keys(one)) out[key] = (out[key] ?? 0) + 1;
  return out;
}

describe("the truth about the demo corpus", () => {
  it("has a row a record: 24,000 public and 6,000 of organisations, half of the public ones general", () => {
    const publicRows = rows.filter((row) => row.corpus === "public");
    expect(publicRows).toHaveLength(targets.publicPosts);
    expect(rows.length - publicRows.length).toBe(targets.organisationPosts);
    expect(publicRows.filter((row) => row.scope === "general")).toHaveLength(
      targets.publicPosts * targets.generalShare,
    );
    const ids = rows.filter((row) => row.native_id !== "").map((row) => `${row.platform} ${row.native_id}`);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("has a day for each record, in the window where it says so, and the growth between like months", () => {
    for (const { day, in_window } of rows) {
      expect(day >= targets.window.from && day <= targets.window.to, day).toBe(in_window);
    }
    const months = (year: string) =>
      rows.filter(({ day, in_window }) => in_window && day >= `${year}-02` && day < `${year}-06`).length;
    // The days that both years have are 365 days apart: the line grows by its share of the window between them.
    const middle = (31 + 151) / 2 / 515;
    const grown = (at: number) => 1 + targets.growth * at;
    expect(months("2023") / months("2022")).toBeCloseTo(grown(middle + 365 / 515) / grown(middle), 1);
  });

  it("has the platform mix of each corpus", () => {
    for (const [corpus, mix] of [
      ["public", publicPlatforms],
      ["organisations", organisationPlatforms],
    ] as const) {
      const mine = rows.filter((row) => row.corpus === corpus);
      const found = count(mine, (row) => [row.platform]);
      for (const [platform, expected] of Object.entries(mix)) {
        expect(Math.abs(share(found[platform]!, mine.length) - expected), platform).toBeLessThan(0.01);
      }
    }
  });

  it.each(["general", "inclusive"] as const)("names boys and girls as published, %s scope", (scope) => {
    for (const mine of [
      rows.filter((row) => row.corpus === "public" && row.scope === scope),
      rows.filter((row) => row.corpus === "public" && row.scope === scope && row.copy_of === null),
    ]) {
      const found = count(mine, (row) => [row.gender]);
      expect(Math.abs(share(found.boys!, found.boys! + found.girls!) - targets.boys[scope])).toBeLessThan(
        0.015,
      );
      expect(share(mine.length - found.none!, mine.length)).toBeCloseTo(targets.genderNamed, 1);
      expect(share(found.both!, mine.length - found.none!)).toBeLessThan(0.08);
    }
  });

  it("has rates per 1,000 residents from about 0.01 to about 0.4, Astana first, Almaty second", () => {
    const stories = rows.filter(
      (row) =>
        row.corpus === "public" &&
        row.scope === "inclusive" &&
        row.copy_of === null &&
        row.in_window &&
        !row.broken,
    );
    const found = count(stories, (row) => (row.region ? [row.region] : []));
    const rates = places
      .map((place) => ({ id: place.id, rate: (1000 * (found[place.id] ?? 0)) / residents(place) }))
      .sort((a, b) => b.rate - a.rate);
    expect(rates[0]!.id).toBe(targets.topRate.region);
    expect(rates[0]!.rate).toBeGreaterThanOrEqual(targets.topRate.low);
    expect(rates[0]!.rate).toBeLessThanOrEqual(targets.topRate.high);
    expect(rates[1]!.id).toBe(targets.secondRate.region);
    expect(rates[1]!.rate).toBeGreaterThanOrEqual(targets.secondRate.low);
    expect(rates[2]!.rate).toBeLessThan(0.2);
    expect(rates.at(-1)!.rate).toBeGreaterThan(0.005);
    expect(rates.at(-1)!.rate).toBeLessThan(0.02);
    expect(share(stories.filter((row) => row.region).length, stories.length)).toBeLessThan(0.35);
  });

  it("has copies, broken records, other languages and posts outside the window", () => {
    const publicRows = rows.filter((row) => row.corpus === "public");
    const copies = publicRows.filter((row) => row.copy_of !== null);
    expect(share(copies.length, publicRows.length)).toBeGreaterThan(0.08);
    expect(share(copies.length, publicRows.length)).toBeLessThan(0.12);
    const byId = new Map(publicRows.map((row) => [row.native_id, row]));
    for (const copy of copies) {
      const original = byId.get(copy.copy_of!)!;
      expect(copy.day >= original.day).toBe(true);
      expect([copy.topics, copy.region, copy.gender, copy.in_window]).toEqual([
        original.topics,
        original.region,
        original.gender,
        original.in_window,
      ]);
    }
    expect(share(rows.filter((row) => !row.in_window).length, rows.length)).toBeLessThan(0.015);
    expect(share(rows.filter((row) => !row.in_window).length, rows.length)).toBeGreaterThan(0.007);
    expect(share(rows.filter((row) => row.language === "other").length, rows.length)).toBeCloseTo(
      targets.otherLanguages,
      2,
    );
    expect(rows.filter((row) => row.broken).length).toBeGreaterThan(40);
    expect(rows.filter((row) => row.broken).length).toBeLessThan(100);
    const languages = count(rows, (row) => [row.language]);
    expect(share(languages.ru!, rows.length)).toBeCloseTo(0.65, 1);
    expect(share(languages.kk!, rows.length)).toBeCloseTo(0.31, 1);
  });

  it("names only the documented topics, barriers, programmes and disabilities", () => {
    const ids = (key: "topics" | "barriers" | "programmes" | "disabilities", scope?: string): string[] =>
      Object.keys(
        count(
          rows.filter((row) => !scope || row.scope === scope),
          (row) => row[key],
        ),
      ).sort();
    expect(ids("topics", "general")).toEqual(Object.keys(generalTopics).sort());
    expect(ids("topics", "inclusive")).toEqual(Object.keys(inclusiveTopics).sort());
    expect(ids("barriers")).toEqual(Object.keys(barrierWeights).sort());
    expect(ids("disabilities")).toEqual(Object.keys(disabilityWeights).sort());
    expect(ids("programmes")).toEqual(["comfort-school", "educated-nation"]);
    const inclusive = rows.filter((row) => row.corpus === "public" && row.scope === "inclusive");
    expect(share(inclusive.filter((row) => row.barriers.length > 0).length, inclusive.length)).toBeCloseTo(
      targets.barriers,
      1,
    );
  });

  it("has autism, cerebral palsy and the national test at the head of the hashtags", () => {
    const found = count(
      rows.filter((row) => row.corpus === "public"),
      (row) => row.hashtags,
    );
    const head = Object.entries(found)
      .sort(([, a], [, b]) => b - a)
      .slice(0, 3)
      .map(([tag]) => tag);
    expect(head.sort()).toEqual(["аутизм", "дцп", "ент"]);
    expect(found.ұбт).toBeGreaterThan(40);
    for (const variant of ["аутизмказахстан", "аутизмқазақстан", "дцпнеприговор", "ент2023"]) {
      expect(found[variant], variant).toBeGreaterThan(0);
    }
  });
});

describe("the register", () => {
  it("has about 30 organisations, plainly made up, each with an account and a region of the list", () => {
    expect(organisations).toHaveLength(30);
    expect(new Set(organisations.map((one) => one.id)).size).toBe(30);
    const regions = new Set(places.map((place) => place.id));
    for (const one of organisations) {
      expect(one.telegram || one.instagram || one.website, one.id).not.toBe("");
      for (const handle of [one.telegram, one.instagram]) expect(handle).toMatch(/^(?:demo_[a-z_]+)?$/);
      if (one.website) expect(new URL(one.website).host).toMatch(/\.example$/);
      expect(one.region === "" || regions.has(one.region), one.id).toBe(true);
    }
  });
});
