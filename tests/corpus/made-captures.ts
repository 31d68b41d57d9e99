/** Captures made up for tests, in the formats in which real ones come. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { captureBytes } from "../../loaders/corpus/capture-file.ts";
import type { Outcome, RawPost, Reject } from "../../loaders/corpus/outcome.ts";

/** A folder that is thrown away with the machine's temporary files. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), "corpus-"));
}

export function written(folder: string, name: string, bytes: Uint8Array | string): string {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  return file;
}

/** Bytes as a capture, handed over in pieces of `size`. */
export function inPieces(bytes: Uint8Array | string, size = 1000): ReturnType<typeof captureBytes> {
  const whole = Buffer.from(bytes as string);
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let start = 0; start < whole.length; start += size) yield whole.subarray(start, start + size);
  }
  return captureBytes(pieces());
}

export async function gathered<T>(source: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of source) all.push(item);
  return all;
}

export async function postsAndRejects(
  source: AsyncIterable<Outcome>,
): Promise<{ posts: RawPost[]; rejects: Reject[]; reasons: string[] }> {
  const all = await gathered(source);
  const rejects = all.filter((outcome) => outcome.kind === "reject");
  return {
    posts: all.filter((outcome) => outcome.kind === "post"),
    rejects,
    reasons: rejects.map(({ reason }) => reason),
  };
}

/** Why a parser refuses a file as a whole; fails where it does not. */
export async function refusalOf(source: AsyncIterable<Outcome>): Promise<string> {
  const { posts, rejects } = await postsAndRejects(source);
  const [last] = rejects.slice(-1);
  if (posts.length > 0 || last?.reason !== "wrong-file")
    throw new Error("found outcomes, expected a refusal");
  return last.detail;
}

export interface MadeRecord {
  readonly uri: string;
  readonly body: string | Uint8Array;
  readonly type?: string;
  readonly status?: string;
  readonly headers?: readonly string[];
  readonly date?: string;
}

/** One WARC record; a response unless its type says otherwise. */
export function warcRecord(record: MadeRecord): Buffer {
  const type = record.type ?? "response";
  const http = [
    `HTTP/1.1 ${record.status ?? "200 OK"}`,
    ...(record.headers ?? ["Content-Type: text/html; charset=utf-8"]),
    "",
    "",
  ].join("\r\n");
  const body = Buffer.from(record.body as string);
  const block = type === "response" ? Buffer.concat([Buffer.from(http), body]) : body;
  const head = [
    "WARC/1.1",
    `WARC-Type: ${type}`,
    `WARC-Target-URI: ${record.uri}`,
    `WARC-Date: ${record.date ?? "2023-06-02T08:00:00Z"}`,
    "Content-Type: application/http; msgtype=response",
    `Content-Length: ${block.length}`,
    "",
    "",
  ].join("\r\n");
  return Buffer.concat([Buffer.from(head), block, Buffer.from("\r\n\r\n")]);
}

export function warc(records: readonly MadeRecord[]): Buffer {
  return Buffer.concat(records.map(warcRecord));
}

/** Each record a gzip member of its own, as the format recommends. */
export function warcGz(records: readonly MadeRecord[]): Buffer {
  return Buffer.concat(records.map((record) => gzipSync(warcRecord(record))));
}

export interface MadeMessage {
  readonly id: string;
  readonly inner: string;
  readonly time?: string;
  readonly views?: string;
  readonly meta?: string;
  readonly classes?: string;
}

/** A Telegram preview page of such messages. */
export function previewPage(messages: readonly MadeMessage[]): string {
  const wraps = messages.map(
    ({ id, inner, time = "2023-02-28T07:47:53+00:00", views = "120", meta = "", classes = "" }) =>
      `<div class="tgme_widget_message_wrap js-widget_message_wrap">
<div class="tgme_widget_message text_not_supported_wrap ${classes} js-widget_message" data-post="${id}">
<div class="tgme_widget_message_bubble"><div class="tgme_widget_message_author accent_color">Owner</div>${inner}
<div class="tgme_widget_message_footer compact js-message_footer"><div class="tgme_widget_message_info short">
<span class="tgme_widget_message_views">${views}</span><span class="copyonly"> views</span>
<span class="tgme_widget_message_meta">${meta}<a class="tgme_widget_message_date" href="https://t.me/${id}">
<time datetime="${time}" class="time">07:47</time></a></span></div></div></div></div></div>`,
  );
  return `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>${wraps.join("\n")}</body></html>`;
}

export function messageText(text: string): string {
  return `<div class="tgme_widget_message_text js-message_text" dir="auto">${text}</div>`;
}

export const meltwaterHeader = [
  "Date",
  "Headline",
  "URL",
  "Opening Text",
  "Hit Sentence",
  "Source",
  "Influencer",
  "Country",
  "Twitter Screen Name",
  "User Profile Url",
  "Time",
];

export interface MadeRow {
  readonly date?: string;
  readonly headline?: string;
  readonly url?: string;
  readonly opening?: string;
  readonly hit?: string;
  readonly source?: string;
  readonly influencer?: string;
  readonly handle?: string;
}

export function meltwaterFields(row: MadeRow): string[] {
  const { date = "31-May-2023 11:05PM", headline = "Headline", url = "https://news.example/1" } = row;
  const { opening = "Opening", hit = "Hit", source = "news.example", influencer = "", handle = "" } = row;
  return [date, headline, url, opening, hit, source, influencer, "KZ", handle, "", ""];
}

/** A Meltwater export as it comes: UTF-16LE with a byte order mark, tabs, CRLF. */
export function meltwaterExport(rows: readonly (MadeRow | string)[]): Buffer {
  const lines = rows.map((row) => (typeof row === "string" ? row : meltwaterFields(row).join("\t")));
  return Buffer.from(`\ufeff${[meltwaterHeader.join("\t"), ...lines].join("\r\n")}\r\n`, "utf16le");
}

/** Numbers that look random and are the same each time (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
