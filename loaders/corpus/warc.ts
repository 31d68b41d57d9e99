import { ByteQueue } from "./byte-queue.ts";
import type { CaptureBytes } from "./capture-file.ts";
import { type Reject, reject } from "./outcome.ts";

/** One WARC record, read whole. */
export interface WarcEntry {
  readonly kind: "entry";
  /** Position in the file, from 1. */
  readonly record: number;
  /** `response`, `resource`, `revisit`, `request`, `metadata`, `warcinfo`, `conversion` or `continuation`. */
  readonly type: string;
  readonly uri: string;
  /** WARC-Date, milliseconds since 1970 UTC. */
  readonly date: number | undefined;
  readonly contentType: string;
  readonly block: Uint8Array;
}

/** Most bytes that a record's headers may take. */
const MAX_HEADERS = 1 << 17;
/** Most bytes of a record that are kept: no page is longer. */
const MAX_BLOCK = 1 << 26;
const VERSION = /^WARC\/\d\.\d/u;
const VERSION_START = "WARC/";
const VERSION_LENGTH = "WARC/1.1".length;
const CR = 0x0d;
const LF = 0x0a;

/**
 * Reads the records of a WARC file (ISO 28500). Never throws on what is in the file: a record that is cut, too
 * long or not well formed is a reject, and reading goes on at the next line that begins with a WARC version.
 * warcio 2.4.11 is not used to read: it waits for ever where a file ends inside a record, reads a header without
 * an end into memory whole, and shortens a record of a wrong length with no more than a warning.
 */
export async function* readWarc(bytes: CaptureBytes): AsyncGenerator<WarcEntry | Reject> {
  const queue = new ByteQueue(bytes);
  for (let record = 1; ; record += 1) {
    await queue.skip(isLineEnd);
    if ((await queue.fill(1)) === 0) {
      if (bytes.damage !== undefined) yield reject(record, "damaged-file", bytes.damage);
      return;
    }
    const headers = await readHeaders(queue, bytes);
    if (headers instanceof Map) {
      const outcome = await readEntry(queue, record, headers, bytes);
      yield outcome;
      if (outcome.kind === "reject" && outcome.reason === "truncated") return;
    } else {
      yield record === 1 && headers.reason === "malformed-warc" && headers.isStart
        ? reject(
            record,
            "not-warc",
            "found no WARC version at the start of the file, expected WARC/1.0 or WARC/1.1",
          )
        : reject(record, headers.reason, headers.detail);
      if (headers.reason === "truncated") return;
      await skipToVersion(queue);
    }
  }
}

interface HeaderFault {
  readonly reason: "malformed-warc" | "truncated";
  readonly detail: string;
  /** True where not even a version was found. */
  readonly isStart: boolean;
}

async function readHeaders(
  queue: ByteQueue,
  bytes: CaptureBytes,
): Promise<Map<string, string> | HeaderFault> {
  if (!(await isVersionAhead(queue))) {
    const detail = "found no WARC version at the start of the record";
    return { reason: "malformed-warc", detail, isStart: true };
  }
  let searched = 0;
  for (;;) {
    const ahead = queue.ahead;
    const end = endOfHeaders(ahead, Math.max(0, searched - 4));
    if (end !== undefined) return headersOf(queue.take(end));
    searched = ahead.length;
    if (searched > MAX_HEADERS) {
      const detail = `found no end of the headers within ${MAX_HEADERS} bytes`;
      queue.take(8);
      return { reason: "malformed-warc", detail, isStart: false };
    }
    if ((await queue.fill(searched + 1)) === searched) {
      queue.take(searched);
      const detail = `found the end of the file within a record's headers${note(bytes)}`;
      return { reason: "truncated", detail, isStart: false };
    }
  }
}

function endOfHeaders(ahead: Buffer, from: number): number | undefined {
  const crlf = ahead.indexOf("\r\n\r\n", from);
  const lf = ahead.indexOf("\n\n", from);
  if (crlf >= 0 && (lf < 0 || crlf < lf)) return crlf + 4;
  return lf < 0 ? undefined : lf + 2;
}

function headersOf(bytes: Uint8Array): Map<string, string> {
  const headers = new Map<string, string>();
  let last = "";
  for (const line of Buffer.from(bytes).toString("utf8").split(/\r?\n/u).slice(1)) {
    const colon = line.indexOf(":");
    if (/^[ \t]/u.test(line) && last !== "") {
      headers.set(last, `${headers.get(last)} ${line.trim()}`);
    } else if (colon > 0) {
      last = line.slice(0, colon).trim().toLowerCase();
      if (!headers.has(last)) headers.set(last, line.slice(colon + 1).trim());
    }
  }
  return headers;
}

async function readEntry(
  queue: ByteQueue,
  record: number,
  headers: Map<string, string>,
  bytes: CaptureBytes,
): Promise<WarcEntry | Reject> {
  const written = headers.get("content-length") ?? "";
  if (!/^\d{1,15}$/u.test(written)) {
    await skipToVersion(queue);
    return reject(record, "malformed-warc", "found no Content-Length in bytes");
  }
  const length = Number(written);
  const { bytes: block, read } = await queue.read(length, MAX_BLOCK);
  if (read < length)
    return reject(record, "truncated", `found ${read} bytes, expected ${length}${note(bytes)}`);
  await queue.skip(isLineEnd);
  if (!(await isVersionAhead(queue))) {
    await skipToVersion(queue);
    return reject(
      record,
      "malformed-warc",
      `found more than the ${length} bytes that the record gives as its length`,
    );
  }
  if (length > MAX_BLOCK) {
    return reject(record, "too-long", `found a record of ${length} bytes, expected at most ${MAX_BLOCK}`);
  }
  return {
    kind: "entry",
    record,
    type: headers.get("warc-type") ?? "",
    // wget 1.19 writes the address in angle brackets.
    uri: (headers.get("warc-target-uri") ?? "").replace(/^<(.*)>$/u, "$1"),
    date: warcDate(headers.get("warc-date") ?? ""),
    contentType: headers.get("content-type") ?? "",
    block,
  };
}

/** True where the stream goes on with a WARC version, ends within one, or ends. */
async function isVersionAhead(queue: ByteQueue): Promise<boolean> {
  const length = await queue.fill(VERSION_LENGTH);
  const ahead = queue.ahead.toString("latin1", 0, VERSION_LENGTH);
  return length < VERSION_LENGTH
    ? VERSION_START.startsWith(ahead.slice(0, VERSION_START.length))
    : VERSION.test(ahead);
}

/** Passes over bytes up to a line that begins with a WARC version, or to the end. */
async function skipToVersion(queue: ByteQueue): Promise<void> {
  while ((await queue.fill(16)) > 0) {
    const ahead = queue.ahead;
    const found = /\nWARC\/1\.\d\r?\n/u.exec(ahead.toString("latin1"));
    if (found !== null) {
      queue.take(found.index + 1);
      return;
    }
    // What may be the beginning of a version stays.
    const keep = Math.min(12, ahead.length);
    queue.take(ahead.length - keep);
    if ((await queue.fill(keep + 1)) === keep) queue.take(keep);
  }
}

function isLineEnd(byte: number): boolean {
  return byte === CR || byte === LF;
}

function note(bytes: CaptureBytes): string {
  return bytes.damage === undefined ? "" : `; ${bytes.damage}`;
}

function warcDate(text: string): number | undefined {
  const time = /^\d{4}-\d{2}-\d{2}T[\d:.]{5,20}Z$/u.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}
