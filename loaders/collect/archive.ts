import { randomUUID } from "node:crypto";
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { cdxjLine, type Entry, isoTime, readCdxjLine } from "./cdxj.ts";
import { recordAt, Segments } from "./segments.ts";
import type { StoredExchange } from "./stored-exchange.ts";
import { unfold } from "./unfold.ts";
import { type Fields, sha1, warcRecord } from "./warc-record.ts";

/** What the collector of a page keeps of it in the index. */
export type Note = (url: string, body: Buffer) => unknown;

/** What a collector may ask of what is held. */
export interface Held {
  /** The latest kept content of an address, through redirects. */
  content(url: string): Entry | undefined;
  /** The latest visit to an address, whatever it gave. */
  visit(url: string): Entry | undefined;
  /** All content in the order in which it was kept. */
  all(): readonly Entry[];
  /** The page of an entry, without content coding. */
  body(entry: Entry): Buffer;
}

export interface ArchiveSettings {
  readonly folder: string;
  readonly id: string;
  readonly note?: Note;
  /** Bytes after which a file is closed. */
  readonly segmentBytes?: number;
  /** Bytes that a page may unfold to. */
  readonly unfoldedBytes: number;
  /** For the first record of each file: who collected for what. */
  readonly about: Fields;
  readonly now: () => number;
}

const SEGMENT_BYTES = 1 << 27;
const LENGTH_OF_A_SECOND = 19;

/**
 * What is held of one source, in its own folder:
 *
 * - `ID-00001.warc.gz` …: each new page, as a request and a response;
 * - `visits/ID-visits-00001.warc.gz` …: visits that gave no new page: unchanged ones (as `revisit`), redirects,
 *   errors. They stand apart so that a visit without news leaves the captures, and all that is made of them,
 *   untouched;
 * - `ID.cdxj`: an index over both, made again from them where it is missing or behind.
 */
export class Archive implements Held {
  readonly #settings: ArchiveSettings;
  readonly #contents: Segments;
  readonly #visits: Segments;
  readonly #index: string;
  readonly #entries: Entry[] = [];
  readonly #byUrl = new Map<string, Entry[]>();

  constructor(settings: ArchiveSettings) {
    this.#settings = settings;
    const { folder, id, segmentBytes = SEGMENT_BYTES } = settings;
    mkdirSync(folder, { recursive: true });
    const head = (filename: string) => this.#warcinfo(filename);
    this.#contents = new Segments(folder, id, segmentBytes, head);
    this.#visits = new Segments(folder, `visits/${id}-visits`, segmentBytes, head);
    this.#index = join(folder, `${id}.cdxj`);
    this.#load();
  }

  content(url: string): Entry | undefined {
    let address = url;
    for (let hop = 0; hop < 6; hop += 1) {
      const entries = this.#byUrl.get(address) ?? [];
      const content = entries.findLast(isContent);
      if (content !== undefined) return content;
      const next = entries.findLast(({ redirect }) => redirect !== undefined)?.redirect;
      if (next === undefined) return undefined;
      address = next;
    }
    return undefined;
  }

  visit(url: string): Entry | undefined {
    return this.#byUrl.get(url)?.at(-1);
  }

  all(): readonly Entry[] {
    return this.#entries.filter(isContent);
  }

  body(entry: Entry): Buffer {
    const record = recordAt(this.#settings.folder, entry);
    const page = record && httpOf(record.block);
    const body = page && unfold(page.body, page.headers.get("content-encoding") ?? "", this.#limit);
    if (body === undefined || typeof body === "string") {
      throw new Error(
        `found no page at byte ${entry.offset} of ${entry.filename}, which ${this.#index} names; delete the index, it is made again`,
      );
    }
    return body;
  }

  /** The digest of a payload, as the index holds it. */
  digest(payload: Uint8Array): string {
    return sha1(payload);
  }

  /** Keeps a new page. */
  keep(exchange: StoredExchange): Entry {
    const [request, response] = this.#pair(exchange, "response", exchange.payload, []);
    return this.#write(this.#contents, request, response);
  }

  /** Keeps the fact that a page was as it had been: with its headers, without its body. */
  keepUnchanged(exchange: StoredExchange, earlier: Entry, isNotModified: boolean): Entry {
    const profile = isNotModified ? "server-not-modified" : "identical-payload-digest";
    const [request, response] = this.#pair(exchange, "revisit", Buffer.alloc(0), [
      ["WARC-Profile", `http://netpreserve.org/warc/1.1/revisit/${profile}`],
      ["WARC-Refers-To", `<${earlier.id}>`],
      ["WARC-Refers-To-Target-URI", earlier.url],
      ["WARC-Refers-To-Date", isoTime(earlier.time)],
      ["WARC-Payload-Digest", earlier.digest],
      ["WARC-Truncated", "length"],
    ]);
    return this.#write(this.#visits, request, response);
  }

  /** Keeps an answer that is no page: a redirect, an error, a platform's complaint. */
  keepVisit(exchange: StoredExchange): Entry {
    const [request, response] = this.#pair(exchange, "response", exchange.payload, []);
    return this.#write(this.#visits, request, response);
  }

  /** Hands all to the disk and puts the index in order. */
  close(): void {
    this.#contents.close();
    this.#visits.close();
    if (this.#entries.length > 0) this.#writeIndex();
  }

  get #limit(): number {
    return this.#settings.unfoldedBytes;
  }

  #load(): void {
    const text = existsSync(this.#index) ? readFileSync(this.#index, "utf8") : "";
    const known = new Map<string, number>();
    const read = text.split("\n").slice(0, -1).map(readCdxjLine);
    const isWhole = text === "" || (text.endsWith("\n") && !read.includes(undefined));
    // What the index names beyond a file's end was lost with the disk's power, and is fetched anew.
    const sizes = new Map(
      [...this.#contents.filenames(), ...this.#visits.filenames()].map((name) => [
        name,
        statSync(join(this.#settings.folder, name)).size,
      ]),
    );
    const entries = (isWhole ? read : []).filter(
      (entry): entry is Entry =>
        entry !== undefined && entry.offset + entry.length <= (sizes.get(entry.filename) ?? 0),
    );
    for (const { filename, offset, length } of entries)
      known.set(filename, Math.max(known.get(filename) ?? 0, offset + length));
    const found = [...this.#contents.recover(known), ...this.#visits.recover(known)];
    entries.push(...found.flatMap((record) => this.#entryOf(record.fields, record.block, record) ?? []));
    entries.sort((one, other) => order(one.filename, other.filename) || one.offset - other.offset);
    // Contents and visits interleave by time; within a file the order is that of writing.
    for (const entry of entries) this.#remember(entry);
    for (const list of this.#byUrl.values()) list.sort((one, other) => order(one.time, other.time));
    if (found.length > 0 || entries.length < read.length || !isWhole) this.#writeIndex();
  }

  #remember(entry: Entry): void {
    this.#entries.push(entry);
    const list = this.#byUrl.get(entry.url);
    if (list === undefined) this.#byUrl.set(entry.url, [entry]);
    else list.push(entry);
  }

  #write(
    segments: Segments,
    request: Buffer,
    response: { record: Buffer; fields: Fields; block: Buffer },
  ): Entry {
    const place = segments.append([request, response.record]);
    const fields = new Map(response.fields.map(([name, value]) => [name.toLowerCase(), value]));
    const entry = this.#entryOf(fields, response.block, place)!;
    this.#remember(entry);
    appendFileSync(this.#index, `${cdxjLine(entry)}\n`);
    return entry;
  }

  #pair(
    exchange: StoredExchange,
    type: "response" | "revisit",
    payload: Buffer,
    more: Fields,
  ): [Buffer, { record: Buffer; fields: Fields; block: Buffer }] {
    const { url, request, responseHead } = exchange;
    const id = `<urn:uuid:${randomUUID()}>`;
    const date = this.#date();
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
    return [warcRecord(asked, request), { record: warcRecord(fields, block), fields, block }];
  }

  #warcinfo(filename: string): Buffer {
    const about: Fields = [["format", "WARC File Format 1.1"], ...this.#settings.about];
    return warcRecord(
      [
        ["WARC-Type", "warcinfo"],
        ["WARC-Record-ID", `<urn:uuid:${randomUUID()}>`],
        ["WARC-Date", this.#date()],
        ["WARC-Filename", filename.slice(filename.lastIndexOf("/") + 1)],
        ["Content-Type", "application/warc-fields"],
      ],
      Buffer.from(about.map(([name, value]) => `${name}: ${value}\r\n`).join("")),
    );
  }

  #date(): string {
    return `${new Date(this.#settings.now()).toISOString().slice(0, LENGTH_OF_A_SECOND)}Z`;
  }

  #entryOf(
    fields: ReadonlyMap<string, string>,
    block: Buffer,
    { filename, offset, length }: { filename: string; offset: number; length: number },
  ): Entry | undefined {
    const url = fields.get("warc-target-uri") ?? "";
    const page = httpOf(block);
    if (!URL.canParse(url) || page === undefined) return undefined;
    const { status, headers } = page;
    const isRevisit = fields.get("warc-type") === "revisit";
    const location = status >= 300 && status < 400 ? headers.get("location") : undefined;
    const kept = !isRevisit && status === 200 && !filename.startsWith("visits/");
    const body = kept ? unfold(page.body, headers.get("content-encoding") ?? "", this.#limit) : "";
    const note = typeof body === "string" ? undefined : this.#settings.note?.(url, body);
    const etag = headers.get("etag");
    const modified = headers.get("last-modified");
    return {
      url,
      time: (fields.get("warc-date") ?? "").replace(/\D/gu, "").slice(0, 14),
      mime: isRevisit ? "warc/revisit" : (headers.get("content-type") ?? "").split(";")[0]!.trim(),
      status,
      digest: fields.get("warc-payload-digest") ?? "",
      id: (fields.get("warc-record-id") ?? "").slice(1, -1),
      offset,
      length,
      filename,
      ...(etag !== undefined && { etag }),
      ...(modified !== undefined && { modified }),
      ...(location !== undefined && URL.canParse(location, url) && { redirect: new URL(location, url).href }),
      ...(note !== undefined && { note }),
    };
  }

  #writeIndex(): void {
    const lines = this.#entries.map(cdxjLine).sort();
    const temporary = `${this.#index}.tmp`;
    writeFileSync(temporary, lines.map((line) => `${line}\n`).join(""));
    renameSync(temporary, this.#index);
  }
}

function isContent({ filename }: Entry): boolean {
  return !filename.startsWith("visits/");
}

function order(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function httpOf(block: Buffer): { status: number; headers: Map<string, string>; body: Buffer } | undefined {
  const end = block.indexOf("\r\n\r\n");
  if (end < 0) return undefined;
  const [first = "", ...lines] = block.toString("latin1", 0, end).split("\r\n");
  const status = Number(/^HTTP\/\S+ (\d{3})/u.exec(first)?.[1]);
  const headers = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(":");
    headers.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim());
  }
  return Number.isNaN(status) ? undefined : { status, headers, body: block.subarray(end + 4) };
}
