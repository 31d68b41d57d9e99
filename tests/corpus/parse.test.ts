import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { CaptureError } from "../../loaders/corpus/capture-error.ts";
import { mergeCaptures } from "../../loaders/corpus/merge.ts";
import { type CorpusReport, parseCaptures } from "../../loaders/corpus/parse.ts";
import type { ParseParams } from "../../loaders/corpus/parse-params.ts";
import { pseudonym } from "../../loaders/identity/pseudonym.ts";
import { openDatabase } from "../../loaders/parquet/database.ts";
import type { Capture } from "../../loaders/study/capture.ts";
import { posts as postsTable, rejects as rejectsTable } from "../../loaders/tables.ts";
import {
  type MadeRow,
  meltwaterExport,
  messageText,
  previewPage,
  temporaryFolder,
  warcGz,
  written,
} from "./made-captures.ts";

const study: Omit<ParseParams, "entry"> = {
  timeZone: "Asia/Almaty",
  platforms: [
    { id: "vk", hosts: ["vk.com"] },
    { id: "telegram", hosts: ["t.me"] },
    { id: "news", hosts: ["*"] },
  ],
  organisations: [{ id: "fund", accounts: { telegram: "fund_kz", website: "fund.example" } }],
  key: "test",
};
const window = { from: "2023-01-01", to: "2023-12-31" };

async function rowsOf(query: string): Promise<Record<string, unknown>[]> {
  const database = await openDatabase({ spill: join(temporaryFolder(), "spill") });
  const reader = await database.connection.runAndReadAll(query);
  const rows = reader.getRowObjectsJson();
  database.close();
  return rows;
}

function entryOf(id: string, fields: Partial<Capture>): Capture {
  return { id, kind: "meltwater", files: ["raw/*"], corpus: "public", scope: id, ...fields };
}

interface Part {
  readonly entry: Capture;
  readonly files: readonly string[];
}

/** Parses and merges; gives the reports and the files. */
async function corpusOf(home: string, parts: readonly Part[], key = "a key of a test study") {
  const out = temporaryFolder();
  const partitions: { posts: string; rejects: string }[] = [];
  const reports: CorpusReport[] = [];
  for (const { entry, files } of parts) {
    const outputs = {
      posts: join(out, `${entry.id}.posts.parquet`),
      rejects: join(out, `${entry.id}.rejects.parquet`),
      replaced: join(out, `${entry.id}.replaced.json`),
    };
    reports.push(
      await parseCaptures({ params: { ...study, entry }, home, files, pseudonymKey: key }, outputs),
    );
    partitions.push(outputs);
  }
  const posts = join(out, "posts.parquet");
  const rejects = join(out, "rejects.parquet");
  const captures = parts.map(({ entry }) => entry.id);
  const merged = await mergeCaptures(
    { params: { captures, window, stories: { threshold: 0.4 } }, partitions },
    { posts, rejects },
  );
  return { posts, rejects, reports, merged, partitions, out };
}

const meltwater = (home: string, name: string, rows: readonly (MadeRow | string)[]) =>
  written(home, name, gzipSync(meltwaterExport(rows)));

describe("captures become posts", () => {
  let corpus: Awaited<ReturnType<typeof corpusOf>>;
  let home: string;

  beforeAll(async () => {
    home = temporaryFolder();
    const general = meltwater(home, "general.csv.gz", [
      { url: "https://news.example/1", headline: "Т", opening: "Дети и школа", hit: "" },
      {
        url: "https://vk.com/wall1",
        headline: "",
        opening: "т: ДЕТИ и школа!!!",
        hit: "",
        influencer: "Частный Автор",
        date: "30-May-2023 10:00AM",
      },
      { url: "https://fund.example/n", headline: "Фонд", opening: "о фонде", hit: "" },
      { url: "https://news.example/old", date: "31-Dec-2022 11:59PM" },
      { url: "https://news.example/first", date: "01-Jan-2023 12:00AM", opening: "первый", hit: "" },
      { url: "https://news.example/last", date: "31-Dec-2023 11:59PM", opening: "последний", hit: "" },
      { url: "https://news.example/late", date: "01-Jan-2024 12:00AM" },
      { url: "https://news.example/empty", headline: "", opening: "", hit: "" },
      "broken",
    ]);
    const inclusive = meltwater(home, "inclusive.csv.gz", [
      { url: "https://news.example/1", headline: "Т", opening: "Дети и школа, дополнено", hit: "" },
    ]);
    const page = (views: string, text: string) =>
      previewPage([{ id: "fund_kz/7", inner: messageText(text), views }]);
    const telegram = [
      // The later capture has the name that sorts first.
      written(
        home,
        "a.warc.gz",
        warcGz([
          { uri: "https://t.me/s/fund_kz", date: "2023-03-02T00:00:00Z", body: page("1.5K", "второй раз") },
        ]),
      ),
      written(
        home,
        "b.warc.gz",
        warcGz([
          { uri: "https://t.me/s/fund_kz", date: "2023-03-01T00:00:00Z", body: page("900", "первый раз") },
        ]),
      ),
    ];
    corpus = await corpusOf(home, [
      { entry: entryOf("general", {}), files: [general] },
      { entry: entryOf("inclusive", {}), files: [inclusive] },
      { entry: entryOf("telegram", { kind: "telegram-preview", corpus: "organisations" }), files: telegram },
    ]);
  });

  it("with the columns of tables.ts, in their order", async () => {
    for (const [table, file] of [
      [postsTable, corpus.posts],
      [rejectsTable, corpus.rejects],
    ] as const) {
      const columns = await rowsOf(`describe from '${file}'`);
      expect(columns.map((row) => [row.column_name, row.column_type])).toEqual(
        table.columns.map(({ name, type }) => [name, type]),
      );
    }
  });

  it("and every record is a post or a reject", () => {
    expect(corpus.reports[0]).toEqual({
      rowsIn: 9,
      rowsOut: 7,
      setAside: { "no-text": 1, "wrong-field-count": 1 },
    });
    expect(corpus.merged).toEqual({
      rowsIn: 10,
      rowsOut: 6,
      setAside: { "outside-window": 2, "repeated-capture": 2 },
    });
  });

  it("ordered by time; the window's first and last minute are inside", async () => {
    const rows = await rowsOf(
      `select capture, local_date::varchar as day, published_at::varchar as at from '${corpus.posts}'`,
    );
    expect(rows).toEqual([
      { capture: "general.csv.gz#5", day: "2023-01-01", at: "2022-12-31 18:00:00" },
      { capture: "a.warc.gz#1.1", day: "2023-02-28", at: "2023-02-28 07:47:53" },
      { capture: "general.csv.gz#2", day: "2023-05-30", at: "2023-05-30 04:00:00" },
      ...[...rows].filter(({ at }) => at === "2023-05-31 17:05:00"),
      { capture: "general.csv.gz#6", day: "2023-12-31", at: "2023-12-31 17:59:00" },
    ]);
    expect(
      await rowsOf(`select capture, source, reason from '${corpus.rejects}' where reason = 'outside-window'`),
    ).toEqual([
      { capture: "general.csv.gz#4", source: "general", reason: "outside-window" },
      { capture: "general.csv.gz#7", source: "general", reason: "outside-window" },
    ]);
  });

  it("captured again are one post: the latest capture's text and counts, the later entry's scope", async () => {
    expect(
      await rowsOf(`select scope, text, capture from '${corpus.posts}' where text like 'Дети%'`),
    ).toEqual([{ scope: "inclusive", text: "Дети и школа, дополнено", capture: "inclusive.csv.gz#1" }]);
    expect(
      await rowsOf(`select text, views, capture from '${corpus.posts}' where platform = 'telegram'`),
    ).toEqual([{ text: "второй раз", views: "1500", capture: "a.warc.gz#1.1" }]);
  });

  it("of the register keep its id; everyone else is a pseudonym, and no name is left", async () => {
    const rows = await rowsOf(
      `select platform, source_id, outlet, capture from '${corpus.posts}' order by capture`,
    );
    const byCapture = Object.fromEntries(rows.map((row) => [row.capture, row]));
    expect(byCapture["a.warc.gz#1.1"]).toMatchObject({ source_id: "fund", outlet: null });
    expect(byCapture["general.csv.gz#3"]).toMatchObject({
      source_id: "fund",
      outlet: "fund.example",
      platform: "news",
    });
    expect(byCapture["general.csv.gz#2"]).toMatchObject({
      platform: "vk",
      outlet: null,
      source_id: pseudonym("a key of a test study", "vk", "частный автор"),
    });
    for (const file of [corpus.posts, corpus.rejects, ...corpus.partitions.map(({ posts }) => posts)]) {
      expect(JSON.stringify(await rowsOf(`from '${file}'`)).toLowerCase()).not.toContain("частный");
    }
  });

  it("leave nothing behind but the outputs", () => {
    expect(readdirSync(corpus.out).filter((name) => !/\.(?:parquet|replaced\.json)$/.test(name))).toEqual([]);
  });
});

describe("copies", () => {
  it("share the id of the earliest as their story", async () => {
    const home = temporaryFolder();
    const file = meltwater(home, "m.csv.gz", [
      {
        url: "https://b.example/2",
        headline: "",
        opening: "Дети и школа",
        hit: "",
        date: "02-May-2023 10:00AM",
      },
      {
        url: "https://vk.com/1",
        headline: "ДЕТИ",
        opening: "и школа! https://b.example/2",
        hit: "",
        date: "01-May-2023 10:00AM",
      },
      { url: "https://c.example/3", headline: "", opening: "😀😀", hit: "" },
      { url: "https://d.example/4", headline: "", opening: "😀😀", hit: "" },
    ]);
    const { posts } = await corpusOf(home, [{ entry: entryOf("m", {}), files: [file] }]);
    const rows = await rowsOf(`select capture, post_id, story_id from '${posts}' order by capture`);
    expect(rows.map(({ story_id }) => story_id)).toEqual([
      rows[1]!.post_id,
      rows[1]!.post_id,
      rows[2]!.post_id,
      rows[2]!.post_id,
    ]);
  });
});

describe("the same captures", () => {
  it("give the same bytes each time; another key changes pseudonyms alone", async () => {
    const home = temporaryFolder();
    const rows = Array.from({ length: 5000 }, (_, index) => ({
      url: `https://vk.com/wall${(index * 7919) % 5000}`,
      opening: `Текст ${index % 900} о школе`,
      influencer: `автор ${index % 40}`,
      date: `${10 + (index % 19)}-May-2023 11:05PM`,
    }));
    const part = { entry: entryOf("m", {}), files: [meltwater(home, "m.csv.gz", rows)] };
    const digest = (file: string) => createHash("sha256").update(readFileSync(file)).digest("hex");
    const one = await corpusOf(home, [part]);
    const two = await corpusOf(home, [part]);
    for (const name of ["posts", "rejects"] as const) {
      expect(digest(two[name])).toBe(digest(one[name]));
      expect(digest(two.partitions[0]![name])).toBe(digest(one.partitions[0]![name]));
    }
    const other = await corpusOf(home, [part], "another key of the study");
    const all = (file: string) => rowsOf(`select * exclude (source_id) from '${file}'`);
    const sources = (file: string) => rowsOf(`select distinct source_id from '${file}' order by all`);
    expect(await all(other.posts)).toEqual(await all(one.posts));
    expect(await sources(one.posts)).toHaveLength(40);
    expect(await sources(other.posts)).not.toEqual(await sources(one.posts));
  });
});

describe("settings that can't be followed", () => {
  const parse = (fields: Partial<Capture>, files: string[], home = temporaryFolder()) =>
    corpusOf(home, [{ entry: entryOf("x", fields), files }]);

  it("stop with a message: no file", async () => {
    await expect(parse({}, [])).rejects.toThrow(/capture x: found no file that fits raw\/\*/u);
  });

  it("a CSV without a mapped column", async () => {
    const home = temporaryFolder();
    const file = written(home, "t.csv", "id,date,body\n1,2023-01-01,x\n");
    const columns = { native_id: "id", published_at: "date", text: "text" };
    const attempt = parse({ kind: "table", format: "csv", columns, platform: "vk" }, [file], home);
    await expect(attempt).rejects.toThrow(CaptureError);
    await expect(attempt).rejects.toThrow(
      /t\.csv: found the columns "id", "date", "body"; expected also "text".*study\.yml/u,
    );
  });

  it("a file that is no Parquet, a format that is none, a mapping without an id", async () => {
    const home = temporaryFolder();
    const file = written(home, "t.parquet", "id,date\n");
    const columns = { native_id: "id", published_at: "date", text: "text" };
    const table = { kind: "table", platform: "vk" } as const;
    await expect(parse({ ...table, format: "parquet", columns }, [file], home)).rejects.toThrow(
      /t\.parquet: found no readable Parquet/u,
    );
    const dated = { ...columns, published_at: { from: "date", format: "%Q" } };
    await expect(parse({ ...table, format: "csv", columns: dated }, [file], home)).rejects.toThrow(
      /directive %Q/u,
    );
    await expect(
      parse({ ...table, format: "csv", columns: { published_at: "date", text: "t" } }, [file], home),
    ).rejects.toThrow(/native_id/u);
  });

  it("ids that different posts share", async () => {
    const home = temporaryFolder();
    const line = (id: number, channel: string, date: string) =>
      JSON.stringify({ id, channel, date, text: `t ${channel}` });
    const file = written(
      home,
      "t.ndjson",
      [line(1, "a", "2023-01-01"), line(1, "b", "2023-01-02"), line(2, "b", "2023-01-03")].join("\n"),
    );
    const table = { kind: "table", format: "ndjson", platform: "telegram" } as const;
    const columns = { published_at: "date", text: "text", source: "channel" };
    await expect(parse({ ...table, columns: { ...columns, native_id: "id" } }, [file], home)).rejects.toThrow(
      /1 values of native_id.*"\{channel\}\/\{message_id\}"/u,
    );
    const { merged } = await parse(
      { ...table, columns: { ...columns, native_id: "{channel}/{id}" } },
      [file],
      home,
    );
    expect(merged.rowsOut).toBe(3);
  });
});

describe("tables through a mapping", () => {
  it("may be nested JSON, compressed; records without a value are rejects", async () => {
    const home = temporaryFolder();
    const item = (code: unknown, caption: unknown, taken: unknown = 1_685_552_700) =>
      JSON.stringify({
        data: {
          code,
          taken_at: taken,
          caption,
          user: { username: "Fund.KZ" },
          like_count: 12,
          comment_count: null,
        },
      });
    const lines = [
      item("A", { text: "подпись" }),
      item("B", null),
      item(null, { text: "x" }),
      item("D", { text: "x" }, "soon"),
      "{",
    ];
    const file = written(home, "i.ndjson.gz", gzipSync(lines.join("\n")));
    const entry = entryOf("instagram", {
      kind: "table",
      format: "ndjson",
      platform: "instagram",
      columns: {
        native_id: "data.code",
        published_at: { from: "data.taken_at", format: "unix-seconds" },
        text: "data.caption.text",
        source: "data.user.username",
        likes: "data.like_count",
        comments: "data.comment_count",
      },
    });
    const { posts, rejects } = await corpusOf(home, [{ entry, files: [file] }]);
    expect(
      await rowsOf(
        `select platform, text, published_at::varchar as at, likes, comments, outlet from '${posts}'`,
      ),
    ).toEqual([
      {
        platform: "instagram",
        text: "подпись",
        at: "2023-05-31 17:05:00",
        likes: "12",
        comments: null,
        outlet: null,
      },
    ]);
    expect((await rowsOf(`from '${rejects}'`)).map(({ capture, reason }) => [capture, reason])).toEqual([
      ["i.ndjson.gz#2", "no-text"],
      ["i.ndjson.gz#3", "no-id"],
      ["i.ndjson.gz#4", "unreadable-date"],
      ["i.ndjson.gz#5", "malformed-json"],
    ]);
  });
});

describe.skipIf(!existsSync("../shared/data/telegram/posts"))("real tables (../shared/data)", () => {
  it("posts of Telegram channels: as many as DuckDB counts in the files", async () => {
    const folder = "../shared/data/telegram/posts";
    const files = readdirSync(folder).map((name) => join(folder, name));
    const entry = entryOf("channels", {
      kind: "table",
      format: "json",
      platform: "telegram",
      columns: { native_id: "{channel}/{message_id}", published_at: "date", text: "text", source: "channel" },
    });
    const { reports, partitions } = await corpusOf(".", [{ entry, files }]);
    const [counted] = await rowsOf(
      `select count(*) as n, count(distinct (channel, message_id)) as ids from read_json('${folder}/*.json')`,
    );
    expect(String(reports[0]!.rowsIn)).toBe(counted!.n);
    expect(reports[0]).toEqual({ rowsIn: 10_850, rowsOut: 10_850, setAside: {} });
    const [parsed] = await rowsOf(
      `select count(distinct post_id) as ids, count(distinct source_id) as sources from '${partitions[0]!.posts}'`,
    );
    expect(parsed).toEqual({ ids: counted!.ids, sources: "12" });
    const times = (column: string, from: string) =>
      rowsOf(`select min(${column})::varchar as low, max(${column})::varchar as high from ${from}`);
    expect(await times("published_at", `'${partitions[0]!.posts}'`)).toEqual(
      await times("date::timestamp", `read_json('${folder}/*.json')`),
    );
  });

  it("news articles in Parquet: as many as DuckDB counts, dates by the study's clock", async () => {
    const file = "../shared/data/news/tengrinews/news_from_gcs.parquet";
    const entry = entryOf("news", {
      kind: "table",
      format: "parquet",
      columns: {
        native_id: "page_url",
        published_at: "datetime",
        title: "title",
        text: "content",
        views: "views_count",
      },
    });
    const { reports, partitions } = await corpusOf(".", [{ entry, files: [file] }]);
    expect(reports[0]).toEqual({ rowsIn: 348, rowsOut: 348, setAside: {} });
    const posts = partitions[0]!.posts;
    // Until 1 March 2024 the zone was UTC+6; the articles are of April 2024, UTC+5.
    const [differing] = await rowsOf(
      `select count(*) as n
       from '${posts}' as post
       join (select *, file_row_number + 1 as record from read_parquet('${file}', file_row_number = true)) as source
         on post.capture = '${file}#' || source.record
       where post.published_at <> source.datetime - interval 5 hours
         or post.local_date <> source.datetime::date
         or post.views <> source.views_count
         or post.outlet <> 'tengrinews.kz'
         or post.platform <> 'news'`,
    );
    expect(differing!.n).toBe("0");
  });
});
