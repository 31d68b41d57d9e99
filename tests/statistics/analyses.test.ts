import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { beforeAll, describe, expect, it } from "vitest";
import lorenzBand from "../../loaders/statistics/estimators/lorenz-band.ts";
import { rowSet } from "../../loaders/statistics/row-set.ts";
import { registerFiles } from "../../loaders/statistics/steps.ts";
import { wilson } from "../../loaders/statistics/wilson.ts";
import { writeStudyTables } from "../../loaders/statistics/write-tables.ts";
import { ask, count, type Row, rowsOf, where } from "./counted-sample.ts";
import { sampleStudy, writeSample } from "./sample.ts";

let sample: Record<string, string>;
let register: Record<string, string>;
let counted: Record<string, string>;
beforeAll(async () => {
  sample = await writeSample();
  register = Object.fromEntries(Object.keys(registerFiles("")).map((name) => [name, sample[name]!]));
  counted = await count(sample, [
    "stories_by_platform",
    "platform_shares",
    "stories_by_sex",
    "stories_by_sex_language",
    "stories_by_sex_topic",
    "stories_by_topic",
    "stories_by_topic_pair",
    "stories_by_topic_map_unit",
    "stories_by_map_unit",
    "lorenz_band_by_map_unit",
  ]);
});

/** Writes a Parquet file of the rows of a statement. */
async function parquet(name: string, sql: string): Promise<string> {
  const file = join(mkdtempSync(join(tmpdir(), "tyndau-rows-")), `${name}.parquet`);
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run(`copy (${sql}) to '${file}' (format parquet)`);
  connection.closeSync();
  instance.closeSync();
  return file;
}

describe("platforms' market shares", () => {
  it("stand beside the corpora where the study gives them, and nowhere else", async () => {
    const without = await ask("findings/volume/platform", { ...register, ...counted });
    expect(where(without, { corpus: "market" })).toEqual([]);
    const platforms = sampleStudy.platforms.map((one) =>
      one.id === "news" ? one : { ...one, market_share: { value: 0.37, source: "statcounter" } },
    );
    const files = Object.fromEntries(
      Object.keys(registerFiles("")).map((name) => [
        name,
        join(mkdtempSync(join(tmpdir(), "tyndau-market-")), name),
      ]),
    );
    await writeStudyTables({ ...sampleStudy, platforms }, files);
    const given = await ask("findings/volume/platform", {
      ...register,
      platforms: files.platforms!,
      ...counted,
    });
    expect(where(given, { corpus: "market" })).toMatchObject([
      { platform: "telegram", share: 0.37, stories: null, of: null, low: null },
    ]);
    expect(where(given, { corpus: "public" })).toEqual(where(without, { corpus: "public" }));
  });
});

describe("shares of stories that name a disability", () => {
  it("have limits over sources: wide where few sources say it all, none of one source", async () => {
    // 90 stories of the public; the eleven that name it are those of one of nine sources.
    const source =
      "case when corpus = 'public' then 'p:' || (('0x' || story_id)::integer // 2 % 9) else source_id end";
    const posts = await parquet("posts", `select * replace (${source} as source_id) from '${sample.posts}'`);
    const annotations = await parquet(
      "annotations",
      `select own.* replace (case when posts.source_id in ('p:1', 'help') then ['autism'] else [] end::varchar[] as disabilities)
       from '${sample.annotations}' as own join '${posts}' as posts using (post_id)`,
    );
    const made = await count({ ...sample, posts, annotations }, ["disability_shares"]);
    const rows = await rowsOf(made.disability_shares!);
    const [all] = where(rows, { corpus: "organisations" });
    expect(all).toMatchObject({ disability: "autism", share: 1, clusters: 1, low: null, high: null });
    const [one] = where(rows, { corpus: "public" });
    expect(one).toMatchObject({ disability: "autism", stories: 11, of: 90, clusters: 9 });
    // None of nine sources drawn is that one in (8/9)^9 = 35 % of draws.
    expect(one!.low).toBe(0);
    expect(Number(one!.high)).toBeGreaterThan(wilson(11, 90)!.upper);
  });
});

describe("boys, girls or both", () => {
  // Of eight stories one names girls, three boys, one both; every fourth story is the organisations' and names none.
  it("are shares of all that name any sex, which sum to one in each part", async () => {
    const rows = await ask("findings/gender/part_named", { ...register, ...counted });
    const both = where(rows, { part: "public", sex: "both" });
    expect(both).toMatchObject([{ stories: 15, of: 75, share: 0.2 }]);
    expect(both[0]!.low).toBeCloseTo(wilson(15, 75)!.lower, 14);
    for (const part of new Set(rows.map((row) => row.part))) {
      const sum = where(rows, { part }).reduce((total, row) => total + Number(row.share), 0);
      expect(sum).toBeCloseTo(1, 14);
    }
    expect(where(rows, { part: "ru", sex: "both" })).toMatchObject([{ stories: 15, of: 75 }]);
    expect(where(rows, { part: "organisations" }).map(({ stories }) => stories)).toEqual([]);
  });

  it("stand by topic too, a story in each of its topics", async () => {
    const rows = await ask("findings/gender/topic_named", { ...register, ...counted });
    for (const topic of new Set(rows.map((row) => row.topic))) {
      const [first] = where(rows, { topic });
      const stories = where(rows, { topic }).reduce((total, row) => total + Number(row.stories), 0);
      expect(stories).toBe(first!.of);
    }
    // Topic a is on even stories: of the public's, 2 and 6 of each eight, of which one names boys and one both.
    expect(where(rows, { topic: "a" }).map(({ sex, stories }) => [sex, stories])).toEqual([
      ["both", 15],
      ["boys", 15],
      ["girls", 0],
    ]);
  });
});

describe("both corpora", () => {
  it("have pairs of topics, each with its own totals", async () => {
    const rows = await ask("findings/topics/together", { ...register, ...counted });
    // Of the organisations' 30 stories, 0, 4, 8, …, all have topic a, and 0, 20, 40, … topic b as well.
    expect(where(rows, { corpus: "organisations", topic: "a", other_topic: "b" })).toMatchObject([
      { stories: 6, topic_stories: 30, other_stories: 6, of: 30, lift: 1 },
    ]);
    expect(where(rows, { corpus: "public", topic: "a", other_topic: "b" })).toMatchObject([
      { stories: 6, topic_stories: 30, other_stories: 18, of: 90, lift: 1 },
    ]);
    const closest = await ask("findings/topics/network_organisations", { ...register, ...counted });
    expect(closest).toMatchObject([{ topic: "a", other_topic: "b", stories: 6 }]);
  });

  it("have topics by region and rates", async () => {
    const rows = await ask("findings/topics/region", { ...register, ...counted });
    expect(where(rows, { corpus: "organisations", topic: "a", map_unit: "X-1" })).toMatchObject([
      { stories: 10, of: 10, share: 1 },
    ]);
    const rates = await ask("findings/spatial/organisations", { ...register, ...counted });
    expect(where(rates, { map_unit: "X-4" })).toMatchObject([{ stories: 0, rate: 0 }]);
    expect(where(rates, { map_unit: "X-2" })[0]!.rate).toBeCloseTo(10 / 81, 14);
  });
});

describe("the Lorenz curve's band", () => {
  it("holds what every draw of two sources gives", () => {
    // Drawn are AA (6 of a), AB and BA (3 of a, 1 of b), BB (2 of b): half the residents have 0, 1/4 or 0.
    const rows = rowSet({
      corpus: ["public", "public", "public", "public", "public", "public"],
      map_unit: ["a", "b", "a", "a", "a", "b"],
      population: Float64Array.from([1, 1, 1, 1, 1, 1]),
      source: Float64Array.from([Number.NaN, Number.NaN, 7, 7, 7, 9]),
    });
    const given = { groups: ["corpus"], unit: "map_unit", population: "population", cluster: "source" };
    expect(lorenzBand.estimate(rows, { ...given, replicates: 500, seed: 1 })).toEqual([
      { corpus: "public", map_unit: "b", things: 1, low: 0, high: 0.25 },
      { corpus: "public", map_unit: "a", things: 3, low: 1, high: 1 },
    ]);
  });

  it("lies about the curve, and ends where it ends", async () => {
    const rows = await ask("findings/spatial/lorenz", { ...register, ...counted });
    const drawn = rows.filter(({ low }) => low !== null);
    expect(drawn).toHaveLength(3);
    for (const { told, low, high } of drawn) {
      expect(Number(low)).toBeLessThanOrEqual(Number(told) + 1e-12);
      expect(Number(high)).toBeGreaterThanOrEqual(Number(told) - 1e-12);
    }
    expect(rows.at(-1)).toMatchObject({ told: 1, low: 1, high: 1 });
  });
});

describe("sources over time", () => {
  // Sources s1 and s2 of the public publish three times a month: s1 all year, s2 from April to October. s3 publishes
  // once a month from May on, too seldom to be followed. The organisation is there from February.
  const written = `
    select
      concat(source, '-', month, '-', part) as post_id,
      concat(source, '-', month, '-', part) as story_id,
      case source when 'help' then 'organisations' else 'public' end as corpus,
      case when source = 'help' or part > 0 then 'inclusive' else 'general' end as scope,
      'news' as platform,
      source as source_id,
      make_date(2022, month::integer, 5 + part::integer) as local_date
    from (values ('s1', 1, 12, 3), ('s2', 4, 10, 3), ('s3', 5, 12, 1), ('help', 2, 12, 1)) as source(source, first, last, posts)
    cross join range(1, 13) as month(month)
    cross join range(3) as part(part)
    where month between first and last and part < posts`;
  const year = { ...sampleStudy, window: { from: "2022-01-01", to: "2022-12-31" } };
  let tables: Record<string, string>;
  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), "tyndau-year-"));
    const files = Object.fromEntries(
      Object.keys(registerFiles("")).map((name) => [name, join(folder, name)]),
    );
    await writeStudyTables(year, files);
    const events =
      "select 'cut' as id, 'Cut' as title, date '2022-01-05' as first_day, date '2022-01-08' as last_day";
    tables = {
      ...files,
      garwood: sample.garwood!,
      posts: await parquet("posts", written),
      annotations: await parquet(
        "annotations",
        `select post_id, story_id, case when corpus = 'public' then []::varchar[] else ['a'] end as topics from (${written})`,
      ),
      events: await parquet("events", events),
    };
  });

  it("are marked where one that is followed starts or stops", async () => {
    const { source_changes_by_month: file } = await count(tables, ["source_changes_by_month"]);
    const changes = (await rowsOf(file!)).filter(({ sources }) => sources !== 0);
    expect(changes).toEqual([
      { corpus: "organisations", month: "2022-02-01", change: "start", sources: 1 },
      { corpus: "public", month: "2022-04-01", change: "start", sources: 1 },
      { corpus: "public", month: "2022-10-01", change: "stop", sources: 1 },
    ]);
  });

  it("weigh the same in the mean of sources, whatever else the corpus holds", async () => {
    const { volume_trend: file } = await count(tables, ["volume_trend"]);
    const [mean] = where(await rowsOf(file!), {
      corpus: "public",
      measure: "source",
      step: "month",
      basis: "all",
    });
    // s1 and s2 have a share of 2/3 in each month; s3, of 0, publishes in eight months of twelve.
    expect(mean!.periods).toBe(12);
    expect(mean!.stories).toBe(2 * (12 + 7));
    // Months 1-3: 2/3; 4: 2/3; 5-10: (2/3 + 2/3 + 0) / 3; 11-12: (2/3 + 0) / 2.
    expect(mean!.level).toBeCloseTo(4 / 9, 14);
  });

  it("have a trend on each platform with and without the event's month, of the same stories", async () => {
    const { platform_trend: file } = await count(tables, ["platform_trend"]);
    const rows: Row[] = where(await rowsOf(file!), { corpus: "public" });
    expect(rows.map(({ basis, periods }) => [basis, periods])).toEqual([
      ["all", 12],
      ["without-events", 11],
    ]);
    expect(new Set(rows.map(({ stories }) => stories)).size).toBe(1);
  });
});
