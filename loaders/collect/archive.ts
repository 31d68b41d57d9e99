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
import { type ExchangeRecords, exchangeRecords, warcinfo } from "./exchange-records.ts";
import { entryOf, httpOf, type Note } from "./index-entry.ts";
import { recordAt, Segments } from "./segments.ts";
import type { StoredExchange } from "./stored-exchange.ts";
import { unfold } from "./unfold.ts";
import { type Fields, sha1 } from "./warc-record.ts";

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
    const head = (filename: string) => warcinfo(filename, settings.about, settings.now());
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
    const body =
      page && unfold(page.body, page.headers.get("content-encoding") ?? "", this.#settings.unfoldedBytes);
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
    const records = exchangeRecords(exchange, "response", exchange.payload, [], this.#settings.now());
    return this.#write(this.#contents, records);
  }

  /** Keeps the fact that a page was as it had been: with its headers, without its body. */
  keepUnchanged(exchange: StoredExchange, earlier: Entry, isNotModified: boolean): Entry {
    const profile = isNotModified ? "server-not-modified" : "identical-payload-digest";
    const records = exchangeRecords(
      exchange,
      "revisit",
      Buffer.alloc(0),
      [
        ["WARC-Profile", `http://netpreserve.org/warc/1.1/revisit/${profile}`],
        ["WARC-Refers-To", `<${earlier.id}>`],
        ["WARC-Refers-To-Target-URI", earlier.url],
        ["WARC-Refers-To-Date", isoTime(earlier.time)],
        ["WARC-Payload-Digest", earlier.digest],
        ["WARC-Truncated", "length"],
      ],
      this.#settings.now(),
    );
    return this.#write(this.#visits, records);
  }

  /** Keeps an answer that is no page: a redirect, an error, a platform's complaint. */
  keepVisit(exchange: StoredExchange): Entry {
    const records = exchangeRecords(exchange, "response", exchange.payload, [], this.#settings.now());
    return this.#write(this.#visits, records);
  }

  /** Hands all to the disk and puts the index in order. */
  close(): void {
    this.#contents.close();
    this.#visits.close();
    if (this.#entries.length > 0) this.#writeIndex();
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
    entries.push(...found.flatMap((record) => entryOf(record, this.#settings) ?? []));
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

  #write(segments: Segments, { request, response, fields, block }: ExchangeRecords): Entry {
    const place = segments.append([request, response]);
    const named = new Map(fields.map(([name, value]) => [name.toLowerCase(), value]));
    const entry = entryOf({ fields: named, block, ...place }, this.#settings)!;
    this.#remember(entry);
    appendFileSync(this.#index, `${cdxjLine(entry)}\n`);
    return entry;
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
