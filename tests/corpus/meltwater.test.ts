import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readMeltwater } from "../../loaders/corpus/meltwater.ts";
import { Zone } from "../../loaders/corpus/zoned-time.ts";
import type { ColumnMapping } from "../../loaders/study/capture.ts";
import {
  inPieces,
  meltwaterExport,
  meltwaterFields,
  meltwaterHeader,
  postsAndRejects,
  refusalOf,
} from "./made-captures.ts";
import { type MadeCell, workbook } from "./made-platforms.ts";

const outcomes = (bytes: Uint8Array | string, columns?: ColumnMapping) =>
  readMeltwater(inPieces(bytes, 777), { name: "x.csv", zone: new Zone("Asia/Almaty"), columns });
const read = (bytes: Uint8Array | string, columns?: ColumnMapping) =>
  postsAndRejects(outcomes(bytes, columns));
const refusal = (bytes: Uint8Array | string) => refusalOf(outcomes(bytes));

const rows = [
  { url: "https://news.example/1", headline: "Мектеп «Ұ» 😀", opening: "Начало", hit: "Начало" },
  { url: "https://twitter.com/u/status/2", headline: "", opening: "", hit: "твит", handle: "@User" },
  { url: "https://news.example/3", opening: "О", hit: "Х", date: "01-Jan-2022 12:00AM" },
];

describe("a Meltwater export", () => {
  it("in UTF-16 with tabs gives a post a row", async () => {
    const { posts, rejects } = await read(meltwaterExport(rows));
    expect(rejects).toEqual([]);
    expect(posts.map(({ nativeId, title, text, account }) => [nativeId, title, text, account])).toEqual([
      ["https://news.example/1", "Мектеп «Ұ» 😀", "Начало", "news.example"],
      ["https://twitter.com/u/status/2", "", "твит", "@User"],
      ["https://news.example/3", "Headline", "О\n\nХ", "news.example"],
    ]);
    expect(new Date(posts[0]!.publishedAt).toISOString()).toBe("2023-05-31T17:05:00.000Z");
    expect(new Date(posts[2]!.publishedAt).toISOString()).toBe("2021-12-31T18:00:00.000Z");
  });

  it("gives the same in any encoding, delimiter and compression", async () => {
    const wanted = (await read(meltwaterExport(rows))).posts;
    const lines = (delimiter: string) =>
      [meltwaterHeader, ...rows.map(meltwaterFields)]
        .map((fields) => fields.map((field) => `"${field}"`).join(delimiter))
        .join("\n");
    const utf16 = meltwaterExport(rows);
    const variants = [
      gzipSync(utf16),
      utf16.subarray(2),
      Buffer.from(utf16).swap16(),
      Buffer.from(lines(",")),
      Buffer.from(`\ufeff${lines(";")}`),
      Buffer.from(lines("\t")),
    ];
    for (const variant of variants) expect((await read(variant)).posts).toEqual(wanted);
  });

  it("may have the names of older and newer exports", async () => {
    const { posts } = await read(
      "DATE,Title,Link,Snippet,Source Name,Author\n2023-05-31 23:05,T,https://vk.com/1,S,vk.com,Иван\n",
    );
    expect(posts[0]).toMatchObject({ title: "T", text: "S", nativeId: "https://vk.com/1", account: "Иван" });
  });

  it("with broken rows keeps the others", async () => {
    const { posts, rejects, reasons } = await read(
      meltwaterExport([
        { url: "https://news.example/1" },
        "31-May-2023 11:05PM\tonly three\tfields",
        { url: "" },
        { url: "https://news.example/4", date: "a day in May" },
        { url: "https://news.example/5", date: "" },
        { url: "https://news.example/6", headline: '"never closed' },
        { url: "https://news.example/7", date: "05/06/2023" },
        { url: "https://news.example/8" },
      ]),
    );
    expect(posts.map(({ record }) => record)).toEqual(["1", "8"]);
    expect(reasons).toEqual([
      "wrong-field-count",
      "no-id",
      "unreadable-date",
      "no-date",
      "unclosed-quote",
      "ambiguous-date",
    ]);
    expect(rejects[2]!.detail).toBe('found "A AAA AA AAA" in Date, expected 31-May-2023 11:05PM');
  });

  it("that is cut is read up to the cut", async () => {
    const zipped = gzipSync(
      meltwaterExport(
        Array.from({ length: 500 }, (_, index) => ({ url: `https://n.example/${index}${index * 7919}` })),
      ),
    );
    const { posts, reasons } = await read(zipped.subarray(0, zipped.length / 2));
    expect(posts.length).toBeGreaterThan(50);
    expect(reasons.at(-1)).toBe("damaged-file");
  });

  it("without its columns is refused with what was found and expected", async () => {
    expect(await refusal("date;text\n2023-01-01;x\n")).toMatch(
      /x\.csv: found the columns "date", "text"; expected .* URL \(or Link\)/u,
    );
    expect(await refusal("")).toMatch(/empty file/u);
  });

  it("whose dates have slashes is refused unless the study says in which order they are", async () => {
    const bytes = meltwaterExport([{ date: "05/06/2023 11:05 PM" }]);
    expect(await refusal(bytes)).toMatch(/5 June or 6 May.*published_at/u);
    const months = await read(bytes, { published_at: { from: "Date", format: "%m/%d/%Y %I:%M %p" } });
    expect(new Date(months.posts[0]!.publishedAt).toISOString()).toBe("2023-05-06T17:05:00.000Z");
    const days = await read(bytes, {
      published_at: { from: "Date", format: "%d/%m/%Y %I:%M %p", time_zone: "UTC" },
    });
    expect(new Date(days.posts[0]!.publishedAt).toISOString()).toBe("2023-06-05T23:05:00.000Z");
  });
});

describe("the dates of a Meltwater export", () => {
  // 31 May 2023, 23:05 in Almaty, which was UTC+6.
  const instant = "2023-05-31T17:05:00.000Z";
  const header = "Date,Time,Alternate Date Format,Title,URL\n";
  const dated = async (date: string, time = "", alternate = "") => {
    const row = [date, time, alternate, "T", "https://n.example/1"].map((field) => `"${field}"`).join(",");
    const { posts, reasons } = await read(`${header}${row}\n`);
    return posts[0] === undefined ? reasons : new Date(posts[0].publishedAt).toISOString();
  };

  it.each([
    ["31-May-2023 11:05PM"],
    ["31-May-2023 11:05 PM"],
    ["31-May-23 11:05 PM"],
    ["31-May-2023 23:05"],
    ["31 May 2023 23:05"],
    ["31 May 2023 11:05 PM"],
    ["May 31, 2023 11:05 PM"],
    ["May 31, 2023 23:05:00"],
    ["31.05.2023 23:05"],
    ["31.05.2023 11:05 PM"],
    ["2023/05/31 23:05"],
    ["2023-05-31 23:05:00"],
    ["2023-05-31 11:05 PM"],
    ["2023-05-31T23:05"],
    ["2023-05-31T17:05:00Z"],
    ["2023-05-31T23:05:00+06:00"],
    ["31 мая 2023 23:05"],
  ])("%s", async (date) => expect(await dated(date)).toBe(instant));

  it.each([
    ["2023-05-31", "11:05 PM"],
    ["2023-05-31", "23:05"],
    ["31-May-2023", "11:05 PM"],
    ["31.05.2023", "23:05:00"],
    ["May 31, 2023", "11:05PM"],
  ])("%s with %s in the Time column", async (date, time) => expect(await dated(date, time)).toBe(instant));

  it("without a clock anywhere are the day's first moment", async () => {
    expect(await dated("31-May-2023")).toBe("2023-05-30T18:00:00.000Z");
  });

  it("with slashes are told by the Alternate Date Format, where the export has it", async () => {
    expect(await dated("5/31/2023 11:05 PM", "11:05 PM", "31-May-23")).toBe(instant);
    expect(await dated("5/6/2023 11:05 PM", "11:05 PM")).toEqual(["wrong-file"]);
  });
});

describe("the columns of newer Meltwater exports", () => {
  const header =
    "Date,Time,Document ID,URL,Input Name,Keywords,Information Type,Source Type,Source Name,Source Domain," +
    "Content Type,Author Name,Author Handle,Title,Opening Text,Hit Sentence,Language,Reach,Engagement,Shares,Likes," +
    "Replies,Reposts,Comments,Reactions,Views,Estimated Views";
  const row = (fields: Record<string, string>) =>
    header
      .split(",")
      .map((column) => `"${fields[column] ?? ""}"`)
      .join(",");

  it("are read, the filled one of two that mean the same", async () => {
    const { posts } = await read(
      `${header}\n${[
        row({
          Date: "2023-05-31",
          Time: "11:05 PM",
          URL: "https://facebook.com/1",
          "Author Name": "Имя",
          "Author Handle": "imya",
          "Opening Text": "О",
          Reactions: "12",
          Comments: "3",
          Shares: "2",
          Views: "1,250",
          "Estimated Views": "99",
        }),
        row({
          Date: "2023-05-31",
          URL: "https://x.com/1",
          Title: "T",
          Likes: "5",
          Replies: "1",
          Reposts: "4",
        }),
        row({ Date: "2023-05-31", "Document ID": "d-1", Title: "T" }),
      ].join("\n")}\n`,
    );
    expect(posts).toMatchObject([
      { account: "imya", text: "О", views: 1250, likes: 12, comments: 3, shares: 2 },
      { likes: 5, comments: 1, shares: 4, views: undefined },
      { nativeId: "d-1" },
    ]);
  });
});

describe("a Meltwater export as a workbook", () => {
  const cells: MadeCell[][] = [
    ["Exported from Meltwater"],
    [],
    ["Date", "Headline", "URL", "Opening Text", "Hit Sentence", "Source", "Views"],
    [
      "31-May-2023 11:05PM",
      "Мектеп «Ұ» 😀 <b>",
      "https://news.example/1",
      "Начало",
      "Начало",
      "news.example",
      1250,
    ],
    // 45077 days after 30 December 1899 is 31 May 2023; the rest of a day to 23:05 is 1385 minutes.
    [{ day: 45_077 + 1385 / 1440 }, "T", "https://news.example/2", "О", "Х", "", ""],
    [],
    ["a day in May", "T", "https://news.example/3", "О", "Х", "", ""],
  ];

  it("gives a post a row, with dates that Excel holds as numbers; its title rows are passed over", async () => {
    const { posts, rejects } = await read(workbook(cells));
    expect(posts).toMatchObject([
      { record: "1", title: "Мектеп «Ұ» 😀 <b>", text: "Начало", views: 1250, account: "news.example" },
      { record: "2", title: "T", text: "О\n\nХ", views: undefined },
    ]);
    for (const { publishedAt } of posts) {
      expect(new Date(publishedAt).toISOString().slice(0, 16)).toBe("2023-05-31T17:05");
    }
    expect(rejects).toMatchObject([{ record: "4", reason: "unreadable-date" }]);
  });

  it("that is cut or broken is one reject; of something else is refused", async () => {
    const whole = workbook(cells);
    const cut = await read(whole.subarray(0, whole.length / 2));
    expect([cut.posts, cut.reasons]).toEqual([[], ["damaged-file"]]);
    const other = workbook([
      ["a", "b", "c"],
      ["1", "2", "3"],
    ]);
    expect(await refusal(other)).toMatch(/expected a Meltwater export/u);
    expect(await refusal(workbook([]))).toMatch(/empty file/u);
  });
});
