import { type Element, isTag, isText } from "domhandler";
import type { CaptureBytes } from "./capture-file.ts";
import { readCount } from "./count.ts";
import { hasClass, parsePage, visibleText } from "./html.ts";
import { type Outcome, type RawPost, type Reject, reject, shapeOf } from "./outcome.ts";
import { type Page, readPages } from "./pages.ts";
import { elementAt, elementsAt } from "./select.ts";
import { readIsoDate } from "./written-date.ts";
import { Zone } from "./zoned-time.ts";

export const parser = "telegram-preview/2";

/** A message, with what the platform says of it beside the post's own fields. */
export interface TelegramPost extends RawPost {
  readonly edited: boolean;
  readonly forwarded: boolean;
  /** The public channel that it was forwarded from; undefined where that is hidden or a person. */
  readonly forwardedFrom: string | undefined;
  /** Id of the message that it answers, such as `channel/12`. */
  readonly replyTo: string | undefined;
  /** True where the message names who wrote it for the channel; the name itself is not read. */
  readonly signed: boolean;
  /** What it shows beside words, once for each picture of a group, in the page's order. */
  readonly media: readonly TelegramMedia[];
}

export type TelegramMedia = keyof typeof MEDIA;

const MEDIA = {
  photo: "tgme_widget_message_photo_wrap",
  video: "tgme_widget_message_video_player",
  "round-video": "tgme_widget_message_roundvideo_player",
  voice: "tgme_widget_message_voice_player",
  file: "tgme_widget_message_document_wrap",
  sticker: "tgme_widget_message_sticker_wrap",
  poll: "tgme_widget_message_poll",
  place: "tgme_widget_message_location_wrap",
  link: "tgme_widget_message_link_preview",
} as const;

const UTC = new Zone("UTC");

/**
 * Reads preview pages of public channels (`https://t.me/s/CHANNEL`), in WARC or as HTML files, one outcome a
 * message. The id is `channel/123`. Views are as the page rounds them (37.2K is 37200). A message's own words
 * are its text and a poll's question and answers: not what it replies to, nor a link's preview, nor a file's
 * name. A signed author's name and the title of a channel that it forwards are not read at all.
 */
export async function* readTelegramPreview(bytes: CaptureBytes): AsyncGenerator<Outcome> {
  let isEmpty = true;
  for await (const page of readPages(bytes)) {
    isEmpty = false;
    if (page.kind === "reject") yield page;
    else yield* messagesOf(page);
  }
  if (isEmpty) yield reject(1, "no-messages", "found no page in the file");
}

/** The messages of one page. */
export function messagesOf(page: Page): (TelegramPost | Reject)[] {
  const pageRecord = page.record ?? 1;
  if (page.contentType !== "" && !/html/iu.test(page.contentType)) {
    return [reject(pageRecord, "not-html", `found ${page.contentType.slice(0, 60)}, expected text/html`)];
  }
  const tree = parsePage(page.text);
  if (tree === undefined) {
    return [reject(pageRecord, "malformed-page", "found a page too long or too deeply nested")];
  }
  const messages = elementsAt(tree, ".tgme_widget_message");
  if (messages.length === 0) {
    return [reject(pageRecord, "no-messages", "found no messages; the channel may have closed its preview")];
  }
  return messages.map((message, index) => {
    const record = page.record === undefined ? `${index + 1}` : `${page.record}.${index + 1}`;
    return readMessage(message, record, page.capturedAt);
  });
}

function readMessage(
  message: Element,
  record: string,
  capturedAt: number | undefined,
): TelegramPost | Reject {
  const nativeId = message.attribs["data-post"] ?? "";
  const [channel = "", number = ""] = nativeId.split("/");
  if (channel === "" || !/^\d{1,12}$/u.test(number)) {
    return reject(record, "no-id", `found the id ${shapeOf(nativeId)}, expected channel/123`);
  }
  if (hasClass(message, "service_message")) {
    return reject(record, "service-message", "found a notice of the platform, expected a message");
  }
  const datetime = elementAt(message, ".tgme_widget_message_date time[datetime], time.time[datetime]")
    ?.attribs.datetime;
  if (datetime === undefined) return reject(record, "no-date", "found no time of publication");
  const publishedAt = readIsoDate(datetime, UTC);
  if (publishedAt === undefined) {
    return reject(
      record,
      "unreadable-date",
      `found ${shapeOf(datetime)}, expected a time such as 2023-02-28T07:47:53+00:00`,
    );
  }
  const text = [ownText(message), pollText(message)].filter((part) => part !== "").join("\n\n");
  if (text === "") {
    return reject(record, "no-text", "found no words in the message (a photo, video, file or sticker alone)");
  }
  return {
    kind: "post",
    record,
    nativeId,
    account: channel,
    publishedAt,
    capturedAt,
    text,
    views: readCount(textOf(elementAt(message, ".tgme_widget_message_views"))),
    likes: reactions(message),
    edited: /\bedited\b/u.test(textOf(elementAt(message, ".tgme_widget_message_meta"))),
    forwarded: elementAt(message, ".tgme_widget_message_forwarded_from") !== undefined,
    forwardedFrom: messageAt(message, "a.tgme_widget_message_forwarded_from_name")?.split("/")[0],
    replyTo: messageAt(message, "a.tgme_widget_message_reply"),
    signed: elementAt(message, ".tgme_widget_message_from_author") !== undefined,
    media: mediaOf(message),
  };
}

/** The `channel/123` (or channel) that a link to Telegram leads to. */
function messageAt(message: Element, selector: string): string | undefined {
  const href = elementAt(message, selector)?.attribs.href ?? "";
  return /^https?:\/\/t\.me\/(\w{1,64}(?:\/\d{1,12})?)(?:[/?#]|$)/u.exec(href)?.[1];
}

function mediaOf(message: Element): TelegramMedia[] {
  const kinds = Object.entries(MEDIA) as [TelegramMedia, string][];
  const selector = kinds.map(([, className]) => `.${className}`).join(", ");
  return elementsAt(message, selector).map(
    (element) => kinds.find(([, className]) => hasClass(element, className))![0],
  );
}

/** A poll's question and answers, one a line; empty where there is none. */
function pollText(message: Element): string {
  const lines = elementsAt(
    message,
    ".tgme_widget_message_poll_question, .tgme_widget_message_poll_option_text",
  ).map(textOf);
  return lines.filter((line) => line !== "").join("\n");
}

/** The message's text; a grouped one holds it twice, one in the other. */
function ownText(message: Element): string {
  const texts = elementsAt(message, ".tgme_widget_message_text");
  return textOf(texts.find((element) => !isInside(element, message, "tgme_widget_message_reply")));
}

function isInside(element: Element, end: Element, className: string): boolean {
  for (let parent = element.parent; parent !== null && parent !== end; parent = parent.parent) {
    if (isTag(parent) && hasClass(parent, className)) return true;
  }
  return false;
}

/** The sum of the reactions' counts; undefined where the page shows none. */
function reactions(message: Element): number | undefined {
  const counts = elementsAt(message, ".tgme_reaction").map((reaction) =>
    readCount(reaction.children.map((child) => (isText(child) ? child.data : "")).join("")),
  );
  const known = counts.filter((count) => count !== undefined);
  return known.length === 0 ? undefined : known.reduce((sum, count) => sum + count, 0);
}

/** The words of an element; a person mentioned by name instead of account is left out. */
function textOf(element: Element | undefined): string {
  return element === undefined ? "" : visibleText(element, isPersonByName);
}

function isPersonByName(element: Element): boolean {
  return element.name === "a" && /^tg:\/\/user\?/u.test(element.attribs.href ?? "");
}
