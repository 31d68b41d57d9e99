import { randomUUID } from "node:crypto";
import type { StoredExchange } from "./stored-exchange.ts";
import { type Fields, sha1, warcRecord } from "./warc-record.ts";

/** The two records of an exchange, and what stands in the second. */
export interface ExchangeRecords {
  readonly request: Buffer;
  readonly response: Buffer;
  readonly fields: Fields;
  readonly block: Buffer;
}

/** `2023-06-02T08:00:00Z`, as far as the seconds. */
const SECONDS_LENGTH = 19;

/**
 * A request record and a response (or revisit) record of one exchange. A revisit is given an empty payload, and brings
 * the digest of the one that it refers to in `more`. `now` in milliseconds since 1970 UTC.
 */
export function exchangeRecords(
  { url, request, responseHead }: StoredExchange,
  type: "response" | "revisit",
  payload: Buffer,
  more: Fields,
  now: number,
): ExchangeRecords {
  const id = `<urn:uuid:${randomUUID()}>`;
  const date = warcDate(now);
  const block = Buffer.concat([Buffer.from(responseHead, "latin1"), payload]);
  const digest: Fields = type === "revisit" ? [] : [["WARC-Payload-Digest", sha1(payload)]];
  const fields: Fields = [
    ["WARC-Type", type],
    ["WARC-Record-ID", id],
    ["WARC-Date", date],
    ["WARC-Target-URI", url],
    ...digest,
    ["WARC-Block-Digest", sha1(block)],
    ...more,
    ["Content-Type", "application/http;msgtype=response"],
  ];
  const asked: Fields = [
    ["WARC-Type", "request"],
    ["WARC-Record-ID", `<urn:uuid:${randomUUID()}>`],
    ["WARC-Date", date],
    ["WARC-Target-URI", url],
    ["WARC-Concurrent-To", id],
    ["WARC-Block-Digest", sha1(request)],
    ["Content-Type", "application/http;msgtype=request"],
  ];
  return { request: warcRecord(asked, request), response: warcRecord(fields, block), fields, block };
}

/** The first record of a file: who collected, for what, how. */
export function warcinfo(filename: string, about: Fields, now: number): Buffer {
  const lines: Fields = [["format", "WARC File Format 1.1"], ...about];
  return warcRecord(
    [
      ["WARC-Type", "warcinfo"],
      ["WARC-Record-ID", `<urn:uuid:${randomUUID()}>`],
      ["WARC-Date", warcDate(now)],
      ["WARC-Filename", filename.slice(filename.lastIndexOf("/") + 1)],
      ["Content-Type", "application/warc-fields"],
    ],
    Buffer.from(lines.map(([name, value]) => `${name}: ${value}\r\n`).join("")),
  );
}

function warcDate(now: number): string {
  return `${new Date(now).toISOString().slice(0, SECONDS_LENGTH)}Z`;
}
