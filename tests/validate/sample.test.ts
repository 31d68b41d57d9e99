import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { parse } from "csv-parse/sync";
import { readSheet as readWorkbook } from "read-excel-file/universal";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seeded } from "../../loaders/random.ts";
import type { Concept } from "../../loaders/study/lexicons.ts";
import { sheetColumns } from "../../loaders/validate/coding-item.ts";
import { allocate, drawSample } from "../../loaders/validate/draw-sample.ts";
import { type Frame, readFrame, readShownPosts } from "../../loaders/validate/frame.ts";
import { netCaster, netOf } from "../../loaders/validate/near-words.ts";
import { questionsOf } from "../../loaders/validate/question.ts";
import { codingItems, makeSample } from "../../loaders/validate/sample.ts";
import { readSample, writeSample } from "../../loaders/validate/sample-files.ts";
import { conceptShares, type Stratum } from "../../loaders/validate/strata.ts";
import { studyNets } from "../../loaders/validate/study-nets.ts";

const topics: Concept[] = [
  { id: "water", title: { en: "Water" }, query: { ru: '"питьев* вод*" OR паводок*', kk: "тасқын*" } },
  { id: "roads", title: { en: "Roads" }, query: { ru: 'дорог* AND NOT title:"дорог* товар*"' } },
];

const nothing = { topics: [], barriers: [], programmes: [], disabilities: [], regions: [] };
const questions = questionsOf({ ...nothing, topics });

describe("the broad net", () => {
  it("looks for each word of a query by itself", () => {
    expect(netOf(topics[0]!)).toEqual(["паводок", "питьев", "тасқын"]);
    expect(netOf(topics[1]!)).toEqual(["дорог", "товар"]);
    expect(netOf({ query: { en: 'river* NEAR/3 flood* OR {2} "из-под*"' } })).toEqual(["flood", "river"]);
  });

  it("catches by beginnings, folded, in hashtags too", () => {
    const cast = netCaster(topics.map(netOf));
    expect(cast("ПИТЬЕВАЯ, но не та")).toEqual([0]);
    expect(cast("#дорогадомой и #Тасқын2022")).toEqual([0, 1]);
    expect(cast("вода")).toEqual([]);
  });
});

describe("drawing", () => {
  it("shares a sample out and gives what a small stratum lacks to the others", () => {
    expect(allocate({ retrieved: 1000, near: 1000, rest: 1000 }, 100, conceptShares)).toEqual({
      retrieved: 30,
      near: 30,
      rest: 40,
    });
    expect(allocate({ retrieved: 5, near: 1000, rest: 1000 }, 100, conceptShares)).toEqual({
      retrieved: 5,
      near: 41,
      rest: 54,
    });
    expect(allocate({ retrieved: 5, near: 0, rest: 3 }, 100, conceptShares)).toEqual({
      retrieved: 5,
      near: 0,
      rest: 3,
    });
    for (let total = 0; total < 60; total++) {
      const drawn = allocate({ retrieved: 7, near: 20, rest: 1000 }, total, conceptShares);
      expect(Object.values(drawn).reduce((sum, posts) => sum + posts, 0)).toBe(total);
    }
  });

  it("draws each post of a stratum as often as its probability says, in an order that tells nothing", () => {
    const frame = Array.from({ length: 60 }, (_, i) => (i < 10 ? "retrieved" : i < 30 ? "near" : "rest"));
    const times = new Array<number>(60).fill(0);
    const firsts = { retrieved: 0, near: 0, rest: 0 };
    const random = seeded(5, "often");
    for (let run = 0; run < 4000; run++) {
      const drawn = drawSample(frame, 20, random, conceptShares);
      expect(new Set(drawn.map(({ post }) => post)).size).toBe(20);
      for (const { post } of drawn) times[post]! += 1;
      firsts[drawn[0]!.stratum as keyof typeof firsts] += 1;
    }
    const expected = { retrieved: 6 / 10, near: 6 / 20, rest: 8 / 30 };
    times.forEach((count, post) => {
      expect(Math.abs(count / 4000 - expected[frame[post]!])).toBeLessThan(0.035);
    });
    expect(firsts.retrieved / 4000).toBeCloseTo(0.3, 1);
    expect(firsts.rest / 4000).toBeCloseTo(0.4, 1);
  });
});

describe("a sample of a corpus", () => {
  let folder: string;
  let frame: Frame;
  const files = () => ({
    posts: join(folder, "posts.parquet"),
    annotations: join(folder, "annotations.parquet"),
    spill: join(folder, "spill.tmp"),
  });

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "sample-"));
    const instance = await DuckDBInstance.create(":memory:");
    const connection = await instance.connect();
    await connection.run(`copy (
      select printf('%016x', i) as post_id, date '2022-03-01' as local_date, 'ru' as language, 'cyrillic' as script,
        case when i % 2 = 0 then '=Заголовок; ' || i end as title,
        case when i < 50 then 'питьевая вода' when i < 150 then 'питьевой режим' else 'погода' end
          || chr(10) || '"' || i as text
      from range(1000) t(i)) to '${files().posts}' (format parquet)`);
    await connection.run(`copy (
      select printf('%016x', i) as post_id, case when i < 50 then ['water'] else [] end as topics,
        case when i % 10 = 0 then 'girls' else 'none' end as gender,
        case when i % 10 < 3 then 'XX-1' end as place_focus,
        case when i % 10 < 2 then 'text' when i % 10 = 2 then 'organisation' else 'none' end as place_source
      from range(1000) t(i)) to '${files().annotations}' (format parquet)`);
    connection.closeSync();
    instance.closeSync();
    frame = await readFrame(files(), questions);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("has each post in one stratum of each topic", () => {
    const count = (topic: string, stratum: Stratum) =>
      frame.strata.get(topic)!.filter((one) => one === stratum).length;
    expect([
      count("topics/water", "retrieved"),
      count("topics/water", "near"),
      count("topics/water", "rest"),
    ]).toEqual([50, 100, 850]);
    expect(count("topics/roads", "rest")).toBe(1000);
  });

  it("is the study's own query where it gives one", async () => {
    const cast = studyNets([[], ["питьев* NEAR/3 режим*", "ауыз*"], ["погода"]]);
    expect(cast({ text: "Питьевой режим в школе" })).toEqual([1]);
    expect(cast({ title: "Ауыз су", text: "и погода" })).toEqual([1, 2]);
    expect(cast({ text: "питьевая вода" })).toEqual([]);
    const water = { ...topics[0]!, net: { ru: "погода AND NOT питьев*" } };
    const [question] = questionsOf({ ...nothing, topics: [water] });
    expect(question!.definition).toBe(questions[0]!.definition);
    const { strata } = await readFrame(files(), [question!]);
    const count = (name: string) => strata.get("topics/water")!.filter((one) => one === name).length;
    expect([count("retrieved"), count("near"), count("rest")]).toEqual([50, 850, 100]);
  });

  it("takes the machine's own answer as the stratum, and does not ask of a region that a register gave", async () => {
    const region = (id: string) => ({
      id,
      name: { en: id },
      type: "region" as const,
      mapUnit: "one",
      population: [],
      populationSource: "none",
      patterns: ["питьев*"],
    });
    const asked = questionsOf({
      ...nothing,
      regions: [region("XX-1"), region("XX-2")],
      gender: { boys: { words: { ru: ["погода"] }, except: {} }, girls: { words: {}, except: {} } },
    });
    const { strata } = await readFrame(files(), asked);
    const counts = (id: string) => {
      const all: Record<string, number> = {};
      for (const stratum of strata.get(id)!) all[String(stratum)] = (all[String(stratum)] ?? 0) + 1;
      return all;
    };
    expect(counts("gender")).toEqual({ girls: 100, near: 765, rest: 135 });
    expect(counts("places")).toEqual({ "XX-1": 200, null: 100, near: 105, rest: 595 });
    const { key } = makeSample({ postIds: frame.postIds, strata }, asked, { size: 60, seed: 1 });
    const drawn = (id: string) => key.filter(({ question }) => question === id).length;
    expect([drawn("gender"), drawn("places")]).toEqual([120, 90]);
  });

  it("is written blind, in the same bytes for the same seed, and its key read back", async () => {
    const sample = makeSample(frame, questions, { size: 60, seed: 4 });
    expect(makeSample(frame, questions, { size: 60, seed: 4 })).toEqual(sample);
    expect(makeSample(frame, questions, { size: 60, seed: 5 }).id).not.toBe(sample.id);
    const alone = makeSample(frame, questions.slice(1), { size: 60, seed: 4 });
    expect(alone.key.map(({ post_id }) => post_id)).toEqual(
      sample.key.filter(({ question }) => question === "topics/roads").map(({ post_id }) => post_id),
    );

    const posts = await readShownPosts(
      files(),
      sample.key.map(({ post_id }) => post_id),
    );
    const items = codingItems(sample, posts);
    await writeSample(folder, sample, items, questions, "en");
    const before = readFileSync(join(folder, "sheet.csv"));
    await writeSample(folder, sample, items, questions, "en");
    expect(readFileSync(join(folder, "sheet.csv")).equals(before)).toBe(true);
    expect(await readSample(folder)).toEqual(sample);

    const workbook = readFileSync(join(folder, "sheet.xlsx"));
    const [header, ...cells] = await readWorkbook(new Blob([new Uint8Array(workbook)]), { trim: false });
    expect(header).toEqual([...sheetColumns]);
    expect(cells.map((row) => [row[0], row[6] ?? "", row[7]])).toEqual(
      items.map(({ item, title, text }) => [item, title, text]),
    );

    const sheet = before.toString("utf8");
    expect(
      sheet.startsWith("\uFEFFitem,question,question_title,answers,date,language,title,text,code,note\r\n"),
    ).toBe(true);
    const rows = parse(sheet, { columns: true, bom: true }) as Record<string, string>[];
    expect(rows).toHaveLength(120);
    for (const row of rows) {
      expect(row.title!.startsWith("=")).toBe(false);
      expect(row.code).toBe("");
    }
    for (const file of ["sheet.csv", "desk.html"]) {
      const text = readFileSync(join(folder, file), "utf8");
      expect(text).not.toMatch(/retrieved|stratum|probability/);
      for (const { post_id } of sample.key) expect(text).not.toContain(post_id);
    }
    const weights = sample.key
      .filter(({ question }) => question === "topics/water")
      .map(({ weight }) => weight);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1000, 6);
  });
});
