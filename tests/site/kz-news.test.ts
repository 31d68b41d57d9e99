import { readFileSync } from "node:fs";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { beforeAll, describe, expect, test } from "vitest";
import { postId } from "../../loaders/identity/post-id.ts";
import { missing, shared, realStudy as study } from "./build-studies.ts";

/** The preview page, read by hand: message, views as shown, UTC. */
const preview: readonly (readonly [id: number, views: number, at: string])[] = [
  [70989, 37_200, "2023-02-28 07:47:53"],
  [70990, 34_500, "2023-02-28 08:09:50"],
  [70992, 33_800, "2023-02-28 08:51:58"],
  [70995, 33_600, "2023-02-28 08:54:50"],
  [70996, 32_900, "2023-02-28 09:06:02"],
  [70997, 30_300, "2023-02-28 10:00:03"],
  [70998, 29_000, "2023-02-28 10:29:08"],
  [70999, 28_700, "2023-02-28 10:43:08"],
  [71000, 28_700, "2023-02-28 10:52:36"],
  [71006, 17_200, "2023-02-28 12:48:58"],
  [71007, 16_800, "2023-02-28 13:02:00"],
  [71008, 14_900, "2023-02-28 13:14:03"],
];

describe.skipIf(missing !== "")(`a real study, without a line of code${missing}`, () => {
  let connection: DuckDBConnection;

  beforeAll(async () => {
    connection = await (await DuckDBInstance.create()).connect();
  });

  async function rows(sql: string): Promise<unknown[][]> {
    return (await connection.runAndReadAll(sql)).getRowsJson();
  }

  async function count(sql: string): Promise<number> {
    return Number((await rows(sql))[0]![0]);
  }

  const posts = `'${study}/derived/posts.parquet'`;
  const rejects = `'${study}/derived/rejects.parquet'`;

  test.each([
    ["site", `select count(*) from '${shared}/news/tengrinews/*.parquet'`],
    ["channels", `select count(*) from read_json('${shared}/telegram/posts/*.json')`],
  ])("%s: as many posts as DuckDB counts in the input, less rejects", async (source, inputs) => {
    const found = await count(`select count(*) from ${posts} where scope = '${source}'`);
    const aside = await rows(`select capture, reason from ${rejects} where source = '${source}'`);
    expect(aside).toEqual([]);
    expect(found).toBe((await count(inputs)) - aside.length);
  });

  test("the preview page's twelve messages, with ids, times and views", async () => {
    const found = await rows(
      `select post_id, views, published_at::varchar from ${posts} where scope = 'preview' order by published_at`,
    );
    const expected = preview.map(([id, views, at]) => [
      postId("telegram", `topwar_official/${id}`),
      String(views),
      at,
    ]);
    expect(found).toEqual(expected);
  });

  test.each([
    [
      postId(
        "news",
        "https://tengrinews.kz/kazakhstan_news/chetyire-neftyanyie-skvajinyi-podtopilo-na-zapade-kazahstana-532211/",
      ),
      "Четыре нефтяные скважины подтопило на западе Казахстана",
      "Четыре нефтяные скважины подтопило в Аырауской области 12 апреля",
      // 22:05 in the study's zone, five hours ahead of UTC since 1 March 2024.
      "2024-04-12 17:05:00",
      "2024-04-12",
      "6822",
    ],
    [
      postId("telegram", "-1001000724666/11874"),
      null,
      "Психологи выяснили, почему мужчины завидуют женщинам и наоборот",
      "2024-12-03 19:01:56",
      "2024-12-04",
      null,
    ],
    [
      postId("telegram", "topwar_official/70989"),
      null,
      "В Санкт-Петербурге в небо над городом подняли истребители из-за неизвестного объекта в воздухе",
      "2023-02-28 07:47:53",
      "2023-02-28",
      "37200",
    ],
  ])("post %s, read by hand", async (id, title, start, at, day, views) => {
    const found = await rows(
      `select title, text, published_at::varchar, local_date::varchar, views, language, script, source_id
       from ${posts} where post_id = '${id}'`,
    );
    expect(found).toHaveLength(1);
    const [foundTitle, text, ...rest] = found[0]!;
    expect(foundTitle).toBe(title);
    expect(text).toMatch(new RegExp(`^${start}`));
    expect(rest.slice(0, 5)).toEqual([at, day, views, "ru", "cyrillic"]);
    expect(String(rest[5])).toMatch(/^p:[0-9a-f]{16}$/);
  });

  test("its site stands, with the claims that its pages make", () => {
    const page = readFileSync(`${study}/dist/index.html`, "utf8");
    expect(page).toContain('class="claim"');
    expect(page).toContain('id="fig-topics"');
    expect(page).not.toContain("Synthetic corpus");
  });
});
