import { describe, expect, it } from "vitest";
import { scanJson } from "../../loaders/corpus/json-scan.ts";
import { readTelegramExport, type TelegramExportPost } from "../../loaders/corpus/telegram-export.ts";
import { Zone } from "../../loaders/corpus/zoned-time.ts";
import { gathered, inPieces, postsAndRejects } from "./made-captures.ts";
import { telegramExport, telegramMessage } from "./made-platforms.ts";

const zone = new Zone("Asia/Almaty");
const read = async (json: string, names?: Record<string, string>) => {
  const { posts, rejects, reasons } = await postsAndRejects(
    readTelegramExport(inPieces(json, 100), zone, names),
  );
  return { posts: posts as TelegramExportPost[], rejects, reasons };
};
const readMessage = async (fields: object, chat: object = {}) =>
  read(telegramExport([telegramMessage(fields)], chat));

describe("a message of Telegram Desktop's export", () => {
  it("has its chat and number as id, its time, its author by number and no name", async () => {
    const { posts, reasons } = await readMessage({});
    expect(reasons).toEqual([]);
    expect(posts[0]).toMatchObject({
      record: "1",
      nativeId: "1234567890/12",
      account: "user42",
      publishedAt: Date.UTC(2023, 1, 28, 7, 47, 53),
      text: "Нужен тьютор",
      edited: false,
      forwarded: false,
    });
    expect(JSON.stringify(posts)).not.toMatch(/Real Name|Родители/u);
  });

  it.each<[string, unknown, string]>([
    ["a string", "просто текст", "просто текст"],
    [
      "a list of strings and entities",
      [
        "Ссылка ",
        { type: "link", text: "https://x.example" },
        " и ",
        { type: "text_link", text: "слово", href: "https://y.example" },
        " ",
        { type: "hashtag", text: "#үміт" },
        { type: "bold", text: " жирно " },
        { type: "custom_emoji", text: "⭐", document_id: "stickers/1.tgs" },
        { type: "strikethrough", text: " зря" },
        { type: "spoiler", text: " тайна" },
        { type: "blockquote", text: "\nцитата" },
      ],
      "Ссылка https://x.example и слово #үміт жирно ⭐ зря тайна\nцитата",
    ],
    [
      "with a person mentioned by name",
      ["Спасибо ", { type: "mention_name", text: "Real Name", user_id: 77 }, "!"],
      "Спасибо @user77!",
    ],
    ["with a bank card", ["Карта ", { type: "bank_card", text: "4400430200000000" }], "Карта"],
    ["a list with what is no entity", ["a", null, 5, { type: "bold" }, [], "b"], "ab"],
  ])("whose text is %s reads as its reader sees it", async (_, text, expected) => {
    expect((await readMessage({ text })).posts[0]!.text).toBe(expected);
  });

  it("without `text` has the words of `text_entities`", async () => {
    const entities = [
      { type: "plain", text: "из " },
      { type: "bold", text: "частей" },
    ];
    expect((await readMessage({ text: undefined, text_entities: entities })).posts[0]!.text).toBe(
      "из частей",
    );
  });

  it("knows forwards, answers, edits and reactions; no name of any of them", async () => {
    const { posts } = await readMessage({
      forwarded_from: "Other Name",
      saved_from: "Other Name",
      reply_to_message_id: 11,
      edited: "2023-03-01T00:00:00",
      edited_unixtime: "1677607200",
      author: "Signed Name",
      via_bot: "@bot",
      reactions: [
        { type: "emoji", count: 3, emoji: "👍", recent: [{ from: "Fan Name", from_id: "user1" }] },
        { type: "custom_emoji", count: 2, document_id: "1" },
      ],
    });
    expect(posts[0]).toMatchObject({ forwarded: true, edited: true, replyTo: "11", likes: 5 });
    expect(JSON.stringify(posts)).not.toMatch(/Name/u);
  });

  it("that is a poll has its question and answers", async () => {
    const poll = {
      question: "Есть пандус?",
      closed: false,
      total_voters: 9,
      answers: [
        { text: "Да", voters: 4 },
        { text: "Нет", voters: 5 },
      ],
    };
    expect((await readMessage({ text: "", poll })).posts[0]!.text).toBe("Есть пандус?\nДа\nНет");
  });

  it("before 2022 has its time by the exporting computer's clock, which is taken to be the study's", async () => {
    const { posts } = await readMessage({ date_unixtime: undefined });
    expect(new Date(posts[0]!.publishedAt).toISOString()).toBe("2023-02-28T07:47:53.000Z");
  });

  it.each<[string, object, string]>([
    ["of the platform", { type: "service", action: "invite_members", actor: "Real Name" }, "service-message"],
    ["that the export leaves out", { type: "unsupported" }, "unsupported"],
    ["that is a sticker", { text: "", media_type: "sticker", sticker_emoji: "👍" }, "no-text"],
    ["that is a contact", { text: "", contact_information: { phone_number: "+7 701" } }, "no-text"],
    ["without an id", { id: "x y" }, "no-id"],
    ["without a time", { date: undefined, date_unixtime: undefined }, "no-date"],
    ["at a time that is none", { date: "вчера", date_unixtime: "soon" }, "unreadable-date"],
  ])("%s is a reject", async (_, fields, reason) => {
    const { posts, rejects, reasons } = await readMessage(fields);
    expect([posts, reasons]).toEqual([[], [reason]]);
    expect(JSON.stringify(rejects)).not.toMatch(/Name|701/u);
  });
});

describe("Telegram Desktop's export", () => {
  it("of a channel has the channel as author; its name in the register, where study.yml gives one", async () => {
    const json = telegramExport([telegramMessage({ from_id: "channel1234567890", author: "Signed" })], {
      type: "public_channel",
    });
    expect((await read(json)).posts[0]).toMatchObject({
      account: "channel1234567890",
      nativeId: "1234567890/12",
    });
    // The id is then the one of the preview's pages, so that both captures are one post.
    expect((await read(json, { "1234567890": "fund_kz" })).posts[0]).toMatchObject({
      account: "fund_kz",
      nativeId: "fund_kz/12",
    });
  });

  it("of a whole account gives its groups and channels, and nothing of conversations between persons", async () => {
    const chat = (type: string, id: number) => ({
      type,
      id,
      name: "Real Name",
      messages: [telegramMessage({ text: `из ${type}` }), telegramMessage({ id: 13, text: "вторая" })],
    });
    const json = JSON.stringify({
      about: "…",
      personal_information: { first_name: "Real", phone_number: "+7 701" },
      contacts: { list: [{ first_name: "Real" }] },
      chats: {
        about: "…",
        list: [
          { type: "saved_messages", id: 1, messages: [telegramMessage({})] },
          chat("personal_chat", 2),
          chat("private_group", 3),
          chat("bot_chat", 4),
          chat("public_channel", 5),
        ],
      },
      left_chats: {
        about: "…",
        list: [chat("public_supergroup", 6), { id: 7, messages: [telegramMessage()] }],
      },
    });
    const { posts, rejects, reasons } = await read(json);
    expect(posts.map(({ record, nativeId }) => [record, nativeId])).toEqual([
      ["3.1", "3/12"],
      ["3.2", "3/13"],
      ["5.1", "5/12"],
      ["5.2", "5/13"],
      ["1.1", "6/12"],
      ["1.2", "6/13"],
    ]);
    expect(reasons).toEqual(["private-chat", "private-chat", "private-chat", "private-chat"]);
    expect(rejects[1]!.detail).toBe("found a chat of type personal_chat, expected a group or channel");
    expect(JSON.stringify([posts, rejects])).not.toMatch(/Real|701|personal_chat вторая/u);
  });

  it("with control characters as tdesktop writes them, which is no JSON, is read as meant", async () => {
    const json = telegramExport([telegramMessage({ text: "a~b\\nc" })]).replace("a~b", "a\\x1Fb");
    expect((await read(json)).posts[0]!.text).toBe("a\u001fb\\nc");
  });

  it("that is cut keeps what came before; a broken message costs itself", async () => {
    const json = telegramExport([1, 2, 3].map((id) => telegramMessage({ id })));
    const cut = await read(json.slice(0, json.lastIndexOf("date_unixtime")));
    expect([cut.posts.length, cut.reasons]).toEqual([2, ["truncated"]]);
    const broken = await read(json.replace('"id": 2,', '"id": 2 2,'));
    expect([broken.posts.map(({ record }) => record), broken.reasons]).toEqual([
      ["1", "3"],
      ["malformed-json"],
    ]);
    expect((await read("")).reasons).toEqual(["malformed-json"]);
    expect((await read("<html>")).reasons).toEqual(["malformed-json"]);
  });

  it("may be larger than memory: 300,000 messages are read one at a time", async () => {
    async function* chunks(): AsyncGenerator<string> {
      yield '{"type":"private_group","id":1,"messages":[';
      const message = JSON.stringify(telegramMessage({}));
      for (let count = 0; count < 3000; count += 1)
        yield `${count > 0 ? "," : ""}${Array(100).fill(message).join(",")}`;
      yield "]}";
    }
    let count = 0;
    const started = performance.now();
    for await (const part of scanJson(chunks(), (path) => path.at(-2) === "messages")) {
      if (part.path.at(-2) === "messages") count += 1;
    }
    expect(count).toBe(300_000);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});

describe("a walk through JSON", () => {
  async function walk(text: string, size: number): Promise<unknown[]> {
    async function* pieces(): AsyncGenerator<string> {
      for (let start = 0; start < text.length; start += size) yield text.slice(start, start + size);
    }
    const parts = await gathered(scanJson(pieces(), (path) => path.at(-1) === "whole"));
    return parts.map((part) => [part.path.join("."), "fault" in part ? part.fault : part.value]);
  }

  it.each([1, 2, 3, 1000])(
    "gives each value with its path, handed over %i characters at a time",
    async (size) => {
      const document =
        '{"a": [1, -2.5e3, [true, null], {}], "b\\"": "x\\\\\\"y", "whole": {"c": [1, "]}"]}, "d": []}';
      expect(await walk(document, size)).toEqual([
        ["a.0", 1],
        ["a.1", -2500],
        ["a.2.0", true],
        ["a.2.1", null],
        ['b"', 'x\\"y'],
        ["whole", { c: [1, "]}"] }],
      ]);
    },
  );

  it("ends at nesting without end", async () => {
    expect(await walk("[".repeat(100_000), 1000)).toEqual([[expect.any(String), "malformed-json"]]);
  });
});
