import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { parse } from "csv-parse/sync";
import { readSheet as readWorkbook } from "read-excel-file/universal";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Concept } from "../../loaders/study/types.ts";
import { sheetColumns } from "../../loaders/validate/coding-item.ts";
import { allocate, drawSample } from "../../loaders/validate/draw-sample.ts";
import { type Frame, readFrame, readShownPosts } from "../../loaders/validate/frame.ts";
import { netCaster, netOf } from "../../loaders/validate/near-words.ts";
import { seeded } from "../../loaders/validate/random.ts";
import { codingItems, makeSample } from "../../loaders/validate/sample.ts";
import { readSample, writeSample } from "../../loaders/validate/sample-files.ts";
import type { Stratum } from "../../loaders/validate/strata.ts";

const topics: Concept[] = [
  { id: "water", title: { en: "Water" }, query: { ru: '"питьев* вод*" OR паводок*', kk: "тасқын*" } },
  { id: "roads", title: { en: "Roads" }, query: { ru: 'дорог* AND NOT title:"дорог* товар*"' } },
];

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
    expect(allocate({ retrieved: 1000, near: 1000, rest: 1000 }, 100)).toEqual({
      retrieved: 30,
      near: 30,
      rest: 40,
    });
    expect(allocate({ retrieved: 5, near: 1000, rest: 1000 }, 100)).toEqual({
      retrieved: 5,
      near: 41,
      rest: 54,
    });
    expect(allocate({ retrieved: 5, near: 0, rest: 3 }, 100)).toEqual({ retrieved: 5, near: 0, rest: 3 });
    for (let total = 0; total < 60; total++) {
      const { retrieved, near, rest } = allocate({ retrieved: 7, near: 20, rest: 1000 }, total);
      expect(retrieved + near + rest).toBe(total);
    }
  });

  it("draws each post of a stratum as often as its probability says, in an order that tells nothing", () => {
    const frame: Stratum[] = Array.from({ length: 60 }, (_, i) =>
      i < 10 ? "retrieved" : i < 30 ? "near" : "rest",
    );
    const times = new Array<number>(60).fill(0);
    const firsts: Record<Stratum, number> = { retrieved: 0, near: 0, rest: 0 };
    const random = seeded(5, "often");
    for (let run = 0; run < 4000; run++) {
      const drawn = drawSample(frame, 20, random);
      expect(new Set(drawn.map(({ post }) => post)).size).toBe(20);
      for (const { post } of drawn) times[post]! += 1;
      firsts[drawn[0]!.stratum] += 1;
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
      select printf('%016x', i) as post_id, date '2022-03-01' as local_date, 'ru' as language,
        case when i % 2 = 0 then '=Заголовок; ' || i end as title,
        case when i < 50 then 'питьевая вода' when i < 150 then 'питьевой режим' else 'погода' end
          || chr(10) || '"' || i as text
      from range(1000) t(i)) to '${files().posts}' (format parquet)`);
    await connection.run(`copy (
      select printf('%016x', i) as post_id, case when i < 50 then ['water'] else [] end as topics
      from range(1000) t(i)) to '${files().annotations}' (format parquet)`);
    connection.closeSync();
    instance.closeSync();
    frame = await readFrame(files(), topics);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("has each post in one stratum of each topic", () => {
    const count = (topic: string, stratum: Stratum) =>
      frame.strata.get(topic)!.filter((one) => one === stratum).length;
    expect([count("water", "retrieved"), count("water", "near"), count("water", "rest")]).toEqual([
      50, 100, 850,
    ]);
    expect(count("roads", "rest")).toBe(1000);
  });

  it("is written blind, in the same bytes for the same seed, and its key read back", async () => {
    const sample = makeSample(frame, topics, { size: 60, seed: 4 });
    expect(makeSample(frame, topics, { size: 60, seed: 4 })).toEqual(sample);
    expect(makeSample(frame, topics, { size: 60, seed: 5 }).id).not.toBe(sample.id);
    const alone = makeSample(frame, topics.slice(1), { size: 60, seed: 4 });
    expect(alone.key.map(({ post_id }) => post_id)).toEqual(
      sample.key.filter(({ topic }) => topic === "roads").map(({ post_id }) => post_id),
    );

    const posts = await readShownPosts(
      files(),
      sample.key.map(({ post_id }) => post_id),
    );
    const items = codingItems(sample, posts);
    await writeSample(folder, sample, items, topics, "en");
    const before = readFileSync(join(folder, "sheet.csv"));
    await writeSample(folder, sample, items, topics, "en");
    expect(readFileSync(join(folder, "sheet.csv")).equals(before)).toBe(true);
    expect(await readSample(folder)).toEqual(sample);

    const workbook = readFileSync(join(folder, "sheet.xlsx"));
    const [header, ...cells] = await readWorkbook(new Blob([new Uint8Array(workbook)]), { trim: false });
    expect(header).toEqual([...sheetColumns]);
    expect(cells.map((row) => [row[0], row[5] ?? "", row[6]])).toEqual(
      items.map(({ item, title, text }) => [item, title, text]),
    );

    const sheet = before.toString("utf8");
    expect(sheet.startsWith("\uFEFFitem,topic,topic_title,date,language,title,text,code,note\r\n")).toBe(
      true,
    );
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
    const weights = sample.key.filter(({ topic }) => topic === "water").map(({ weight }) => weight);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1000, 6);
  });
});
