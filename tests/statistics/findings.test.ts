import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { beforeAll, describe, expect, it } from "vitest";
import { garwood } from "../../loaders/statistics/garwood.ts";
import { queries } from "../../loaders/statistics/queries.ts";
import { runQuery } from "../../loaders/statistics/run.ts";
import { wilson } from "../../loaders/statistics/wilson.ts";
import { countSample, writeSample } from "./sample.ts";

// The sample: 120 stories of two posts each on the inclusive queries, 30 on the general ones; every fourth
// inclusive story is the organisation's.
const results = new Map<string, Record<string, unknown>[]>();
beforeAll(async () => {
  const sample = await writeSample();
  const { posts: _, annotations: __, terms: ___, lemmas: ____, rejects: _____, ...register } = sample;
  const tables = { ...register, ...(await countSample(sample, "src")) };
  const folder = mkdtempSync(join(tmpdir(), "tyndau-findings-"));
  const connection = await (await DuckDBInstance.create()).connect();
  for (const { id, file } of queries("src").filter(({ id }) =>
    /^findings\/(topics|volume|spatial|gender)\//.test(id),
  )) {
    const output = join(folder, "result.parquet");
    const description = join(folder, "result.json");
    await runQuery({ id, file, tables, macros: "loaders/statistics/macros.sql", output, description });
    const result = await connection.runAndReadAll(`from '${output}'`);
    const rows = result.getRowObjectsJson() as Record<string, unknown>[];
    results.set(
      id.slice("findings/".length),
      rows.map((row) =>
        Object.fromEntries(Object.entries(row).map(([name, value]) => [name, number(value)])),
      ),
    );
  }
  // Each table and query has a DuckDB of its own.
}, 600_000);

function number(value: unknown): unknown {
  return typeof value === "string" && /^\d+$/.test(value) ? Number(value) : value;
}

function row(query: string, where: Record<string, unknown>): Record<string, unknown> {
  const rows = results
    .get(query)!
    .filter((one) => Object.entries(where).every(([key, value]) => one[key] === value));
  expect(rows).toHaveLength(1);
  return rows[0]!;
}

describe("topics", () => {
  it("counts a story once, in the month of its first post", () => {
    const volume = results.get("volume/volume")!;
    const sum = (corpus: string, column: string) =>
      volume.filter((one) => one.corpus === corpus).reduce((total, one) => total + Number(one[column]), 0);
    expect(volume).toHaveLength(2 * 4);
    expect([sum("public", "stories"), sum("public", "posts")]).toEqual([90, 180]);
    expect([sum("organisations", "stories"), sum("organisations", "posts")]).toEqual([30, 60]);
  });

  it("has a row for each corpus, topic and month, with zeros", () => {
    const months = results.get("topics/month")!;
    expect(months).toHaveLength(2 * 3 * 4);
    expect(row("topics/month", { corpus: "public", topic: "c", month: "2022-02-01" }).stories).toBe(0);
  });

  it("ranks topics by share of the corpus's stories, with Wilson's interval", () => {
    // Topic b is on every fifth story: 18 of the public's 90.
    const { lower, upper } = wilson(18, 90)!;
    const found = row("topics/ranking", { corpus: "public", topic: "b" });
    expect(found).toMatchObject({ stories: 18, posts: 36, of: 90, share: 0.2 });
    expect(found.low).toBeCloseTo(lower, 14);
    expect(found.high).toBeCloseTo(upper, 14);
    expect(results.get("topics/ranking")!.map((one) => one.topic)).toEqual(["a", "b", "c", "a", "b", "c"]);
  });

  it("lets a story on two platforms count on both", () => {
    expect(row("volume/platform", { corpus: "public", platform: "news" })).toMatchObject({
      stories: 90,
      posts: 120,
    });
    expect(row("volume/platform", { corpus: "public", platform: "telegram" }).share).toBeCloseTo(2 / 3, 15);
  });
});

describe("spatial", () => {
  it("gives each map unit a rate per 1,000 residents with exact Poisson limits, also where it is zero", () => {
    // A third of the public's 90 stories is about Southland, whose population is the mean of 80,000 and 82,000.
    const south = row("spatial/rate", { map_unit: "X-2" });
    expect(south).toMatchObject({ stories: 30, population: 81_000 });
    expect(south.rate).toBeCloseTo(30 / 81, 14);
    expect(south.low).toBeCloseTo(garwood(30).lower / 81, 14);
    expect(south.high).toBeCloseTo(garwood(30).upper / 81, 14);
    expect(row("spatial/rate", { map_unit: "X-4" })).toMatchObject({ stories: 0, rate: 0, low: 0 });
  });

  it("says how stories were located, the unlocated among them", () => {
    expect(row("spatial/located", { corpus: "public", place_source: "none" })).toMatchObject({
      stories: 30,
      of: 90,
    });
    const shares = results.get("spatial/located")!.filter((one) => one.corpus === "public");
    expect(shares.reduce((sum, one) => sum + Number(one.share), 0)).toBeCloseTo(1, 14);
  });
});

describe("gender", () => {
  it("divides stories that name exactly one sex", () => {
    // Of six public stories three name boys, one girls, one both and one none.
    expect(row("gender/share", { scope: "inclusive", sex: "boys" })).toMatchObject({
      stories: 45,
      of: 60,
      share: 0.75,
    });
    expect(row("gender/share", { scope: "inclusive", sex: "girls" })).toMatchObject({
      stories: 15,
      of: 60,
      share: 0.25,
    });
  });

  it("divides stories that name any sex", () => {
    expect(row("gender/named", { scope: "inclusive", sex: "both" })).toMatchObject({
      stories: 15,
      of: 75,
      share: 0.2,
      scope_stories: 90,
    });
  });

  it("gives girls' share by topic, without topics that name no sex", () => {
    expect(row("gender/topic", { topic: "a" })).toMatchObject({ boys: 15, girls: 0, of: 15, share: 0 });
    expect(results.get("gender/topic")!.map((one) => one.topic)).toEqual(["b", "a"]);
  });
});
