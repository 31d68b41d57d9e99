import { type AccountNames, accountName } from "./account-names.ts";
import { type CaptureBytes, damageOf } from "./capture-file.ts";
import { scanJson } from "./json-scan.ts";
import { at, countIn, idIn, listIn, textIn } from "./json-value.ts";
import { type Outcome, type RawPost, type Reject, reject, shapeOf } from "./outcome.ts";
import { entityText, pollText } from "./telegram-entities.ts";
import { decodeStream } from "./text-stream.ts";
import { unixSeconds } from "./unix-time.ts";
import { readIsoDate } from "./written-date.ts";
import type { Zone } from "./zoned-time.ts";

export const parser = "telegram-export/1";

/** Kinds of chats that are read; conversations between persons are not. */
const READ = new Set([
  "private_group",
  "private_supergroup",
  "public_supergroup",
  "private_channel",
  "public_channel",
]);

/** A message, with what the export says of it beside the post's own fields. */
export interface TelegramExportPost extends RawPost {
  readonly edited: boolean;
  readonly forwarded: boolean;
  /** Id of the message that it answers, in the same chat. */
  readonly replyTo: string | undefined;
}

interface Chat {
  /** Where it stands in the document. */
  readonly key: string;
  /** Position in a whole account's export, from 1; undefined where the export is of one chat. */
  readonly position: number | undefined;
  id?: string;
  type?: string;
  refused: boolean;
}

/**
 * Reads Telegram Desktop's JSON export (`result.json`) of one chat, or of a whole account, one outcome a message.
 * Groups and channels are read; of a conversation between persons one reject is all that remains. The id is
 * `CHAT/123`, where CHAT is the chat's number, or its name where the entry gives one (then the same as in the
 * preview's pages). Who wrote is known by number; names and signatures are not read.
 */
export async function* readTelegramExport(
  bytes: CaptureBytes,
  zone: Zone,
  names?: AccountNames,
): AsyncGenerator<Outcome> {
  let chat: Chat | undefined;
  let isEmpty = true;
  for await (const part of scanJson(decodeStream(bytes), isMessage)) {
    const { path } = part;
    const isInside = isMessage(path);
    isEmpty &&= !isInside && !("fault" in part);
    const above = isInside ? path.slice(0, -2) : path.slice(0, -1);
    const key = above.join("\n");
    if (chat?.key !== key) {
      const position = above.length === 0 ? undefined : Number(above.at(-1)) + 1;
      chat = { key, position, refused: false };
    }
    const message = Number(path.at(-1)) + 1;
    const record = [chat.position, message].filter(Number.isFinite).join(".") || "1";
    if ("fault" in part) {
      yield reject(record, part.fault, part.detail);
    } else if (!isInside) {
      if (path.at(-1) === "id") chat.id = idIn(part.value);
      if (path.at(-1) === "type") chat.type = textIn(part.value);
    } else if (!chat.refused && !READ.has(chat.type ?? "")) {
      chat.refused = true;
      const found =
        chat.type === undefined ? "a chat without a type" : `a chat of type ${shownType(chat.type)}`;
      yield reject(record, "private-chat", `found ${found}, expected a group or channel`);
    } else if (!chat.refused) {
      yield readMessage(part.value, chat, record, zone, names);
    }
  }
  if (isEmpty) yield reject(1, "no-messages", "found no messages in the file");
  yield* damageOf(bytes, 1);
}

function isMessage(path: readonly string[]): boolean {
  return path.at(-2) === "messages" && /^\d+$/u.test(path.at(-1)!);
}

function readMessage(
  message: unknown,
  chat: Chat,
  record: string,
  zone: Zone,
  names: AccountNames | undefined,
): TelegramExportPost | Reject {
  const id = idIn(at(message, "id"));
  if (chat.id === undefined || id === undefined || !/^-?\d+$/u.test(id)) {
    return reject(record, "no-id", "found no id of the chat and the message");
  }
  const type = at(message, "type");
  if (type === "service") {
    return reject(record, "service-message", "found a notice of the platform, expected a message");
  }
  if (type !== "message") return reject(record, "unsupported", "found no message that the export holds");
  const publishedAt = timeOf(message, record, zone);
  if (typeof publishedAt !== "number") return publishedAt;
  const words = entityText(at(message, "text") ?? at(message, "text_entities")).trim();
  const text = [words, pollText(at(message, "poll"))].filter((part) => part !== "").join("\n\n");
  if (text === "") {
    return reject(record, "no-text", "found no words in the message (a photo, video, file or sticker alone)");
  }
  const channel = /channel$/u.test(chat.type ?? "") ? `channel${chat.id}` : undefined;
  const author = idIn(at(message, "from_id")) ?? channel;
  return {
    kind: "post",
    record,
    nativeId: `${accountName(chat.id, names)}/${id}`,
    account: author === undefined ? undefined : accountName(author, names),
    publishedAt,
    text,
    likes: reactions(message),
    edited: at(message, "edited") !== undefined,
    forwarded: at(message, "forwarded_from") !== undefined,
    replyTo: idIn(at(message, "reply_to_message_id")),
  };
}

/** `date_unixtime`; exports before 2022 have only `date`, by the clock of the computer that exported. */
function timeOf(message: unknown, record: string, zone: Zone): number | Reject {
  const unix = unixSeconds(at(message, "date_unixtime"));
  if (unix !== undefined) return unix;
  const written = textIn(at(message, "date"));
  if (written === undefined) return reject(record, "no-date", "found no date_unixtime and no date");
  const time = readIsoDate(written, zone);
  if (time !== undefined) return time;
  const detail = `found ${shapeOf(written)}, expected a time such as 2023-02-28T07:47:53`;
  return reject(record, "unreadable-date", detail);
}

/** The sum of the reactions' counts; undefined where the export has none. */
function reactions(message: unknown): number | undefined {
  const counts = listIn(at(message, "reactions")).map((reaction) => countIn(at(reaction, "count")));
  const known = counts.filter((count) => count !== undefined);
  return known.length === 0 ? undefined : known.reduce((sum, count) => sum + count, 0);
}

function shownType(type: string): string {
  return /^[a-z_]{1,30}$/u.test(type) ? type : shapeOf(type);
}
