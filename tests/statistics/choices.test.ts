import { beforeAll, describe, expect, it } from "vitest";
import { ask, count, type Row, rowsOf, where } from "./counted-sample.ts";
import { writeSample } from "./sample.ts";

// Of the sample's public stories on the inclusive queries, every third has topic a (30 of 90), every fifth b (18), 6
// have both. Each story is two posts; a third of the public's posts is in Telegram.
let rows: Row[];
let counted: Record<string, string>;
let sample: Record<string, string>;
beforeAll(async () => {
  sample = await writeSample();
  counted = await count(sample, ["shares_by_choice"]);
  rows = await rowsOf(counted.shares_by_choice!);
});

const topic = (concept: string, more: Row) =>
  where(rows, { family: "topic", concept, corpus: "public", span: "whole", ...more });

describe("shares by choice", () => {
  it("count stories once and posts each, of all or of those on any topic", () => {
    expect(topic("b", { mention: "any", counted: "stories" })).toMatchObject([
      { base: "all", hits: 18, of: 90 },
      { base: "themed", hits: 18, of: 30 + 18 - 6 },
    ]);
    expect(topic("b", { mention: "any", counted: "posts" })).toMatchObject([
      { base: "all", hits: 36, of: 180 },
      { base: "themed", hits: 36, of: 84 },
    ]);
  });

  it("ask for two different words of the queries", () => {
    // The second copy of every tenth story has another word beside the first copy's: 6 of the public's.
    expect(topic("b", { mention: "several", counted: "stories", base: "all" })).toMatchObject([{ hits: 6 }]);
    expect(topic("b", { mention: "several", counted: "posts", base: "all" })).toMatchObject([{ hits: 6 }]);
    expect(topic("a", { mention: "several", counted: "stories", base: "all" })).toMatchObject([{ hits: 0 }]);
  });

  it("give a story every platform that it is on, or its first post's alone", () => {
    const on = (mention: string) =>
      where(rows, { family: "platform", corpus: "public", counted: "stories", base: "all", mention }).map(
        ({ concept, hits }) => [concept, hits],
      );
    const all = new Map(on("any") as [string, number][]);
    const first = new Map(on("first") as [string, number][]);
    // Posts 0, 3, 6, … are in Telegram: of a story's two posts at most one, in a third of stories the first.
    expect([...all]).toEqual([
      ["news", 90],
      ["telegram", 60],
    ]);
    expect([...first.values()].reduce((sum, hits) => sum + hits, 0)).toBe(90);
    expect(first.get("telegram")).toBe(30);
  });

  it("have no rows without an event where the study has none", () => {
    expect(new Set(rows.map(({ span }) => span))).toEqual(new Set(["whole"]));
  });

  it("round counts down to a multiple of the threshold", async () => {
    const rounded = await rowsOf((await count(sample, ["shares_by_choice"], 4)).shares_by_choice!);
    const counts = rounded.flatMap(({ hits, of }) => [hits, of]).filter((value) => value !== null);
    expect(counts.filter((value) => Number(value) % 4 !== 0)).toEqual([]);
    expect(
      where(rounded, { concept: "b", corpus: "public", counted: "stories", mention: "any", base: "all" }),
    ).toMatchObject([{ hits: 16, of: 88 }]);
  });

  it("feed the figure of platforms, with Wilson's limits about each share", async () => {
    const found = await ask("methodology/robustness/platforms", counted);
    const news = where(found, { platform: "news", discussion: "public", counted: "stories" });
    expect(news).toMatchObject([{ hits: 90, of: 90, share: 1, high: 1 }]);
    expect(new Set(found.map((row) => row.counted))).toEqual(new Set(["first", "posts", "stories"]));
  });
});
