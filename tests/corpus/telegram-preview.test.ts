import { describe, expect, it } from "vitest";
import { readCount } from "../../loaders/corpus/count.ts";
import { messagesOf, readTelegramPreview } from "../../loaders/corpus/telegram-preview.ts";
import { inPieces, messageText, postsAndRejects, previewPage, warcGz } from "./made-captures.ts";

const read = (html: string) => postsAndRejects(readTelegramPreview(inPieces(html)));
const emoji = '<i class="emoji" style="background-image:url(x)"><b>🅰️</b></i>';

describe("counts as platforms write them", () => {
  it.each([
    ["37.2K", 37_200],
    ["1.1M", 1_100_000],
    ["29.0K", 29_000],
    ["1", 1],
    ["1,250", 1250],
    ["1 250 000", 1_250_000],
    ["12.0", 12],
    ["12.5", undefined],
    ["many", undefined],
    ["", undefined],
  ])("%s", (text, count) => expect(readCount(text)).toBe(count));
});

describe("a message of a Telegram preview", () => {
  it("has its lines, links as text, entities and emoji", async () => {
    const text = `<b>Заголовок<br/><br/></b>Школа &quot;№5&quot; ${emoji}  ждёт\n   <a href="https://x.example/?q=1">детей</a> <a href="?q=%23tag">#тег</a>`;
    const { posts } = await read(previewPage([{ id: "kanal/7", inner: messageText(text) }]));
    expect(posts[0]!.text).toBe('Заголовок\n\nШкола "№5" 🅰️ ждёт детей #тег');
  });

  it("has the platform's id, time in UTC, views and reactions", async () => {
    const reactions =
      '<div class="tgme_widget_message_reactions"><span class="tgme_reaction"><i class="emoji"><b>👍</b></i>1.2K</span>' +
      '<span class="tgme_reaction"><i class="emoji"><b>2️⃣</b></i>3</span></div>';
    const { posts } = await read(
      previewPage([
        {
          id: "Kanal/7",
          inner: messageText("x") + reactions,
          views: "1.1M",
          time: "2023-02-28T07:47:53+06:00",
        },
        { id: "kanal/8", inner: messageText("y"), meta: "edited " },
      ]),
    );
    expect(posts[0]).toMatchObject({
      record: "1",
      nativeId: "Kanal/7",
      account: "Kanal",
      publishedAt: Date.UTC(2023, 1, 28, 1, 47, 53),
      views: 1_100_000,
      likes: 1203,
      edited: false,
    });
    expect(posts[1]).toMatchObject({ edited: true, likes: undefined });
  });

  it("has only its own words: no reply, forward header, file name, link preview or author's name", async () => {
    const inner = `<a class="tgme_widget_message_reply" href="https://t.me/kanal/1">
      <div class="tgme_widget_message_author">Quoted Person</div>
      <div class="tgme_widget_message_text js-message_reply_text">quoted words</div></a>
      <div class="tgme_widget_message_forwarded_from">Forwarded from <a>Other</a></div>
      <a class="tgme_widget_message_document_wrap"><div class="tgme_widget_message_document_title">file.pdf</div></a>
      ${messageText(messageText("own words"))}
      <a class="tgme_widget_message_link_preview"><div class="link_preview_title">preview</div></a>`;
    const meta = '<span class="tgme_widget_message_from_author" dir="auto">Real Name</span>, ';
    const { posts } = await read(previewPage([{ id: "kanal/7", inner, meta }]));
    expect(posts[0]).toMatchObject({ text: "own words", forwarded: true });
    expect(JSON.stringify(posts)).not.toMatch(/Real Name|Quoted|quoted|preview|file\.pdf/u);
    expect(posts[0]).toMatchObject({ signed: true, replyTo: "kanal/1", media: ["file", "link"] });
  });

  it("that is a poll has its question and answers", async () => {
    const inner =
      '<div class="tgme_widget_message_poll"><div class="tgme_widget_message_poll_question">Как лучше?</div>' +
      '<div class="tgme_widget_message_poll_option_text">Так</div></div>';
    expect((await read(previewPage([{ id: "kanal/7", inner }]))).posts[0]).toMatchObject({
      text: "Как лучше?\nТак",
      media: ["poll"],
    });
  });

  it("forwarded from a public channel names it by its address, from a person not at all", async () => {
    const from = (name: string) =>
      `<div class="tgme_widget_message_forwarded_from">Forwarded from ${name}</div>`;
    const { posts } = await read(
      previewPage([
        {
          id: "kanal/1",
          inner: `${from('<a class="tgme_widget_message_forwarded_from_name" href="https://t.me/other/12">Other</a>')}${messageText("x")}`,
        },
        {
          id: "kanal/2",
          inner: `${from('<span class="tgme_widget_message_forwarded_from_name">Real Name</span>')}${messageText("y")}`,
        },
        { id: "kanal/3", inner: messageText("z") },
      ]),
    );
    expect(posts).toMatchObject([
      { forwarded: true, forwardedFrom: "other" },
      { forwarded: true, forwardedFrom: undefined },
      { forwarded: false, forwardedFrom: undefined },
    ]);
    expect(JSON.stringify(posts)).not.toContain("Real Name");
  });

  it("has custom emoji as characters, spoilers, quotes and code as text, persons named by name not", async () => {
    const text =
      '<tg-emoji emoji-id="5"><i class="emoji"><b>⭐</b></i></tg-emoji> <tg-spoiler>скрыто</tg-spoiler>' +
      '<blockquote>цитата</blockquote><pre>a  b</pre><a href="tg://user?id=7">Real Name</a>';
    const { posts } = await read(previewPage([{ id: "kanal/1", inner: messageText(text) }]));
    expect(posts[0]!.text).toBe("⭐ скрыто\nцитата\n\na b");
  });

  it("without words, id or time, or of the platform itself, is a reject with its reason", async () => {
    const { posts, reasons } = await read(
      previewPage([
        { id: "kanal/1", inner: '<a class="tgme_widget_message_photo_wrap"></a>' },
        { id: "kanal/2", inner: messageText("pinned"), classes: "service_message" },
        { id: "kanal", inner: messageText("x") },
        { id: "kanal/4", inner: messageText("x"), time: "yesterday" },
        { id: "kanal/5", inner: messageText("kept") },
      ]),
    );
    expect(reasons).toEqual(["no-text", "service-message", "no-id", "unreadable-date"]);
    expect(posts.map(({ record }) => record)).toEqual(["5"]);
  });

  it("in a WARC is numbered by record and place, and knows when it was captured", async () => {
    const page = previewPage([1, 2].map((id) => ({ id: `kanal/${id}`, inner: messageText(`m${id}`) })));
    const uri = "https://t.me/s/kanal";
    const { posts, reasons } = await postsAndRejects(
      readTelegramPreview(
        inPieces(
          warcGz([
            { uri, type: "request", body: "GET" },
            { uri, body: page },
            { uri, body: "<html></html>" },
            { uri, headers: ["Content-Type: image/png"], body: "x" },
          ]),
        ),
      ),
    );
    expect(posts.map(({ record, capturedAt }) => [record, capturedAt])).toEqual([
      ["2.1", Date.UTC(2023, 5, 2, 8)],
      ["2.2", Date.UTC(2023, 5, 2, 8)],
    ]);
    expect(reasons).toEqual(["no-messages", "not-html"]);
  });

  it("is read from deeply nested tags; a page nested without end is a reject", async () => {
    const nested = (depth: number) =>
      read(
        previewPage([
          { id: "kanal/1", inner: "<div>".repeat(depth) + messageText(`d${"<b>".repeat(depth)}eep`) },
        ]),
      );
    expect((await nested(300)).posts[0]!.text).toBe("deep");
    expect((await nested(100_000)).reasons).toEqual(["malformed-page"]);
  });
});

describe("a page that is no preview", () => {
  it("is one reject", () => {
    const page = {
      kind: "page",
      record: 3,
      uri: "",
      capturedAt: undefined,
      contentType: "text/html",
      text: "",
    } as const;
    expect(messagesOf(page)).toMatchObject([{ record: "3", reason: "no-messages" }]);
  });
});
