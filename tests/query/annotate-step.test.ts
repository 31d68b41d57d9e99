import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { expect, it, onTestFinished } from "vitest";
import { annotate } from "../../loaders/annotate/annotate.ts";
import type { AnnotationStudy } from "../../loaders/annotate/post-annotator.ts";
import { writeParquet } from "../../loaders/parquet/write.ts";
import { posts } from "../../loaders/tables.ts";

interface Row {
  title?: string;
  text: string;
  language?: string;
  script?: string;
  platform?: string;
  outlet?: string;
}

/** Topics that between them use every operator, in two languages. */
const queries: Record<string, Record<string, string>> = {
  boolean: { ru: "(школ* OR лицей) AND дет* NOT взросл*", kk: "мекте* AND бала* NOT ересек*" },
  near: { ru: '"особ* дет*" NEAR/2 школ*', kk: "ерекше NEAR/1 бала*" },
  ordered: { ru: "дет* ONEAR/1 школ*", kk: "бала* ONEAR/1 мекте*" },
  counted: { ru: "школ* {3}", kk: "мекте* {2,3}" },
  title: { ru: "title:(школ* NOT дет*)", kk: "title:мекте*" },
  ingress: { ru: "ingress:школ*" },
  country: { ru: "школ* AND country:kz", kk: "мекте* NOT country:kz" },
  tag: { ru: "#аутизм", kk: "hashtag:(ерекше_бала OR мекте*)" },
  cased: { ru: "caseSensitive:(РАС)" },
  site: { ru: "школ* AND site:*.kz", kk: "мекте* AND socialType:telegram" },
  language: { ru: "школ* AND language:kk" },
};

const rows: Record<string, Row> = {
  all: { text: "Дети идут в школу", outlet: "tengrinews.kz" },
  adults: { text: "Дети и взрослые идут в школу" },
  near: { text: "Особые дети и обычная школа" },
  far: { text: "Особые дети и ещё одна школа" },
  order: { text: "Школа, дети" },
  thrice: { title: "Школа", text: "Школы и школьники" },
  heading: { title: "Школа закрыта", text: "Подробности" },
  below: { text: "Сначала о погоде.\n\nПотом о школе" },
  tagged: { text: "Новость #аутизм" },
  spectrum: { text: "У ребёнка РАС" },
  race: { text: "Равенство рас" },
  kk: { text: "Балалар мектепте, ерекше балалар", language: "kk", platform: "telegram" },
  kkAdults: { text: "Мектепте балалар мен ересектер", language: "kk" },
  // The words of a hashtag are words too.
  kkTag: { text: "Жаңалық #Ерекше_Бала", language: "kk" },
  kkTagWild: { text: "Жаңалық #мектептер", language: "kk" },
  kkTwice: { title: "Мектеп", text: "Мектептер", language: "kk" },
  kkFour: { text: "Мектеп мектеп мектеп мектеп", language: "kk" },
  kkLatin: { text: "Balalar mektepte", language: "kk", script: "latin" },
  ruLatin: { text: "Balalar mektepte", script: "latin" },
  kkRussian: { text: "Қазақша: школа", language: "kk" },
  none: { text: "👍 https://t.me/kanal/1 @shkola_kz" },
};

const expected: Record<string, string[]> = {
  all: ["boolean", "ingress", "site"],
  adults: ["ingress"],
  near: ["boolean", "near", "ingress"],
  far: ["boolean", "ingress"],
  order: ["boolean", "ingress"],
  thrice: ["counted", "title", "ingress"],
  heading: ["title"],
  below: [],
  tagged: ["tag"],
  spectrum: ["cased"],
  race: [],
  kk: ["boolean", "near", "ordered", "country", "site"],
  kkAdults: ["country"],
  kkTag: ["near", "tag"],
  kkTagWild: ["country", "tag"],
  kkTwice: ["counted", "title", "country"],
  kkFour: ["country"],
  kkLatin: ["boolean", "ordered", "country"],
  ruLatin: [],
  kkRussian: ["ingress", "language"],
  none: [],
};

const study: AnnotationStudy = {
  topics: Object.entries(queries).map(([id, query]) => ({ id, title: { en: id }, query })),
  barriers: [],
  programmes: [],
  disabilities: [],
  regions: [],
  organisations: [],
};

it("queries of every kind go from a file of posts to a file of annotations, in both languages", async () => {
  const folder = mkdtempSync(join(tmpdir(), "queries-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const names = Object.keys(rows);
  await writeParquet(
    join(folder, "posts.parquet"),
    posts.columns,
    Object.values(rows).map((row, index) => {
      const cells: Record<string, unknown> = {
        post_id: index.toString(16).padStart(16, "0"),
        story_id: index.toString(16).padStart(16, "0"),
        corpus: "public",
        scope: "general",
        source_id: "p:0",
        published_at: 0,
        local_date: 0,
        script: row.script ?? "cyrillic",
        language_confidence: 1,
        switching: 0,
        capture: "a.csv#1",
        parser: "table/1",
        language: row.language ?? "ru",
        platform: row.platform ?? "news",
        outlet: row.outlet ?? null,
        title: row.title ?? null,
        text: row.text,
      };
      return posts.columns.map(({ name }) => (cells[name] ?? null) as never);
    }),
  );
  const outputs = {
    annotations: join(folder, "a.parquet"),
    terms: join(folder, "t.parquet"),
    lemmas: join(folder, "l.parquet"),
  };
  await annotate({ posts: join(folder, "posts.parquet"), study, outputs });

  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  const read = await connection.runAndReadAll(
    `select post_id, topics from '${outputs.annotations}' order by post_id`,
  );
  const found = read.getRowObjectsJson() as unknown as { post_id: string; topics: string[] }[];
  connection.closeSync();
  instance.closeSync();
  expect(Object.fromEntries(found.map(({ topics }, index) => [names[index], topics]))).toEqual(expected);
});
