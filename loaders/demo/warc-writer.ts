/** WARC 1.1 (ISO 28500:2017) with a gzip member a record: warcinfo, then request and response pairs. */
import { createHash } from "node:crypto";
import { gzip } from "./gzip.ts";

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

function base32(bytes: Uint8Array): string {
  let out = "";
  let bits = 0;
  let value = 0;
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      out += alphabet[(value >> bits) & 31];
    }
    value &= (1 << bits) - 1;
  }
  return bits > 0 ? out + alphabet[(value << (5 - bits)) & 31] : out;
}

function digest(bytes: Uint8Array): string {
  return `sha1:${base32(createHash("sha1").update(bytes).digest())}`;
}

/** A record id that only the content decides. */
function recordId(...parts: (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  const hex = hash.digest("hex");
  return `<urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}>`;
}

function record(headers: readonly (readonly [string, string])[], block: Uint8Array): Buffer {
  const head = [
    "WARC/1.1",
    ...headers.map(([name, value]) => `${name}: ${value}`),
    `Content-Length: ${block.length}`,
  ];
  return gzip(Buffer.concat([Buffer.from(`${head.join("\r\n")}\r\n\r\n`), block, Buffer.from("\r\n\r\n")]));
}

export interface Page {
  readonly url: string;
  readonly status?: 200 | 404;
  readonly type: string;
  readonly body: string;
}

/** The records of one capture, each a gzip member: warcinfo first, then request and response of each page. `date` is ISO UTC to the second. */
export function warcRecords(name: string, date: string, pages: readonly Page[]): Buffer[] {
  const info = Buffer.from(
    "software: tyndau demo generator\r\nformat: WARC File Format 1.1\r\ndescription: synthetic pages; no real site was visited\r\n",
  );
  const out = [
    record(
      [
        ["WARC-Type", "warcinfo"],
        ["WARC-Record-ID", recordId("info", name)],
        ["WARC-Date", date],
        ["WARC-Filename", name],
        ["Content-Type", "application/warc-fields"],
      ],
      info,
    ),
  ];
  for (const page of pages) {
    const { host, pathname, search } = new URL(page.url);
    const body = Buffer.from(page.body);
    const status = page.status === 404 ? "404 Not Found" : "200 OK";
    const response = Buffer.concat([
      Buffer.from(
        `HTTP/1.1 ${status}\r\nServer: nginx\r\nContent-Type: ${page.type}\r\nContent-Length: ${body.length}\r\n\r\n`,
      ),
      body,
    ]);
    const request = Buffer.from(
      `GET ${pathname}${search} HTTP/1.1\r\nHost: ${host}\r\nUser-Agent: tyndau-demo\r\n\r\n`,
    );
    const id = recordId("response", name, page.url, response);
    out.push(
      record(
        [
          ["WARC-Type", "request"],
          ["WARC-Record-ID", recordId("request", name, page.url, response)],
          ["WARC-Date", date],
          ["WARC-Target-URI", page.url],
          ["WARC-Concurrent-To", id],
          ["WARC-Block-Digest", digest(request)],
          ["Content-Type", "application/http;msgtype=request"],
        ],
        request,
      ),
      record(
        [
          ["WARC-Type", "response"],
          ["WARC-Record-ID", id],
          ["WARC-Date", date],
          ["WARC-Target-URI", page.url],
          ["WARC-Payload-Digest", digest(body)],
          ["WARC-Block-Digest", digest(response)],
          ["Content-Type", "application/http;msgtype=response"],
        ],
        response,
      ),
    );
  }
  return out;
}
