import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { openCapture } from "../../loaders/corpus/capture-file.ts";
import { readTelegramPreview, type TelegramPost } from "../../loaders/corpus/telegram-preview.ts";
import { inPieces, messageText, postsAndRejects, previewPage } from "./made-captures.ts";

const folder = "../shared/data/telegram/preview";

/**
 * What stands in each file, read by eye in its HTML: id, time in UTC, views, the channel forwarded from, what is
 * shown beside words, whether a name is signed, characters of text without white space, first and last words.
 */
type Seen = readonly [
  id: string,
  time: string,
  views: number,
  forwardedFrom: string | undefined,
  media: string,
  signed: boolean,
  characters: number,
  first: string,
  last: string,
];

const full: readonly Seen[] = [
  ["70989", "2023-02-28T07:47:53", 37_200, undefined, "photo", false, 207, "В", "Санкт-Петербургу."],
  ["70990", "2023-02-28T08:09:50", 34_500, undefined, "", false, 74, "Власти", "самолеты."],
  ["70992", "2023-02-28T08:51:58", 33_800, undefined, "photo photo video", false, 190, "Сегодня", "Ту-143."],
  ["70995", "2023-02-28T08:54:50", 33_600, undefined, "", false, 75, "План", "ТВ."],
  ["70996", "2023-02-28T09:06:02", 32_900, "yaremshooter", "link", false, 548, "Информация", "@yaremshooter"],
  ["70997", "2023-02-28T10:00:03", 30_300, undefined, "", false, 334, "Минобороны", "ПВО."],
  ["70998", "2023-02-28T10:29:08", 29_000, "Belarus_VPO", "photo", false, 812, "Новые", "противника."],
  ["70999", "2023-02-28T10:43:08", 28_700, undefined, "", false, 142, "Ночью", "РФ"],
  [
    "71000",
    "2023-02-28T10:52:36",
    28_700,
    undefined,
    "photo photo photo photo photo photo",
    false,
    71,
    "Последствия",
    "ночью.",
  ],
  ["71006", "2023-02-28T12:48:58", 17_200, "vysokygovorit", "video", false, 220, "Кратко", "умерли."],
  ["71007", "2023-02-28T13:02:00", 16_800, "dimsmirnov175", "video", false, 1143, "Путин", "реагировать."],
  ["71008", "2023-02-28T13:14:03", 14_900, "ImpNavigator", "video", false, 150, "Подземные", "1401."],
];

const single: Readonly<Record<string, Seen>> = {
  "message_text.html": [
    "topwar_official/70991",
    "2023-02-28T08:48:01",
    33_400,
    undefined,
    "",
    false,
    516,
    "Неопознанный",
    "параде».",
  ],
  "message_link_preview.html": [
    "oper_goblin/22360",
    "2023-02-27T07:33:14",
    226_200,
    undefined,
    "link",
    false,
    56,
    "https://vnnews.ru/georgiy-zotov-okkupaciya-volosatym-kr/",
    "https://vnnews.ru/georgiy-zotov-okkupaciya-volosatym-kr/",
  ],
  "message_media_file.html": [
    "oper_goblin/16936",
    "2022-08-03T19:31:10",
    171_900,
    "kremlinprachka",
    "file",
    false,
    136,
    "Центр",
    "СВО»",
  ],
  "message_media_photo_and_video.html": [
    "anna_news/46908",
    "2023-02-28T06:48:36",
    59_500,
    undefined,
    "video photo photo",
    false,
    140,
    "Ночью",
    "@anna_news",
  ],
  "message_with_from_author.html": [
    "channel/4",
    "2023-02-28T16:38:34",
    1,
    undefined,
    "",
    true,
    4,
    "test",
    "test",
  ],
};

function seen(post: TelegramPost): Seen {
  const words = post.text.split(/\s+/u);
  return [
    post.nativeId,
    new Date(post.publishedAt).toISOString().slice(0, 19),
    post.views ?? -1,
    post.forwardedFrom,
    post.media.join(" "),
    post.signed,
    post.text.replace(/\s/gu, "").length,
    words[0]!,
    words.at(-1)!,
  ];
}

describe.skipIf(!existsSync(folder))("the real preview pages (../shared/data/telegram/preview)", () => {
  const read = async (name: string) => {
    const { posts, reasons } = await postsAndRejects(readTelegramPreview(openCapture(`${folder}/${name}`)));
    return { posts: posts as TelegramPost[], reasons };
  };

  it("full.html: 12 messages with every field as it reads", async () => {
    const { posts, reasons } = await read("full.html");
    expect(reasons).toEqual([]);
    expect(posts.map(seen)).toEqual(full.map(([id, ...rest]) => [`topwar_official/${id}`, ...rest]));
    expect(posts.map((post) => post.account)).toEqual(full.map(() => "topwar_official"));
    for (const post of posts) {
      expect(post).toMatchObject({ edited: false, replyTo: undefined, likes: undefined });
      expect(post.forwarded).toBe(post.forwardedFrom !== undefined);
    }
    // Lines as the page breaks them; a grouped message holds its text twice in the source.
    expect(posts.map(({ text }) => text.split("\n").length)).toEqual([2, 1, 1, 1, 7, 3, 7, 1, 1, 1, 4, 1]);
    expect(posts[2]!.text.match(/Адыгея/gu)).toHaveLength(1);
    expect(posts[4]!.text).not.toContain("Сообщают, что стелу");
  });

  it.each(Object.entries(single))("%s: one message with every field as it reads", async (name, expected) => {
    const { posts, reasons } = await read(name);
    expect(reasons).toEqual([]);
    expect(posts.map(seen)).toEqual([expected]);
  });

  it("no name of an author, a forwarded channel or a file is kept", async () => {
    const names = ["full.html", ...Object.keys(single)];
    const posts = (await Promise.all(names.map(read))).flatMap((page) => page.posts);
    expect(JSON.stringify(posts)).not.toMatch(/rkadiy|Ivanov|прачка|Старше Эдды|Пул N3|\.pdf|Channel title/u);
  });

  it("message_media_photo_and_video.html: hashtags stand in the text as written", async () => {
    const { posts } = await read("message_media_photo_and_video.html");
    expect(posts[0]!.text.match(/#\S+/gu)).toEqual(["#Белгород", "#Беспилотники"]);
  });

  it("message_sticker.html: a sticker alone is no post", async () => {
    const { posts, reasons } = await read("message_sticker.html");
    expect([posts, reasons]).toEqual([[], ["no-text"]]);
  });

  // These are parts of a message: they are tried as they are, and inside one.
  it.each([
    ["poll.html", "poll", 4, "Как лучше?"],
    ["link_preview.html", "link", 0, ""],
    ["media_photo.html", "photo", 0, ""],
    ["media_video.html", "video", 0, ""],
    ["media_video_gif.html", "video", 0, ""],
  ])("%s: part of a message (%s), with %i lines of its own words", async (name, media, lines, first) => {
    expect((await read(name)).reasons).toEqual(["no-messages"]);
    const inner = messageText("own") + readFileSync(`${folder}/${name}`, "utf8");
    const page = previewPage([{ id: "kanal/1", inner }]);
    const { posts } = await postsAndRejects(readTelegramPreview(inPieces(page)));
    const [post] = posts as TelegramPost[];
    const [own, ...rest] = post!.text.split("\n");
    const words = rest.filter((line) => line !== "");
    expect([own, post!.media, words.length, words[0] ?? ""]).toEqual(["own", [media], lines, first]);
  });

  it("all 12 files are named here", () => expect(readdirSync(folder)).toHaveLength(12));
});
